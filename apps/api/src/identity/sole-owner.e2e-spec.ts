import type { Agent } from '../testing/agent.js';
import { member, type Session, session } from '../testing/session.js';

const ANY = { ifMatch: '*' };

interface Member {
  id: string;
  userId: string;
  ownedLately: boolean;
}

const staffOf = async (agent: Agent) => ((await agent.get('/staff').expect(200)).body as { data: Member[] }).data;
async function own(agent: Agent): Promise<Member & { email: string }> {
  const { user } = (await agent.get('/session').expect(200)).body as { user: { id: string; email: string } };
  const found = (await staffOf(agent)).find(({ userId }) => userId === user.id);
  if (!found) throw new Error('There is no membership of the caller');
  return { ...found, email: user.email };
}
const practitioner = (email: string) => ({
  ...{ email, firstName: 'Sid', lastName: 'Second' },
  ...{ profession: 'physiotherapist', registrationNumber: 'R-9' },
});

/** A clinic in which one of two owners has put the other out. */
async function usurped(how: object): Promise<{ at: Session; agent: Agent; founder: Member; me: Member & { email: string } }> {
  const at = await session('owner');
  const { agent } = await member(at.app, at.owner, at.clinic.id, 'owner');
  const [founder, me] = [await own(at.owner), await own(agent)];
  await agent.patch(`/staff/${founder.id}`, how, ANY).expect(200);
  return { at, agent, founder, me };
}

describe('an owner who has become the only one', () => {
  it.each([
    ['by deactivating the other', { active: false }],
    ['by taking the ownership of the other', { roles: ['admin'] }],
  ])('%s, gives nothing to themselves for seven days', async (_how, how) => {
    const { at, agent, founder, me } = await usurped(how);
    const refusals = [
      await agent.patch(`/staff/${me.id}`, { chartRight: true }, ANY),
      await agent.patch(`/staff/${me.id}`, { roles: ['owner', 'practitioner'] }, ANY),
      await agent.post('/practitioners', practitioner(me.email)),
    ];
    for (const { status, body } of refusals) expect([status, (body as { code: string }).code]).toEqual([403, 'SOLE_OWNER_TOO_RECENT']);
    const lately = (await staffOf(agent)).filter(({ ownedLately }) => ownedLately);
    expect(lately.map(({ id }) => id)).toEqual([founder.id]);
    // Giving up stays free, and a week later they are the sole owner that they say they are.
    await agent.patch(`/staff/${me.id}`, { chartRight: false }, ANY).expect(200);
    await at.app.sql("UPDATE membership SET owned_until = owned_until - interval '7 days' WHERE clinic_id = $1", [at.clinic.id]);
    expect((await staffOf(agent)).some(({ ownedLately }) => ownedLately)).toBe(false);
    await agent.patch(`/staff/${me.id}`, { chartRight: true }, ANY).expect(200);
  });

  it('cannot help themselves by a second address unseen: the former owner is told for as long', async () => {
    const { at, agent, founder } = await usurped({ active: false });
    const told = async () => {
      const sql = `SELECT 1 FROM rights_notice WHERE clinic_id = $1 AND recipient_id = $2 AND kind = 'clinical_role_given'`;
      return (await at.app.sql(sql, [at.clinic.id, founder.userId])).length;
    };
    await agent.post('/practitioners', practitioner(`second@${at.clinic.slug}.example`)).expect(201);
    expect(await told()).toBe(1);
    await at.app.sql("UPDATE membership SET owned_until = owned_until - interval '7 days' WHERE clinic_id = $1", [at.clinic.id]);
    await agent.post('/practitioners', practitioner(`third@${at.clinic.slug}.example`)).expect(201);
    expect(await told()).toBe(1);
  });

  it('is told of each colleague whom somebody makes a practitioner in their name, until another owner is', async () => {
    const at = await session('owner');
    const told = async () => {
      const sql = "SELECT recipient_id AS id FROM rights_notice WHERE clinic_id = $1 AND kind = 'clinical_role_given' ORDER BY id";
      return (await at.app.sql<{ id: string }>(sql, [at.clinic.id])).map(({ id }) => id);
    };
    const { userId } = await own(at.agent);
    await at.agent.post('/practitioners', practitioner(`first@${at.clinic.slug}.example`)).expect(201);
    expect(await told()).toEqual([userId]);
    const other = await member(at.app, at.agent, at.clinic.id, 'owner');
    await at.agent.post('/practitioners', practitioner(`second@${at.clinic.slug}.example`)).expect(201);
    expect((await told()).toSorted()).toEqual([userId, (await own(other.agent)).userId].toSorted());
  });

  it('is the founder of a clinic of one from the first minute', async () => {
    const at = await session('owner');
    const { id } = await own(at.agent);
    await at.agent.patch(`/staff/${id}`, { chartRight: false }, ANY).expect(200);
    await at.agent.patch(`/staff/${id}`, { chartRight: true }, ANY).expect(200);
  });
});
