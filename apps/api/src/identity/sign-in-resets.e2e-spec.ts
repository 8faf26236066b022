import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { Db, systemCtx } from '../platform/index.js';
import { resetSignIn } from '../reset-sign-in.js';
import { Agent } from '../testing/agent.js';
import { testEnv } from '../testing/app.js';
import { member, program, type Session, session, stranger } from '../testing/session.js';
import { addApp, addPasskey, signIn } from './factors/signing-in.fixture.js';
import { AccountRecords } from './account-records.js';
import { PasswordResetsService } from './password-resets.service.js';

const NEW = 'seven geese and a ladder';

/** A colleague with an authenticator app and a passkey. */
async function aColleague(at: Session, role: 'front_desk' | 'owner' | 'admin' = 'front_desk') {
  const { agent } = await member(at.app, at.owner, at.clinic.id, role);
  const { user } = (await agent.get('/session').expect(200)).body as { user: { id: string; email: string } };
  await addApp(agent);
  await addPasskey(agent);
  const { data } = (await at.owner.get('/staff').expect(200)).body as { data: { id: string; userId: string }[] };
  return { agent, ...user, memberId: data.find(({ userId }) => userId === user.id)?.id ?? '' };
}

async function mailedToken({ app, clinic }: Session, userId: string): Promise<string> {
  const sql = 'SELECT id FROM password_reset WHERE clinic_id = $1 AND user_id = $2 AND used_at IS NULL';
  const open = await app.sql<{ id: string }>(sql, [clinic.id, userId]);
  expect(open).toHaveLength(1);
  const mail = await app.nest.get(PasswordResetsService).mail(systemCtx(clinic.id, 'test'), open[0]?.id ?? '');
  return mail?.url.split('/').at(-1) ?? '';
}

const reset = (by: Session['agent'], memberId: string) => by.post(`/staff/${memberId}/sign-in-reset`);
const auditOf = ({ app, clinic }: Session, userId: string) =>
  app.sql("SELECT actor_type AS by FROM audit_entry WHERE clinic_id = $1 AND what = 'sign-in-reset' AND entity_id = $2", [
    clinic.id,
    userId,
  ]);
const alertsOf = ({ app }: Session, userId: string) =>
  app.sql("SELECT 1 FROM account_alert WHERE user_id = $1 AND kind = 'sign_in_reset'", [userId]);
const noticesOf = ({ app, clinic }: Session) =>
  app.sql<{ to: string; person: string; giver: string }>(
    "SELECT recipient_id AS to, person, giver FROM rights_notice WHERE clinic_id = $1 AND kind = 'sign_in_reset'",
    [clinic.id],
  );
const idOf = async (agent: Session['agent']) => ((await agent.get('/session').expect(200)).body as { user: { id: string } }).user.id;

/** What whoever has the lost device may have made with it: a key, an invitation of a friend, and a browser that is known. */
async function madeWith(at: Session, lost: { agent: Session['agent']; id: string }) {
  const { body: key } = await lost.agent.post('/api-keys', { name: 'spare', scopes: ['*'] }).expect(201);
  const email = `friend-${lost.id}@clinic.example`;
  await lost.agent.post('/staff', { email, firstName: 'F', lastName: 'R', roles: ['front_desk'] }).expect(201);
  const token = randomBytes(32).toString('base64url');
  await at.app.sql('UPDATE invitation SET token_hash = sha256($1) WHERE clinic_id = $2 AND email = $3', [
    Buffer.from(token),
    at.clinic.id,
    email,
  ]);
  const { id, key: secret } = key as { id: string; key: string };
  const program = new Agent(at.app.url, { authorization: `Bearer ${secret}` });
  await program.get('/patients?q=a').expect(200);
  return { keyId: id, program, invitation: `/api/v1/invitations/${token}/accept` };
}

const endedOf = ({ app, clinic }: Session, what: string) =>
  app.sql("SELECT entity_id AS id FROM audit_entry WHERE clinic_id = $1 AND what = $2 AND action IN ('update', 'delete')", [
    clinic.id,
    what,
  ]);

