import type { Role } from '@keel/contracts';
import type { Test } from 'supertest';
import request from 'supertest';
import { systemCtx } from '../platform/index.js';
import { Agent } from '../testing/agent.js';
import { codeNow } from '../testing/authenticators.js';
import { cookieOf, member, type Session, session } from '../testing/session.js';
import { ApiKeysService } from './api-keys.service.js';
import { Devices } from './devices.js';
import { FactorsService } from './factors/factors.service.js';
import { SecondFactors } from './factors/second-factors.js';
import { addApp, emailOf, finish, halfWay, nextCode, PASSWORD, signIn } from './factors/signing-in.fixture.js';
import { PasswordResetsService } from './password-resets.service.js';
import { Passwords } from './passwords.js';
import { AddressProofsService } from './proof/address-proofs.service.js';
import { SessionsService } from './sessions.service.js';
import { StaffService } from './staff.service.js';

const NEW = 'staple gun correct';
const OTHER = 'three otters and a kettle';

type Method = (...args: unknown[]) => Promise<unknown>;

interface Stop {
  reached: Promise<void>;
  release: () => void;
}

/** Stops the next call of a service's method before or after its work, so that another request can come in between. */
function stop(
  { app }: Pick<Session, 'app'>,
  service: abstract new (...args: never[]) => unknown,
  name: string,
  where: 'before' | 'after',
): Stop {
  const on = app.nest.get<Record<string, Method>>(service as never);
  const real = (on[name] as Method).bind(on);
  const arrival = Promise.withResolvers<void>();
  const departure = Promise.withResolvers<void>();
  on[name] = async (...args) => {
    const answer = where === 'after' ? await real(...args) : undefined;
    // A wrong password is compared too, where there is no account.
    if (answer === false) return answer;
    on[name] = real;
    arrival.resolve();
    await departure.promise;
    return where === 'after' ? answer : real(...args);
  };
  return { reached: arrival.promise, release: departure.resolve };
}

/** A right password was compared, and nothing has come of it yet. */
const compared = (at: Pick<Session, 'app'>) => stop(at, Passwords, 'verify', 'after');

/** The answer of the first request, which waits at a stop while another one does its work. */
async function meanwhile(first: Test, { reached, release }: Stop, other: () => Promise<unknown>) {
  const answer = first.then((response) => response);
  const early = answer.then(({ status }) => Promise.reject(new Error(`answered ${status} before it came to the stop`)));
  await Promise.race([reached, early]);
  early.catch(() => undefined);
  await other();
  release();
  return answer;
}

async function resetByMail(at: Session, password = NEW): Promise<void> {
  await request(at.app.url)
    .post('/api/v1/password-resets')
    .send({ email: emailOf(at) })
    .expect(202);
  const newest = 'SELECT id FROM password_reset WHERE clinic_id = $1 ORDER BY id DESC LIMIT 1';
  const [reset] = await at.app.sql<{ id: string }>(newest, [at.clinic.id]);
  const mail = await at.app.nest.get(PasswordResetsService).mail(systemCtx(at.clinic.id, 'test'), reset?.id ?? '');
  const token = mail?.url.split('/').at(-1) ?? '';
  await request(at.app.url).post(`/api/v1/password-resets/${token}/complete`).send({ password }).expect(204);
}

const changePassword = (agent: Agent, newPassword: string) => agent.put('/session/password', { currentPassword: PASSWORD, newPassword });

/** Somebody else of the clinic, and how an owner resets their sign-in. */
async function aColleague(at: Session, role: Role = 'front_desk') {
  const { agent } = await member(at.app, at.owner, at.clinic.id, role);
  const { user } = (await agent.get('/session').expect(200)).body as { user: { id: string; email: string } };
  const { data } = (await at.owner.get('/staff').expect(200)).body as { data: { id: string; userId: string }[] };
  const memberId = data.find(({ userId }) => userId === user.id)?.id ?? '';
  return { agent, ...user, reset: () => at.owner.post(`/staff/${memberId}/sign-in-reset`).expect(204) };
}

