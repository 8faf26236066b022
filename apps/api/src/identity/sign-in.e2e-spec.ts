import request from 'supertest';
import { PasswordResetsService } from './password-resets.service.js';
import { Purges, systemCtx } from '../platform/index.js';
import { Agent } from '../testing/agent.js';
import { cookieOf, nobody, type Session, session } from '../testing/session.js';
import { addApp, emailOf, finish, halfWay, PASSWORD } from './factors/signing-in.fixture.js';

const ON = { env: { KEEL_RATE_LIMIT: 'on', TRUSTED_PROXIES: 'loopback' } };
/** A clinic whose sign-up, which is counted like a guess at its address, is forgotten. */
async function clinic(): Promise<Session> {
  const at = await session('owner', ON);
  await at.app.sql('DELETE FROM sign_in_failure');
  return at;
}
let networks = 1;
/** An address of a network that nobody has tried from yet. */
const elsewhere = () => `203.0.${(++networks >> 8) & 255}.${networks & 255}`;

const cookies = (response: { headers: Record<string, unknown> }) =>
  ((response.headers['set-cookie'] as string[] | undefined) ?? []).map((cookie) => cookie.split(';')[0] ?? '');

function attempt(
  at: Pick<Session, 'app'>,
  email: string,
  password: string,
  options: { from?: string; cookie?: string; agent?: string } = {},
) {
  const call = request(at.app.url)
    .post('/api/v1/session')
    .set('x-forwarded-for', options.from ?? elsewhere());
  if (options.cookie) void call.set('cookie', options.cookie);
  return call.set('user-agent', options.agent ?? 'Firefox/145.0 (Windows)').send({ email, password });
}

/** Whoever has to wait goes on waiting, however slow the machine is. */
const hold = ({ app }: Pick<Session, 'app'>) =>
  app.sql("UPDATE sign_in_failure SET blocked_until = now() + interval '1 hour' WHERE blocked_until IS NOT NULL");

const alertsOf = async ({ app, clinic }: Session) =>
  (await app.sql<{ kind: string }>('SELECT kind FROM account_alert WHERE clinic_id = $1 ORDER BY id', [clinic.id])).map(({ kind }) => kind);

const auditOf = async ({ app, clinic }: Pick<Session, 'app' | 'clinic'>, action: string) =>
  app.sql<{ what: string; actorType: string; entityId: string; ip: string }>(
    `SELECT what, actor_type AS "actorType", entity_id AS "entityId", host(ip) AS ip FROM audit_entry
     WHERE clinic_id = $1 AND action = $2 ORDER BY id`,
    [clinic.id, action],
  );

