import type { WorkItemKind } from '@keel/contracts';
import type { Agent } from './agent.js';

export interface TestWorkItem {
  id: string;
  kind: WorkItemKind;
  title: string;
  subject: { kind: string; id: string };
  doneWith: string;
  patient: { firstName: string } | null;
  memberId: string | null;
  since: string;
  lapsesAt: string | null;
  dueAt: string | null;
  assigneeId: string | null;
  doneAt: string | null;
  doneBy: string | null;
  version: number;
}

/** The first page of the work that somebody sees. */
export async function workOf(agent: Agent, query = ''): Promise<TestWorkItem[]> {
  const { body } = await agent.get(`/work-items?limit=200${query}`).expect(200);
  return (body as { data: TestWorkItem[] }).data;
}

/** The login of the person. */
export async function loginOf(agent: Agent): Promise<string> {
  return ((await agent.get('/session').expect(200)).body as { user: { id: string } }).user.id;
}
