import { randomUUID } from 'node:crypto';
import { session } from '../../testing/session.js';

const WATCHED = { env: { ALARM_REFUSALS: '6' } };
const raised = async (owner: Awaited<ReturnType<typeof session>>['owner']) => {
  const { body } = await owner.get('/alarms').expect(200);
  return (body as { data: { code: string; value: number }[] }).data.find(({ code }) => code === 'refusals');
};

describe('somebody who tries one door after the other', () => {
  it('is told of, and others who are refused now and then are not', async () => {
    const { agent, owner } = await session('front_desk', WATCHED);
    for (let n = 0; n < 3; n += 1) await owner.get(`/patients/${randomUUID()}`).expect(404);
    for (let n = 0; n < 3; n += 1) await agent.get(`/notes/${randomUUID()}`).expect(403);
    expect(await raised(owner)).toBeUndefined();
    for (let n = 0; n < 3; n += 1) await agent.get('/audit').expect(403);
    expect(await raised(owner)).toMatchObject({ code: 'refusals', value: 6 });
  });

  it('is not whoever is told that somebody else was faster', async () => {
    const { owner } = await session('owner', { env: { ALARM_REFUSALS: '5' } });
    const { body } = await owner.post('/patients', { firstName: 'A', lastName: 'B', dateOfBirth: '1990-01-01' }).expect(201);
    for (let n = 0; n < 8; n += 1) {
      await owner.patch(`/patients/${(body as { id: string }).id}`, { firstName: 'C' }, { headers: { 'if-match': '"99"' } }).expect(412);
    }
    expect(await raised(owner)).toBeUndefined();
  });
});