describe('guessing a password', () => {
  it('is slowed down for the account from all networks together, known or unknown', async () => {
    const at = await clinic();
    for (const email of [emailOf(at), 'nobody@there.is']) {
      for (let guess = 0; guess < 10; guess++) await attempt(at, email, 'a guess').expect(401);
      const slowed = await attempt(at, email, 'a guess').expect(429);
      const wait = Number(slowed.headers['retry-after']);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(15);
    }
    await hold(at);
    // Even the right password waits: what is not looked at cannot be guessed.
    await attempt(at, emailOf(at), PASSWORD).expect(429);
  });

  it('is counted once however the address is spelled', async () => {
    const at = await clinic();
    const address = emailOf(at);
    const spelled = [address, address.replaceAll('i', '\u0130'), address.toUpperCase()];
    expect(new Set(spelled).size).toBe(3);
    for (let guess = 0; guess < 10; guess++) await attempt(at, spelled[guess % 3] ?? '', 'a guess').expect(401);
    for (const email of spelled) await attempt(at, email, 'a guess').expect(429);
  });

  it('waits twice as long after each, and never longer than a quarter of an hour', async () => {
    const at = await clinic();
    const waits: number[] = [];
    for (let guess = 0; guess < 20; guess++) {
      await attempt(at, emailOf(at), 'a guess').expect(401);
      const [row] = await at.app.sql<{ wait: number | null }>(
        'SELECT round(extract(epoch FROM blocked_until - last_at))::int AS wait FROM sign_in_failure ORDER BY last_at DESC LIMIT 1',
      );
      waits.push(row?.wait ?? 0);
      await at.app.sql('UPDATE sign_in_failure SET blocked_until = now()');
    }
    expect(waits).toEqual([...Array.from({ length: 9 }, () => 0), 15, 30, 60, 120, 240, 480, 900, 900, 900, 900, 900]);
    await attempt(at, emailOf(at), PASSWORD).expect(200);
    await attempt(at, emailOf(at), 'a guess').expect(401);
    await attempt(at, emailOf(at), PASSWORD).expect(200);
  });

  it('by many at once lets ten through', async () => {
    const at = await session('owner', ON);
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(at, 'many@at.once', 'a guess')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  });

  it('locks nobody out of a browser that they have used, nor who resets their password', async () => {
    const at = await session('owner', ON);
    const email = emailOf(at);
    const device = cookies(await attempt(at, email, PASSWORD).expect(200)).find((cookie) => cookie.startsWith('__Host-keel-device=')) ?? '';
    expect(device).not.toBe('');
    for (let guess = 0; guess < 10; guess++) await attempt(at, email, 'a guess').expect(401);
    await hold(at);
    await attempt(at, email, PASSWORD).expect(429);
    await attempt(at, email, PASSWORD, { cookie: '__Host-keel-device=made-up' }).expect(429);
    await attempt(at, email, PASSWORD, { cookie: device }).expect(200);
    await attempt(at, email, PASSWORD).expect(429);
    await request(at.app.url).post('/api/v1/password-resets').send({ email }).expect(202);
    const [reset] = await at.app.sql<{ id: string }>('SELECT id FROM password_reset WHERE clinic_id = $1', [at.clinic.id]);
    const mail = await at.app.nest.get(PasswordResetsService).mail(systemCtx(at.clinic.id, 'test'), reset?.id ?? '');
    const token = mail?.url.split('/').at(-1);
    const done = await request(at.app.url)
      .post(`/api/v1/password-resets/${token}/complete`)
      .send({ password: 'staple gun correct' })
      .expect(204);
    await attempt(at, email, 'staple gun correct').expect(429);
    await attempt(at, email, 'staple gun correct', { cookie: cookies(done)[0] ?? '' }).expect(200);
  });

  it('is counted apart for each person of a shared browser', async () => {
    const [at, other] = [await clinic(), await clinic()];
    const device = cookies(await attempt(at, emailOf(at), PASSWORD).expect(200)).at(-1) ?? '';
    for (let guess = 0; guess < 10; guess++) await attempt(other, emailOf(other), 'a guess', { cookie: device }).expect(401);
    await hold(at);
    await attempt(other, emailOf(other), PASSWORD, { cookie: device }).expect(429);
    await attempt(at, emailOf(at), PASSWORD, { cookie: device }).expect(200);
  });

  it('names nobody in what is counted', async () => {
    const at = await session('owner', ON);
    await attempt(at, emailOf(at), 'a guess').expect(401);
    const [row] = await at.app.sql<{ text: string }>(
      "SELECT string_agg(f::text || encode(f.key, 'escape'), ' ') AS text FROM sign_in_failure f",
    );
    expect(row?.text).not.toContain(at.clinic.slug);
  });
});

describe('the person', () => {
  it('is told of a browser that is new to them, and not of the first or of one they have used', async () => {
    const at = await session('owner');
    expect(await alertsOf(at)).toEqual([]);
    const first = cookies(await attempt(at, emailOf(at), PASSWORD).expect(200));
    expect(await alertsOf(at)).toEqual(['new_device']);
    await attempt(at, emailOf(at), PASSWORD, { cookie: first.at(-1) ?? '' }).expect(200);
    expect(await alertsOf(at)).toEqual(['new_device']);
  });

  it('is told once that somebody keeps guessing, at the fifth wrong password', async () => {
    const at = await clinic();
    for (let guess = 1; guess <= 12; guess++) {
      await attempt(at, emailOf(at), 'a guess').expect(401);
      await at.app.sql('UPDATE sign_in_failure SET blocked_until = NULL');
      expect(await alertsOf(at)).toEqual(guess < 5 ? [] : ['failures']);
    }
  });

  it('is told once a week at most, however many days it goes on, and then again', async () => {
    const at = await clinic();
    const guessing = async () => {
      for (let guess = 1; guess <= 5; guess++) await attempt(at, emailOf(at), 'a guess').expect(401);
      // A day without a failure forgets them.
      await at.app.sql('DELETE FROM sign_in_failure');
    };
    const aged = (days: number) =>
      at.app.sql("UPDATE account_alert SET created_at = created_at - $2 * interval '1 day' WHERE clinic_id = $1", [at.clinic.id, days]);
    for (let day = 0; day < 6; day++) {
      await guessing();
      expect(await alertsOf(at)).toEqual(['failures']);
      await aged(1);
    }
    await aged(1);
    await guessing();
    expect(await alertsOf(at)).toEqual(['failures', 'failures']);
  });

  it('is told of each change of password, factors and recovery codes', async () => {
    const at = await session('owner');
    await at.agent.put('/session/password', { currentPassword: PASSWORD, newPassword: 'staple gun correct' }).expect(204);
    const { id, recoveryCodes } = await addApp(at.agent);
    await at.agent.put('/session/password', { currentPassword: 'staple gun correct', newPassword: PASSWORD }).expect(204);
    await finish(await halfWay(at, emailOf(at)), { recoveryCode: recoveryCodes?.[0] }).expect(200);
    await at.agent.post('/session/factors', { kind: 'recovery' }).expect(201);
    await at.agent.delete(`/session/factors/${id}`).expect(204);
    expect(await alertsOf(at)).toEqual([
      ...['password_changed', 'factor_added', 'password_changed', 'recovery_code_used', 'new_device'],
      ...['recovery_codes_renewed', 'factor_removed'],
    ]);
  });
});