/** Open sessions and half-open ones of the clinic's people. */
const sessionsOf = ({ app, clinic }: Session) =>
  app.sql(
    `SELECT s.id FROM (SELECT id, user_id FROM session UNION ALL SELECT id, user_id FROM half_open_session) s
     JOIN membership m ON m.user_id = s.user_id WHERE m.clinic_id = $1`,
    [clinic.id],
  );

describe('a sign-in on its way with the password of before', () => {
  it('opens nothing after a reset by mail', async () => {
    const at = await session('owner');
    const answer = await meanwhile(signIn(at, emailOf(at)), compared(at), () => resetByMail(at));
    expect(answer).toMatchObject({ status: 401, body: { code: 'SIGN_IN_REFUSED' } });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await sessionsOf(at)).toEqual([]);
    await signIn(at, emailOf(at), NEW).expect(200);
  });

  it('opens nothing after its person has changed it', async () => {
    const at = await session('owner');
    const answer = await meanwhile(signIn(at, emailOf(at)), compared(at), () => changePassword(at.agent, NEW).expect(204));
    expect(answer.status).toBe(401);
    expect(await sessionsOf(at)).toHaveLength(1);
    await signIn(at, emailOf(at), NEW).expect(200);
  });

  it('opens nothing after an owner has reset the sign-in', async () => {
    const at = await session('owner');
    const { agent, email, reset } = await aColleague(at);
    expect((await meanwhile(signIn(at, email), compared(at), reset)).status).toBe(401);
    expect(await sessionsOf(at)).toHaveLength(1);
    await agent.get('/session').expect(401);
  });

  it('comes no nearer to a second factor', async () => {
    const at = await session('owner');
    await addApp(at.agent);
    expect((await meanwhile(signIn(at, emailOf(at)), compared(at), () => resetByMail(at))).status).toBe(401);
    expect(await sessionsOf(at)).toEqual([]);
  });

  it.each([
    ['while the factor is looked at', SecondFactors, 'proves'],
    ['after the factor was right', SessionsService, 'open'],
  ] as const)('opens nothing where the password is replaced %s', async (_when, service, name) => {
    const at = await session('owner');
    const { secret } = await addApp(at.agent);
    const half = await halfWay(at, emailOf(at));
    const last = finish(half, { code: await nextCode(at, secret) });
    expect((await meanwhile(last, stop(at, service, name, 'before'), () => resetByMail(at))).status).toBe(401);
    expect(await sessionsOf(at)).toEqual([]);
  });

  it('does not slip past a first factor that is added at that moment', async () => {
    const at = await session('owner');
    const answer = await meanwhile(signIn(at, emailOf(at)), stop(at, SessionsService, 'open', 'before'), () => addApp(at.agent));
    expect(answer.status).toBe(401);
    expect(await sessionsOf(at)).toHaveLength(1);
  });

  it('leaves no browser known', async () => {
    const at = await session('owner');
    const answer = await meanwhile(signIn(at, emailOf(at)), stop(at, Devices, 'remember', 'before'), () => resetByMail(at));
    await new Agent(at.app.url, { cookie: cookieOf(answer) }).get('/session').expect(401);
    const known = 'SELECT 1 FROM known_device d JOIN membership m ON m.user_id = d.user_id WHERE m.clinic_id = $1';
    // That of the reset alone.
    expect(await at.app.sql(known, [at.clinic.id])).toHaveLength(1);
  });

  it('starts no further clinic', async () => {
    const at = await session('owner');
    const slug = `${at.clinic.slug}-two`;
    const founding = request(at.app.url)
      .post('/api/v1/clinics')
      .send({
        ...{ name: 'Second', slug, timeZone: 'America/Toronto', country: 'CA', region: 'ON', currency: 'CAD', locale: 'en' },
        owner: { email: emailOf(at), password: PASSWORD, firstName: 'Olive', lastName: 'Owner' },
      });
    expect((await meanwhile(founding, compared(at), () => resetByMail(at))).status).toBe(401);
    expect(await at.app.sql('SELECT 1 FROM clinic WHERE slug = $1', [slug])).toEqual([]);
  });
});