describe('what was made with a lost device', () => {
  it.each<[string, (at: Session, lost: { memberId: string; email: string }) => Promise<unknown>]>([
    ['an owner', (at, { memberId }) => reset(at.agent, memberId).expect(204)],
    ['whoever runs Keel', (at, { email }) => resetSignIn(testEnv(at.app.database), email)],
  ])('ends with the reset by %s, before any link is used, and the link of the mail stays', async (_, resetting) => {
    const at = await session('owner');
    const lost = await aColleague(at, 'admin');
    const made = await madeWith(at, lost);
    await resetting(at, lost);
    await made.program.get('/patients?q=a').expect(401);
    const accepted = await request(at.app.url).post(made.invitation).send({ password: NEW });
    expect([accepted.status, accepted.body]).toMatchObject([404, { code: 'INVITATION_GONE' }]);
    expect(await at.app.sql('SELECT 1 FROM known_device WHERE user_id = $1', [lost.id])).toEqual([]);
    expect(await endedOf(at, 'api-key')).toContainEqual({ id: made.keyId });
    expect((await endedOf(at, 'invitation')).length).toBeGreaterThan(0);
    expect((await endedOf(at, 'session')).length).toBeGreaterThan(0);
    const token = await mailedToken(at, lost.id);
    await request(at.app.url).post(`/api/v1/password-resets/${token}/complete`).send({ password: NEW }).expect(204);
    await signIn(at, lost.email, NEW).expect(200);
    // An owner who knows what the key is for takes it over.
    expect((await at.agent.get(`/api-keys/${made.keyId}`).expect(200)).body).toMatchObject({ status: 'stopped' });
    const { body: adopted } = await at.agent.post(`/api-keys/${made.keyId}/adopt`, {}).expect(200);
    await made.program.get('/patients?q=a').expect(401);
    const own = new Agent(at.app.url, { authorization: `Bearer ${(adopted as { key: string }).key}` });
    await own.get('/patients?q=a').expect(200);
  });
});

describe('what a person has in other clinics', () => {
  const worksIn = (there: Session, at: Session, userId: string) =>
    at.app.sql(
      `INSERT INTO membership (clinic_id, id, user_id, first_name, last_name, roles)
       SELECT $2, uuidv7(), user_id, first_name, last_name, roles FROM membership WHERE clinic_id = $1 AND user_id = $3`,
      [at.clinic.id, there.clinic.id, userId],
    );
  const hasKeyIn = async (there: Session, userId: string) => {
    const [key] = await there.app.sql<{ id: string }>(
      `INSERT INTO api_key (clinic_id, id, name, hash, scopes, created_by, user_id, expires_at)
       VALUES ($1, uuidv7(), 'theirs', $2, '{clinic:read}', 'test', $3, now() + interval '1 day') RETURNING id`,
      [there.clinic.id, randomBytes(32), userId],
    );
    return key?.id;
  };
  const invitedTo = async (there: Session, email: string) => {
    await there.owner.post('/staff', { email, firstName: 'F', lastName: 'R', roles: ['front_desk'] }).expect(201);
    const sql = 'SELECT id, revoked_at AS "revokedAt" FROM invitation WHERE clinic_id = $1 AND email = $2';
    return async () => (await there.app.sql<{ id: string; revokedAt: Date | null }>(sql, [there.clinic.id, email]))[0];
  };

  it('is left to them by one clinic’s reset: their invitation stays open', async () => {
    const [at, there] = [await session('owner'), await session('owner')];
    const lost = await aColleague(at);
    const [here, elsewhere] = [await invitedTo(at, `a${lost.email}`), await invitedTo(there, lost.email)];
    await reset(at.agent, lost.memberId).expect(204);
    expect(await elsewhere()).toMatchObject({ revokedAt: null });
    expect(await here()).toMatchObject({ revokedAt: null });
    expect(await endedOf(there, 'invitation')).toEqual([]);
  });

  it.each<[string, (at: Session, lost: { id: string; email: string }) => Promise<unknown>]>([
    ['whoever runs Keel', (at, { email }) => resetSignIn(testEnv(at.app.database), email)],
    [
      'a new password by the mailbox',
      async (at, { id, email }) => {
        await request(at.app.url).post('/api/v1/password-resets').send({ email }).expect(202);
        const token = await mailedToken(at, id);
        await request(at.app.url).post(`/api/v1/password-resets/${token}/complete`).send({ password: NEW }).expect(204);
      },
    ],
  ])('ends with what %s does, and the audit of each clinic says what', async (_, end) => {
    const [at, there] = [await session('owner'), await session('owner')];
    const lost = await aColleague(at, 'admin');
    await worksIn(there, at, lost.id);
    const key = await hasKeyIn(there, lost.id);
    const third = await session('owner');
    const invitation = await invitedTo(third, lost.email);
    await end(at, lost);
    expect(await endedOf(there, 'api-key')).toEqual([{ id: key }]);
    expect(await invitation()).toMatchObject({ revokedAt: expect.any(Date) as Date });
    expect(await endedOf(third, 'invitation')).toEqual([{ id: (await invitation())?.id }]);
    expect((await endedOf(at, 'session')).length).toBeGreaterThan(0);
    expect(await endedOf(third, 'session')).toEqual([]);
  });
});