describe('the audit', () => {
  const last = <T>(rows: T[]) => rows.at(-1);

  it('knows who came, who failed and who left, each with the address', async () => {
    const at = await session('owner', ON);
    const from = elsewhere();
    await attempt(at, emailOf(at), 'a guess', { from }).expect(401);
    expect(last(await auditOf(at, 'sign_in_failed'))).toMatchObject({ what: 'session.password', actorType: 'system', ip: from });
    const signedIn = await attempt(at, emailOf(at), PASSWORD, { from }).expect(200);
    expect(await auditOf(at, 'sign_in')).toHaveLength(2);
    expect(last(await auditOf(at, 'sign_in'))).toMatchObject({ what: 'session', actorType: 'user', ip: from });
    const agent = new Agent(at.app.url, { cookie: cookieOf(signedIn), 'x-forwarded-for': from });
    await agent.post('/session/step-up', { password: PASSWORD }).expect(200);
    expect(last(await auditOf(at, 'step_up'))).toMatchObject({ what: 'session', ip: from });
    await addApp(agent);
    const half = await halfWay(at, emailOf(at));
    await finish(half, { recoveryCode: 'never given' }).expect(401);
    expect(last(await auditOf(at, 'sign_in_failed'))).toMatchObject({ what: 'session.factor' });
    await agent.delete('/session').expect(204);
    expect(last(await auditOf(at, 'sign_out'))).toMatchObject({ what: 'session', ip: from });
    await agent.get('/locations').expect(401);
    // Opened by the password alone, it ended with the first factor.
    await at.agent.get('/locations').expect(401);
  });

  it('of each clinic of a person knows a failure, and that of the one entered the arrival', async () => {
    const at = await session('owner');
    const second = await session('owner', { clinic: { owner: { email: emailOf(at), password: PASSWORD, firstName: 'O', lastName: 'W' } } });
    await attempt(at, emailOf(at), 'a guess').expect(401);
    expect(await auditOf(at, 'sign_in_failed')).toHaveLength(1);
    expect(await auditOf(second, 'sign_in_failed')).toHaveLength(1);
    const chosen = new Agent(at.app.url, { cookie: cookieOf(await attempt(at, emailOf(at), PASSWORD).expect(200)) });
    const before = [(await auditOf(at, 'sign_in')).length, (await auditOf(second, 'sign_in')).length];
    await chosen.put('/session/clinic', { clinicId: second.clinic.id }).expect(200);
    expect([(await auditOf(at, 'sign_in')).length, (await auditOf(second, 'sign_in')).length]).toEqual([before[0], (before[1] ?? 0) + 1]);
  });

  it('names the roles that somebody had and has', async () => {
    const at = await session('front_desk');
    const { body } = await at.owner.get('/staff').expect(200);
    const clerk = (body as { data: { id: string; roles: string[] }[] }).data.find(({ roles }) => roles.includes('front_desk'));
    await at.owner.patch(`/staff/${clerk?.id}`, { roles: ['front_desk', 'billing'] }, { ifMatch: '*' }).expect(200);
    const rows = await at.app.sql<{ reason: string }>("SELECT reason FROM audit_entry WHERE clinic_id = $1 AND reason LIKE 'roles:%'", [
      at.clinic.id,
    ]);
    expect(rows).toEqual([{ reason: 'roles: front_desk → billing, front_desk' }]);
  });

  it('has no clinic for an unknown address: it is counted without being named', async () => {
    const at = await session('owner');
    await attempt(at, 'nobody@there.is', 'a guess').expect(401);
    const { text } = await request(at.app.url).get('/metrics').expect(200);
    expect(text).toMatch(/sign_ins_total\{outcome="unknown"\} [1-9]/);
    expect(text).not.toContain('there.is');
  });
});