describe('a session that ends while its request is on its way', () => {
  it('does not choose the password after a reset', async () => {
    const at = await session('owner');
    const answer = await meanwhile(changePassword(at.agent, OTHER), compared(at), () => resetByMail(at));
    expect(answer.status).toBe(401);
    await signIn(at, emailOf(at), OTHER).expect(401);
    await signIn(at, emailOf(at), NEW).expect(200);
  });

  it('does not change it after another session has, with the same password of before', async () => {
    const at = await session('owner');
    const second = new Agent(at.app.url, { cookie: cookieOf(await signIn(at, emailOf(at)).expect(200)) });
    const answer = await meanwhile(changePassword(second, OTHER), compared(at), () => changePassword(at.agent, NEW).expect(204));
    expect(answer.status).toBe(401);
    await signIn(at, emailOf(at), NEW).expect(200);
  });

  it('proves nobody by the password of before: no step-up outlives it', async () => {
    const at = await session('owner');
    const copy = new Agent(at.app.url, { cookie: at.agent.cookie ?? '' });
    const proving = copy.post('/session/step-up', { password: PASSWORD });
    const answer = await meanwhile(proving, compared(at), () => changePassword(at.agent, NEW).expect(204));
    expect(answer.status).toBe(401);
    await at.agent.get('/session').expect(200);
  });

  it('proves nobody by the password alone once a first factor was added', async () => {
    const at = await session('owner');
    const copy = new Agent(at.app.url, { cookie: at.agent.cookie ?? '' });
    const proving = copy.post('/session/step-up', { password: PASSWORD });
    expect((await meanwhile(proving, compared(at), () => addApp(at.agent))).status).toBe(401);
    await at.agent.get('/session').expect(200);
  });

  it.each([
    ['a new password', (at: Session) => changePassword(at.agent, NEW).expect(204)],
    ['a first factor', (at: Session) => addApp(at.agent)],
  ])('leaves no key behind that a copy of its cookie was making during %s', async (_what, end) => {
    const at = await session('owner');
    const copy = new Agent(at.app.url, { cookie: at.agent.cookie ?? '' });
    const making = copy.post('/api-keys', { name: 'Export', scopes: ['*'] });
    expect((await meanwhile(making, stop(at, ApiKeysService, 'create', 'before'), () => end(at))).status).toBe(401);
    expect(await at.app.sql('SELECT 1 FROM api_key WHERE clinic_id = $1', [at.clinic.id])).toEqual([]);
  });

  it.each([
    ['a first factor is added', (at: Session) => addApp(at.agent)],
    ['one signs out everywhere else', (at: Session) => at.agent.delete('/sessions').expect(204)],
  ])('is a copy of its cookie no more when %s', async (_when, end) => {
    const at = await session('owner');
    const copy = new Agent(at.app.url, { cookie: at.agent.cookie ?? '' });
    await copy.get('/session').expect(200);
    await end(at);
    await copy.get('/session').expect(401);
    await at.agent.get('/session').expect(200);
  });

  it('makes no key in a clinic that the session has left while its member was deactivated', async () => {
    const at = await session('owner');
    const { agent, id } = await aColleague(at, 'owner');
    const making = agent.post('/api-keys', { name: 'Export', scopes: ['*'] });
    const other = (await session('owner')).clinic.id;
    const leave = () => at.app.sql('UPDATE session SET clinic_id = $2 WHERE user_id = $1', [id, other]);
    expect((await meanwhile(making, stop(at, ApiKeysService, 'create', 'before'), leave)).status).toBe(401);
    expect(await at.app.sql('SELECT 1 FROM api_key WHERE clinic_id = $1', [at.clinic.id])).toEqual([]);
  });

  it.each([
    ['key', ApiKeysService, 'create', '/api-keys', { name: 'Export', scopes: ['patient:read'] }],
    ['invitation', StaffService, 'invite', '/staff', { email: 'n@clinic.example', firstName: 'N', lastName: 'C', roles: ['front_desk'] }],
  ] as const)('leaves no %s behind', async (_what, service, name, path, body) => {
    const at = await session('owner');
    const answer = await meanwhile(at.agent.post(path, body), stop(at, service, name, 'before'), () => resetByMail(at));
    expect(answer.status).toBe(401);
    const left = 'SELECT id FROM api_key WHERE clinic_id = $1 UNION ALL SELECT id FROM invitation WHERE clinic_id = $1';
    expect(await at.app.sql(left, [at.clinic.id])).toEqual([]);
  });

  it('adopts no key', async () => {
    const at = await session('owner');
    const { id } = (await at.agent.post('/api-keys', { name: 'Export', scopes: ['*'] }).expect(201)).body as { id: string };
    const adopting = at.agent.post(`/api-keys/${id}/adopt`);
    expect((await meanwhile(adopting, stop(at, ApiKeysService, 'adopt', 'before'), () => resetByMail(at))).status).toBe(401);
    expect(await at.app.sql('SELECT 1 FROM api_key WHERE id = $1 AND stopped_at IS NULL', [id])).toEqual([]);
  });

  it('adds no factor after an owner has reset the sign-in', async () => {
    const at = await session('owner');
    const { agent, id, reset } = await aColleague(at);
    const begun = (await agent.post('/session/factors', { kind: 'totp' }).expect(201)).body as { id: string; secret: string };
    const confirming = agent.post(`/session/factors/${begun.id}/confirm`, { code: codeNow(begun.secret), name: 'phone' });
    expect((await meanwhile(confirming, stop(at, SecondFactors, 'stepOf', 'after'), reset)).status).toBe(401);
    expect(await at.app.sql('SELECT 1 FROM factor WHERE user_id = $1', [id])).toEqual([]);
  });

  it.each([
    ['adds no factor', 'confirm'],
    ['removes none', 'remove'],
    ['makes no recovery codes', 'begin'],
  ] as const)('%s after a reset by mail', async (_what, name) => {
    const at = await session('owner');
    const { id } = await addApp(at.agent);
    const begun = (await at.agent.post('/session/factors', { kind: 'totp' }).expect(201)).body as { id: string; secret: string };
    const send = {
      confirm: () => at.agent.post(`/session/factors/${begun.id}/confirm`, { code: codeNow(begun.secret), name: 'second' }),
      remove: () => at.agent.delete(`/session/factors/${id}`),
      begin: () => at.agent.post('/session/factors', { kind: 'recovery' }),
    }[name];
    const owned = () =>
      at.app.sql(
        `SELECT f.id FROM factor f JOIN clinic c ON c.founder_id = f.user_id WHERE c.id = $1 AND f.confirmed_at IS NOT NULL
         UNION ALL SELECT r.id FROM recovery_code r JOIN clinic c ON c.founder_id = r.user_id WHERE c.id = $1 ORDER BY id`,
        [at.clinic.id],
      );
    const before = await owned();
    expect((await meanwhile(send(), stop(at, FactorsService, name, 'before'), () => resetByMail(at))).status).toBe(401);
    expect(await owned()).toEqual(before);
  });

  it('does not correct the address that the reader of the mailbox is about to prove', async () => {
    const at = await session('owner', { unproved: true });
    const correcting = at.agent.put('/address-proof/address', { email: `stranger@${at.clinic.slug}.example` });
    const end = () => at.app.sql('DELETE FROM session s USING clinic c WHERE c.id = $1 AND s.user_id = c.founder_id', [at.clinic.id]);
    expect((await meanwhile(correcting, stop(at, AddressProofsService, 'correct', 'before'), end)).status).toBe(401);
    const address = 'SELECT u.email::text FROM user_account u JOIN clinic c ON c.founder_id = u.id WHERE c.id = $1';
    expect(await at.app.sql(address, [at.clinic.id])).toEqual([{ email: emailOf(at) }]);
  });
});