describe('somebody who has lost their second factors and their recovery codes', () => {
  it('is let back in by an owner: through their mailbox, with a new password and without the old factors', async () => {
    const at = await session('owner');
    const lost = await aColleague(at);
    await reset(at.agent, lost.memberId).expect(204);
    await lost.agent.get('/session').expect(401);
    await signIn(at, lost.email).expect(401);
    const token = await mailedToken(at, lost.id);
    await request(at.app.url).post(`/api/v1/password-resets/${token}/complete`).send({ password: NEW }).expect(204);
    const back = await signIn(at, lost.email, NEW).expect(200);
    expect(back.body).toMatchObject({ user: { id: lost.id }, clinic: { id: at.clinic.id } });
    expect(await at.app.sql('SELECT 1 FROM recovery_code WHERE user_id = $1', [lost.id])).toEqual([]);
    expect(await auditOf(at, lost.id)).toMatchObject([{ by: 'user' }]);
    expect(await alertsOf(at, lost.id)).toHaveLength(1);
  });

  it('is told of it at their own address, also where they were deactivated before the mail was written', async () => {
    const at = await session('owner');
    const lost = await aColleague(at);
    await reset(at.agent, lost.memberId).expect(204);
    await at.agent.patch(`/staff/${lost.memberId}`, { active: false }, { ifMatch: '*' }).expect(200);
    const alerts = await at.app.sql<{ id: string }>("SELECT id FROM account_alert WHERE user_id = $1 AND kind = 'sign_in_reset'", [
      lost.id,
    ]);
    const records = at.app.nest.get(AccountRecords);
    const mails = await at.app.nest
      .get(Db)
      .tx(systemCtx(at.clinic.id, 'test'), (ctx) => Promise.all(alerts.map(({ id }) => records.mail(ctx, id))));
    expect(mails).toMatchObject([{ kind: 'sign_in_reset', email: lost.email }]);
  });

  it('is let in by another owner where they own the clinic too', async () => {
    const at = await session('owner');
    const lost = await aColleague(at, 'owner');
    await reset(at.agent, lost.memberId).expect(204);
    await lost.agent.get('/session').expect(401);
  });

  it('is let in by nobody else: a wrong role, a key, oneself, another clinic, who has not just proved who they are', async () => {
    const at = await session('owner');
    const lost = await aColleague(at);
    const { agent: admin } = await member(at.app, at.owner, at.clinic.id, 'admin');
    expect((await reset(admin, lost.memberId).expect(403)).body).toMatchObject({ code: 'OWNER_ONLY' });
    await reset((await member(at.app, at.owner, at.clinic.id, 'billing')).agent, lost.memberId).expect(403);
    expect((await reset(await program(at), lost.memberId).expect(403)).body).toMatchObject({ code: 'PERSON_ONLY' });
    await reset(await stranger(), lost.memberId).expect(404);
    const { data } = (await at.owner.get('/staff').expect(200)).body as { data: { id: string; roles: string[] }[] };
    const own = data.find(({ roles }) => roles.includes('owner'))?.id ?? '';
    expect((await reset(at.agent, own).expect(409)).body).toMatchObject({ code: 'OWN_SIGN_IN' });
    await at.app.sql("UPDATE session SET stepped_up_at = stepped_up_at - interval '11 minutes' WHERE clinic_id = $1", [at.clinic.id]);
    expect((await reset(at.agent, lost.memberId).expect(403)).body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await lost.agent.get('/session').expect(200);
    expect(await alertsOf(at, lost.id)).toEqual([]);
  });

  it('is not reset by one clinic where they work in another too, but by who runs Keel, and each clinic is told', async () => {
    const [at, there] = [await session('owner'), await session('owner')];
    const lost = await aColleague(at);
    // As if they had accepted an invitation of the other clinic.
    await at.app.sql(
      `INSERT INTO membership (clinic_id, id, user_id, first_name, last_name, roles)
       SELECT $2, uuidv7(), user_id, first_name, last_name, roles FROM membership WHERE clinic_id = $1 AND user_id = $3`,
      [at.clinic.id, there.clinic.id, lost.id],
    );
    expect((await reset(at.agent, lost.memberId).expect(409)).body).toMatchObject({ code: 'WORKS_ELSEWHERE' });
    await lost.agent.get('/session').expect(200);
    expect(await resetSignIn(testEnv(at.app.database), lost.email)).toBe(true);
    await lost.agent.get('/session').expect(401);
    await signIn(at, lost.email).expect(401);
    for (const clinic of [at, there]) expect(await auditOf(clinic, lost.id)).toMatchObject([{ by: 'system' }]);
    expect(await alertsOf(at, lost.id)).toHaveLength(1);
    expect(await at.app.sql('SELECT 1 FROM password_reset WHERE user_id = $1', [lost.id])).toHaveLength(1);
  });

  it('is known by a whole address: any other changes nothing', async () => {
    const at = await session('owner');
    const lost = await aColleague(at);
    expect(await resetSignIn(testEnv(at.app.database), `x${lost.email}`)).toBe(false);
    await lost.agent.get('/session').expect(200);
  });
});

describe('the reset of an owner’s sign-in', () => {
  it('is told to every other owner, whoever of them did it, and not to who is reset', async () => {
    const at = await session('owner');
    const lost = await aColleague(at, 'owner');
    const third = await idOf((await member(at.app, at.owner, at.clinic.id, 'owner')).agent);
    await member(at.app, at.owner, at.clinic.id, 'admin');
    await reset(at.agent, lost.memberId).expect(204);
    const told = await noticesOf(at);
    expect(told.map(({ to }) => to).toSorted()).toEqual([await idOf(at.agent), third].toSorted());
    expect(told).toContainEqual({ to: third, person: 'Mara Member', giver: 'Olive Owner' });
    expect(await auditOf(at, lost.id)).toHaveLength(1);
  });

  it('is told also where they ceased to be an owner a moment before', async () => {
    const at = await session('owner');
    const lost = await aColleague(at, 'owner');
    const third = await idOf((await member(at.app, at.owner, at.clinic.id, 'owner')).agent);
    await at.agent.patch(`/staff/${lost.memberId}`, { roles: ['front_desk'] }, { ifMatch: '*' }).expect(200);
    await reset(at.agent, lost.memberId).expect(204);
    expect((await noticesOf(at)).map(({ to }) => to)).toContain(third);
  });

  it('is told in each of their clinics where whoever runs Keel does it', async () => {
    const [at, there] = [await session('owner'), await session('owner')];
    const lost = await aColleague(at, 'owner');
    await at.app.sql(
      `INSERT INTO membership (clinic_id, id, user_id, first_name, last_name, roles)
       SELECT $2, uuidv7(), user_id, first_name, last_name, roles FROM membership WHERE clinic_id = $1 AND user_id = $3`,
      [at.clinic.id, there.clinic.id, lost.id],
    );
    expect(await resetSignIn(testEnv(at.app.database), lost.email)).toBe(true);
    for (const clinic of [at, there]) {
      const to = await idOf(clinic.agent);
      expect(await noticesOf(clinic)).toEqual([{ to, person: 'Mara Member', giver: 'Keel' }]);
    }
  });

  it('is no news for owners where it is of somebody else', async () => {
    const at = await session('owner');
    await reset(at.agent, (await aColleague(at)).memberId).expect(204);
    expect(await noticesOf(at)).toEqual([]);
  });
});
