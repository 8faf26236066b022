import type { Agent } from './agent.js';

export interface TestPatient {
  id: string;
  firstName: string;
  lastName: string;
  version: number;
}

/** A patient who can be written to by both channels. */
export async function aPatient(agent: Agent, over: Record<string, unknown> = {}): Promise<TestPatient> {
  const { body } = await agent
    .post('/patients', {
      firstName: 'Amélie',
      lastName: 'Gagné',
      dateOfBirth: '1988-02-29',
      email: 'amelie@patients.example',
      phone: '416 555 0123',
      ...over,
    })
    .expect(201);
  return body as TestPatient;
}