describe('a password that is easy to guess', () => {
  const weak = ['password2026!', 'Olive.Owner1', 'keel-keel-keel'];

  it('is refused where it is set: at sign-up, by invitation, reset and change, by its pointer', async () => {
    const at = await session('owner');
    const anyone = await nobody();
    const expectRefused = (answer: { body: unknown }, pointer: string) =>
      expect(answer.body).toMatchObject({ code: 'INVALID', errors: [{ pointer }] });
    const signUp = {
      name: 'Lakeside',
      slug: `lakeside-${at.clinic.slug}`,
      timeZone: 'America/Toronto',
      country: 'CA',
      region: 'ON',
      currency: 'CAD',
      locale: 'en',
    };
    for (const password of [...weak, 'lakeside2026']) {
      const owner = { email: 'olive@lakeside.example', password, firstName: 'Olive', lastName: 'Owner' };
      expectRefused(await anyone.post('/clinics', { ...signUp, owner }).expect(400), '/owner/password');
    }
    const change = (newPassword: string) => at.agent.put('/session/password', { currentPassword: PASSWORD, newPassword });
    for (const newPassword of weak) expectRefused(await change(newPassword).expect(400), '/newPassword');
    await at.owner
      .post('/staff', { email: 'cleo@x.example', firstName: 'Cleopatra', lastName: 'Tremblay', roles: ['billing'] })
      .expect(201);
    await at.app.sql('UPDATE invitation SET token_hash = sha256($1) WHERE clinic_id = $2', [Buffer.from('t'.repeat(43)), at.clinic.id]);
    for (const password of ['cleopatra2026', 'password2026!']) {
      expectRefused(await anyone.post(`/invitations/${'t'.repeat(43)}/accept`, { password }).expect(400), '/password');
    }
    await request(at.app.url)
      .post('/api/v1/password-resets')
      .send({ email: emailOf(at) })
      .expect(202);
    await at.app.sql('UPDATE password_reset SET token_hash = sha256($1) WHERE clinic_id = $2', [Buffer.from('r'.repeat(43)), at.clinic.id]);
    for (const password of weak)
      expectRefused(await anyone.post(`/password-resets/${'r'.repeat(43)}/complete`, { password }).expect(400), '/password');
    await anyone.post(`/password-resets/${'r'.repeat(43)}/complete`, { password: 'staple gun correct' }).expect(204);
  });
});

describe('signing in', () => {
  it('ends what the browser had open before, and no other session', async () => {
    const at = await clinic();
    const asBefore = (answer: { headers: Record<string, unknown> }) => new Agent(at.app.url, { cookie: cookieOf(answer) });
    const elsewhere = await attempt(at, emailOf(at), PASSWORD).expect(200);
    const before = await attempt(at, emailOf(at), PASSWORD).expect(200);
    const again = await attempt(at, emailOf(at), PASSWORD, { cookie: cookieOf(before) }).expect(200);
    await asBefore(before).get('/session').expect(401);
    await asBefore(again).get('/session').expect(200);
    await asBefore(elsewhere).get('/session').expect(200);
    // Whoever has a second factor too, whose new session comes later.
    await addApp(asBefore(again));
    await attempt(at, emailOf(at), PASSWORD, { cookie: cookieOf(again) }).expect(200);
    await asBefore(again).get('/session').expect(401);
  });
});

describe('what signing in leaves behind', () => {
  it('is purged when it is over, and stays while it is not', async () => {
    const at = await clinic();
    await addApp(at.agent);
    await halfWay(at, emailOf(at));
    await attempt(at, 'nobody@there.is', 'a guess').expect(401);
    const tables = ['half_open_session', 'account_alert', 'sign_in_failure'];
    const counts = async () =>
      Promise.all(tables.map(async (table) => ((await at.app.sql(`SELECT 1 FROM ${table} LIMIT 1`)).length > 0 ? table : undefined)));
    await at.app.nest.get(Purges).run();
    expect(await counts()).toEqual(tables);
    await at.app.sql("UPDATE half_open_session SET expires_at = now() - interval '1 second'");
    await at.app.sql("UPDATE account_alert SET created_at = now() - interval '31 days'");
    await at.app.sql("UPDATE sign_in_failure SET last_at = now() - interval '25 hours'");
    await at.app.nest.get(Purges).run();
    expect(await counts()).toEqual([undefined, undefined, undefined]);
  });
});
