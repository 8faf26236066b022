import { randomUUID } from 'node:crypto';
import { member, session, type Session } from '../testing/session.js';
import { WHO_BROUGHT_WHOM } from './migrations/say-who-brought-a-member-in-1795954216199.js';

let here: Session;
beforeAll(async () => {
  here = await session();
});

const userOf = async ({ agent }: Pick<Session, 'agent'>) =>
  ((await agent.get('/session').expect(200)).body as { user: { id: string } }).user.id;

async function broughtInBy(): Promise<Map<string, string | null>> {
  const rows = await here.app.sql<{ id: string; by: string | null }>(
    'SELECT user_id AS id, brought_in_by AS by FROM membership WHERE clinic_id = $1',
    [here.clinic.id],
  );
  return new Map(rows.map(({ id, by }) => [id, by]));
}

describe('who brought a member in', () => {
  it('is known of members from before the upgrade as of those who come after it', async () => {
    const { app, owner, clinic } = here;
    const admin = await member(app, owner, clinic.id, 'admin');
    const people = {
      founder: await userOf(here),
      admin: await userOf(admin),
      byAdmin: await userOf(await member(app, admin.agent, clinic.id, 'front_desk')),
      unsaid: await userOf(await member(app, admin.agent, clinic.id, 'front_desk')),
      practitioner: await userOf(await member(app, owner, clinic.id, 'practitioner')),
      again: await userOf(await member(app, owner, clinic.id, 'front_desk')),
      unknown: await userOf(await member(app, owner, clinic.id, 'billing')),
    };
    const expected = new Map<string, string | null>([
      [people.founder, null],
      [people.admin, people.founder],
      [people.byAdmin, people.admin],
      [people.unsaid, people.admin],
      [people.practitioner, people.founder],
      [people.again, people.founder],
      [people.unknown, people.founder],
    ]);
    expect(await broughtInBy()).toEqual(expected);
    // As an older release left it: the invitation of one says no giver, but the audit does; one has accepted a later invitation of
    // somebody else; and of one nobody knows anything.
    await app.sql('UPDATE membership SET brought_in_by = NULL WHERE clinic_id = $1', [clinic.id]);
    await app.sql('UPDATE invitation i SET invited_by = NULL FROM membership m WHERE m.id = i.id AND m.user_id = ANY ($1)', [
      [people.unsaid, people.unknown],
    ]);
    await app.sql(
      `INSERT INTO invitation (clinic_id, id, email, first_name, last_name, roles, invited_by, expires_at, accepted_at)
       SELECT $1, $2, u.email, 'A', 'B', '{front_desk}', $3, now(), now() + interval '1 day' FROM user_account u WHERE u.id = $4`,
      [clinic.id, randomUUID(), people.admin, people.again],
    );
    await app.sql(
      `UPDATE invitation i SET id = $3, email = 'gone@x.example' FROM membership m WHERE m.clinic_id = $1 AND m.id = i.id AND m.user_id = $2`,
      [clinic.id, people.unknown, randomUUID()],
    );
    await app.sql(WHO_BROUGHT_WHOM);
    expect(await broughtInBy()).toEqual(new Map([...expected, [people.again, people.admin], [people.unknown, null]]));
  });
});
