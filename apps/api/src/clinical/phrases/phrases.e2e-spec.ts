import { member, nobody, program, session } from '../../testing/session.js';

interface Phrase {
  id: string;
  trigger: string;
  shared: boolean;
}
const list = (body: unknown) => (body as { data: Phrase[] }).data.map(({ trigger, shared }) => [trigger, shared]);
const idOf = (body: unknown) => (body as Phrase).id;
const OWN = { trigger: 'consent', text: 'Informed consent given, questions answered.' };

describe('phrases', () => {
  it('are a member’s own, beside those of the clinic', async () => {
    const { agent, owner, app, clinic } = await session('practitioner');
    const made = await agent.post('/phrases', OWN).expect(201);
    expect(made.body).toMatchObject({ ...OWN, shared: false, version: 1 });
    expect(made.headers['etag']).toBe('"1"');
    await owner.post('/phrases', { ...OWN, text: 'The clinic’s', shared: true }).expect(201);
    await owner.post('/phrases', { trigger: 'à-suivre', text: 'Suivi au prochain rendez-vous', shared: true }).expect(201);
    expect(list((await agent.get('/phrases').expect(200)).body).sort()).toEqual([
      ['consent', false],
      ['consent', true],
      ['à-suivre', true],
    ]);
    const colleague = await member(app, owner, clinic.id, 'practitioner');
    expect(list((await colleague.agent.get('/phrases').expect(200)).body)).not.toContainEqual(['consent', false]);
    const id = idOf(made.body);
    await colleague.agent.get(`/phrases/${id}`).expect(404);
    await colleague.agent.patch(`/phrases/${id}`, { text: 'Mine' }, { ifMatch: '*' }).expect(404);
    await colleague.agent.delete(`/phrases/${id}`).expect(404);
  });

  it('are changed at the version seen, and removed', async () => {
    const { agent } = await session('practitioner');
    const id = idOf((await agent.post('/phrases', OWN).expect(201)).body);
    await agent.patch(`/phrases/${id}`, { text: 'Newer' }).expect(428);
    const changed = await agent.patch(`/phrases/${id}`, { text: 'Newer' }, { ifMatch: 1 }).expect(200);
    expect(changed.body).toMatchObject({ trigger: 'consent', text: 'Newer', version: 2 });
    const stale = await agent.patch(`/phrases/${id}`, { text: 'Older' }, { ifMatch: 1 }).expect(412);
    expect(stale.body).toMatchObject({ current: { text: 'Newer', version: 2 } });
    await agent.delete(`/phrases/${id}`, { ifMatch: 1 }).expect(412);
    await agent.delete(`/phrases/${id}`, { ifMatch: 2 }).expect(204);
    await agent.get(`/phrases/${id}`).expect(404);
  });

  it('are called by one word each', async () => {
    const { agent } = await session('practitioner');
    await agent.post('/phrases', OWN).expect(201);
    const taken = await agent.post('/phrases', OWN).expect(409);
    expect(taken.body).toMatchObject({ code: 'PHRASE_TAKEN', errors: [{ pointer: '/trigger' }] });
    const other = idOf((await agent.post('/phrases', { ...OWN, trigger: 'other' }).expect(201)).body);
    await agent.patch(`/phrases/${other}`, { trigger: 'consent' }, { ifMatch: 1 }).expect(409);
    for (const trigger of ['two words', 'Loud', '/slash', '', 'x'.repeat(31)]) {
      await agent.post('/phrases', { ...OWN, trigger }).expect(400);
    }
  });

  it('of the clinic are set by those who manage its templates; the desk has none', async () => {
    const { agent, owner, app, clinic } = await session('practitioner');
    await agent.post('/phrases', { ...OWN, shared: true }).expect(403);
    const { agent: admin } = await member(app, owner, clinic.id, 'admin');
    const id = idOf((await admin.post('/phrases', { ...OWN, shared: true }).expect(201)).body);
    await agent.get(`/phrases/${id}`).expect(200);
    await agent.patch(`/phrases/${id}`, { text: 'Mine' }, { ifMatch: 1 }).expect(403);
    await agent.delete(`/phrases/${id}`).expect(403);
    await admin.post('/phrases', { ...OWN, trigger: 'mine' }).expect(403);
    const key = await program({ app, owner }, ['note:write', 'note-template:manage']);
    await key.post('/phrases', { ...OWN, trigger: 'mine' }).expect(400);
    await key.patch(`/phrases/${id}`, { text: 'By a program' }, { ifMatch: 1 }).expect(200);
    const { agent: desk } = await member(app, owner, clinic.id, 'front_desk');
    await desk.get('/phrases').expect(403);
    const stranger = await session('owner');
    expect(list((await stranger.agent.get('/phrases')).body)).toEqual([]);
    await stranger.agent.get(`/phrases/${id}`).expect(404);
    await (await nobody()).get('/phrases').expect(401);
  });

  it('are sealed where they are stored', async () => {
    const { agent, app } = await session('practitioner');
    const id = idOf((await agent.post('/phrases', { ...OWN, text: 'UNMISTAKABLE' }).expect(201)).body);
    const [row] = await app.sql<{ text: Buffer }>('SELECT text FROM phrase WHERE id = $1', [id]);
    expect(row?.text.includes('UNMISTAKABLE')).toBe(false);
  });
});
