import { randomUUID } from 'node:crypto';
import { member, session } from '../testing/session.js';

interface Added {
  id: string;
  version: number;
}

const person = () => ({
  email: `${randomUUID()}@clinic.example`,
  firstName: 'Pia',
  lastName: 'Physio',
  registrationNumber: 'R-77',
  profession: 'physiotherapist',
});

/** A clinic with so many active practitioners, added by somebody whose adding sends no mail. */
async function clinicOf(count: number) {
  const { app, owner, clinic } = await session('owner');
  const { agent } = await member(app, owner, clinic.id, 'admin');
  const added: Added[] = [];
  while (added.length < count) {
    const { body } = await agent.post('/practitioners', person()).expect(201);
    added.push(body as Added);
  }
  const active = async () => {
    const sql = 'SELECT count(*)::int AS count FROM practitioner WHERE clinic_id = $1 AND active';
    return (await app.sql<{ count: number }>(sql, [clinic.id]))[0]?.count;
  };
  return { agent, added, active };
}

const outcome = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code];

describe('the active practitioners of a clinic', () => {
  it('are a hundred at the most, however many are added or brought back at once', async () => {
    const { agent, added, active } = await clinicOf(98);
    const more = await Promise.all(Array.from({ length: 6 }, () => agent.post('/practitioners', person())));
    expect(more.map(outcome).sort()).toEqual([
      ...Array.from({ length: 2 }, () => [201, undefined]),
      ...Array.from({ length: 4 }, () => [409, 'PRACTITIONER_LIMIT']),
    ]);
    expect(await active()).toBe(100);

    const [first, second, third] = added as [Added, Added, Added];
    const leave = ({ id, version }: Added) => agent.patch(`/practitioners/${id}`, { active: false }, { ifMatch: version });
    const back = ({ id }: Added) => agent.patch(`/practitioners/${id}`, { active: true }, { ifMatch: 2 });
    for (const one of [first, second, third]) await leave(one).expect(200);
    await agent.post('/practitioners', person()).expect(201);
    // 98 are left, and two places for three and one more.
    const race = await Promise.all([back(first), back(second), back(third), agent.post('/practitioners', person())]);
    expect(race.filter(({ status }) => status < 300)).toHaveLength(2);
    expect(race.filter(({ status }) => status >= 300).map(outcome)).toEqual(Array.from({ length: 2 }, () => [409, 'PRACTITIONER_LIMIT']));
    expect(await active()).toBe(100);
  });

  it('at the limit can still be changed, those who are active, and those who are not', async () => {
    const { agent, added } = await clinicOf(100);
    const [first, second] = added as [Added, Added];
    await agent.patch(`/practitioners/${first.id}`, { active: true, title: 'Physio' }, { ifMatch: 1 }).expect(200);
    await agent.patch(`/practitioners/${second.id}`, { active: false }, { ifMatch: 1 }).expect(200);
    await agent.post('/practitioners', person()).expect(201);
    await agent.patch(`/practitioners/${second.id}`, { title: 'Physio' }, { ifMatch: 2 }).expect(200);
    const refused = await agent.patch(`/practitioners/${second.id}`, { active: true }, { ifMatch: 3 }).expect(409);
    expect(outcome(refused)).toEqual([409, 'PRACTITIONER_LIMIT']);
  });

  it('of one clinic leave room in another', async () => {
    await clinicOf(100);
    const other = await session('owner');
    await other.agent.post('/practitioners', person()).expect(201);
  });
});
