import request from 'supertest';
import { Agent } from '../testing/agent.js';
import { callRoute, nameOf, routesOf } from '../testing/routes.js';
import { cookieOf, nobody, program, type Session, session, stranger } from '../testing/session.js';

const PASSWORD = 'correct horse battery';
const emailOf = ({ clinic }: Session) => `owner@${clinic.slug}.example`;

/** The same person signed in once more. */
async function again(at: Session, password = PASSWORD, userAgent = 'curl'): Promise<Agent> {
  const signedIn = await request(at.app.url)
    .post('/api/v1/session')
    .set('user-agent', userAgent)
    .send({ email: emailOf(at), password })
    .expect(200);
  return new Agent(at.app.url, { cookie: cookieOf(signedIn) });
}

/** As if the person had proved who they are longer ago. */
const forget = ({ app, clinic }: Session) =>
  app.sql("UPDATE session SET stepped_up_at = stepped_up_at - interval '11 minutes' WHERE clinic_id = $1", [clinic.id]);

const aKey = { name: 'k', scopes: ['clinic:read'] };
const keysOf = async ({ app, clinic }: Session) => (await app.sql('SELECT 1 FROM api_key WHERE clinic_id = $1', [clinic.id])).length;

describe('a route that needs a step-up', () => {
  it('is open right after signing up and signing in', async () => {
    const at = await session('owner');
    await at.agent.post('/api-keys', aKey).expect(201);
    await (await again(at)).post('/api-keys', aKey).expect(201);
  });

  it('is closed ten minutes later, does nothing, and opens by the password alone', async () => {
    const at = await session('owner');
    await forget(at);
    const refused = await at.agent.post('/api-keys', aKey).expect(403);
    expect(refused.body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect(await keysOf(at)).toBe(0);
    expect((await at.agent.get('/session').expect(200)).body).toMatchObject({ steppedUpUntil: null, stepUpMethods: ['password'] });
    const wrong = await at.agent.post('/session/step-up', { password: 'not the password' }).expect(401);
    expect(wrong.body).toMatchObject({ code: 'SIGN_IN_REFUSED' });
    await at.agent.post('/api-keys', aKey).expect(403);
    await at.agent.post('/session/step-up', { password: PASSWORD }).expect(200);
    await at.agent.post('/api-keys', aKey).expect(201);
  });

  it('is what ends sessions: whoever finds an open screen signs nobody out', async () => {
    const at = await session('owner');
    const second = await again(at);
    const { data } = (await at.agent.get('/sessions').expect(200)).body as { data: { id: string; current: boolean }[] };
    const other = data.find(({ current }) => !current)?.id;
    await forget(at);
    for (const path of ['/sessions', `/sessions/${other}`])
      expect((await at.agent.delete(path).expect(403)).body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await second.get('/session').expect(200);
    await at.agent.post('/session/step-up', { password: PASSWORD }).expect(200);
    await at.agent.delete(`/sessions/${other}`).expect(204);
    await second.get('/session').expect(401);
  });

  it('is not opened for one session by another, nor for a person by anybody else’s password', async () => {
    const at = await session('owner');
    const second = await again(at);
    await forget(at);
    await second.post('/session/step-up', { password: PASSWORD }).expect(200);
    await second.post('/api-keys', aKey).expect(201);
    await at.agent.post('/api-keys', aKey).expect(403);
    await (await nobody()).post('/session/step-up', { password: PASSWORD }).expect(401);
  });

  it('refuses programs and a wrong role before it asks', async () => {
    const at = await session('owner');
    const robot = await program(at, ['clinic:read', 'api-key:manage']);
    expect((await robot.post('/api-keys', aKey).expect(403)).body).toMatchObject({ code: 'PERSON_ONLY' });
    const desk = await session('front_desk');
    await forget(desk);
    expect((await desk.agent.post('/api-keys', aKey).expect(403)).body).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('counts wrong passwords like those of signing in', async () => {
    const at = await session('owner', { env: { KEEL_RATE_LIMIT: 'on' } });
    // The sign-up itself counts as the first.
    for (let guess = 1; guess < 10; guess++) await at.agent.post('/session/step-up', { password: 'a guess' }).expect(401);
    await at.agent.post('/session/step-up', { password: PASSWORD }).expect(429);
  });
});

describe('proving who one is', () => {
  const copyOf = ({ app, agent }: Session) => new Agent(app.url, { cookie: agent.cookie ?? '' });
  const later = ({ app, clinic }: Session) =>
    app.sql("UPDATE session SET former_until = former_until - interval '61 seconds' WHERE clinic_id = $1", [clinic.id]);

  it('renews the session’s token: a copy of the former one is not stepped up, and is over a minute later', async () => {
    const at = await session('owner');
    await forget(at);
    const copy = copyOf(at);
    const before = at.agent.cookie;
    await at.agent.post('/session/step-up', { password: PASSWORD }).expect(200);
    expect(at.agent.cookie).not.toBe(before);
    expect((await at.agent.get('/sessions').expect(200)).body).toMatchObject({ data: [{ current: true }] });
    await copy.get('/locations').expect(200);
    expect((await copy.get('/session').expect(200)).body).toMatchObject({ steppedUpUntil: null });
    expect((await copy.post('/api-keys', aKey).expect(403)).body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await at.agent.post('/api-keys', aKey).expect(201);
    await later(at);
    await copy.get('/locations').expect(401);
    await at.agent.get('/locations').expect(200);
  });

  it('can be asked once more where the answer with the new token was lost', async () => {
    const at = await session('owner');
    await forget(at);
    const lost = copyOf(at);
    await lost.post('/session/step-up', { password: PASSWORD }).expect(200);
    await at.agent.post('/session/step-up', { password: PASSWORD }).expect(200);
    await at.agent.post('/api-keys', aKey).expect(201);
  });

  it('does not renew it for a wrong proof, and signing out with the former token ends the session', async () => {
    const at = await session('owner');
    const before = at.agent.cookie;
    await at.agent.post('/session/step-up', { password: 'not the password' }).expect(401);
    expect(at.agent.cookie).toBe(before);
    const copy = copyOf(at);
    await at.agent.post('/session/step-up', { password: PASSWORD }).expect(200);
    await copy.delete('/session').expect(204);
    await at.agent.get('/session').expect(401);
  });

  it('ends every copy of the token at once where the password is changed', async () => {
    const at = await session('owner');
    const copy = copyOf(at);
    await at.agent.put('/session/password', { currentPassword: PASSWORD, newPassword: 'a quite different battery' }).expect(204);
    await copy.get('/session').expect(401);
    await at.agent.get('/session').expect(200);
  });
});

describe('a session', () => {
  it('says when it ends, and is not kept alive by what a browser asks by itself', async () => {
    const at = await session('owner');
    const { body } = await at.agent.get('/session').expect(200);
    const { idleSeconds, endsAt } = body as { idleSeconds: number; endsAt: string };
    expect(idleSeconds).toBe(15 * 60);
    const hours = (Date.parse(endsAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThanOrEqual(12.1);
    const rest = "UPDATE session SET last_seen_at = now() - interval '5 minutes' WHERE clinic_id = $1";
    const idle = async () => {
      const sql = "SELECT last_seen_at < now() - interval '4 minutes' AS idle FROM session WHERE clinic_id = $1";
      return (await at.app.sql<{ idle: boolean }>(sql, [at.clinic.id]))[0]?.idle;
    };
    await at.app.sql(rest, [at.clinic.id]);
    await at.agent.get('/locations', { headers: { 'x-keel-background': '1' } }).expect(200);
    await at.agent.get('/session').expect(200);
    const stream = await at.agent.stream('/events');
    stream.leave();
    expect(await idle()).toBe(true);
    await at.agent.post('/session/activity', {}).expect(204);
    expect(await idle()).toBe(false);
  });

  it('is over after fifteen minutes of rest, whatever asked in the background meanwhile', async () => {
    const at = await session('owner');
    const age = (minutes: number) =>
      at.app.sql(`UPDATE session SET last_seen_at = last_seen_at - interval '${minutes} minutes' WHERE clinic_id = $1`, [at.clinic.id]);
    await age(14);
    await at.agent.get('/locations', { headers: { 'x-keel-background': '1' } }).expect(200);
    await age(1.1);
    await at.agent.get('/locations').expect(401);
  });

  it('is listed to its person alone, with where it was opened, and ends by its id', async () => {
    const at = await session('owner');
    const phone = await again(at, PASSWORD, 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0');
    const { body } = await at.agent.get('/sessions').expect(200);
    const { data } = body as { data: { id: string; current: boolean; ip: string; device: string }[] };
    expect(data).toMatchObject([
      { current: false, device: 'Firefox, Android', ip: '127.0.0.1' },
      { current: true, device: '' },
    ]);
    const paged = await at.agent.get('/sessions?limit=1').expect(200);
    const rest = await at.agent.get(`/sessions?limit=1&cursor=${(paged.body as { nextCursor: string }).nextCursor}`).expect(200);
    expect((rest.body as { data: object[] }).data).toMatchObject([{ id: data[1]?.id }]);
    const other = await stranger();
    expect((await other.get('/sessions').expect(200)).body).toMatchObject({ data: [{ current: true }] });
    await other.delete(`/sessions/${data[0]?.id}`).expect(404);
    await at.agent.delete(`/sessions/${data[0]?.id}`).expect(204);
    await phone.get('/locations').expect(401);
    await at.agent.delete(`/sessions/${data[0]?.id}`).expect(404);
  });

  it('ends everywhere else at once', async () => {
    const at = await session('owner');
    const others = [await again(at), await again(at)];
    const other = await stranger();
    await at.agent.delete('/sessions').expect(204);
    for (const one of others) await one.get('/locations').expect(401);
    await at.agent.get('/locations').expect(200);
    await other.get('/locations').expect(200);
  });

  it('and what is a person’s own is nothing for a program', async () => {
    const at = await session('owner');
    const robot = await program(at);
    const own = routesOf(at.app).filter(({ path }) => /^\/session(s|\/)/.test(path) && path !== '/session/clinic');
    expect(own.length).toBeGreaterThan(4);
    const bodies: Record<string, object> = {
      'POST /session/factors': { kind: 'totp' },
      'POST /session/step-up': { password: PASSWORD },
      'PUT /session/password': { currentPassword: PASSWORD, newPassword: 'another long password' },
    };
    for (const route of own.filter(({ policy }) => policy && !policy.public)) {
      const path = route.path.replace(':id', '0199a8b0-0000-7000-8000-0000000000ff');
      const { body } = await callRoute(robot, { ...route, path }, bodies[nameOf(route)]);
      expect({ route: nameOf(route), code: (body as { code?: string }).code }).toEqual({ route: nameOf(route), code: 'PERSON_ONLY' });
    }
  });
});

describe('a password', () => {
  it('is forgotten by every browser but the one where it was changed', async () => {
    const at = await session('owner');
    const { user } = (await at.agent.get('/session').expect(200)).body as { user: { id: string } };
    await again(at);
    await again(at);
    const known = () => at.app.sql<{ at: Date }>('SELECT created_at AS at FROM known_device WHERE user_id = $1', [user.id]);
    const before = await known();
    expect(before.length).toBeGreaterThan(1);
    await at.agent.put('/session/password', { currentPassword: PASSWORD, newPassword: 'staple gun correct' }).expect(204);
    const after = await known();
    expect(after).toHaveLength(1);
    expect(before).not.toContainEqual(after[0]);
  });

  it('is changed by who knows it, and ends the other sessions', async () => {
    const at = await session('owner');
    const other = await again(at);
    const change = { currentPassword: PASSWORD, newPassword: 'staple gun correct' };
    await at.agent.put('/session/password', { ...change, currentPassword: 'not the password' }).expect(401);
    await at.agent.put('/session/password', { ...change, newPassword: 'short' }).expect(400);
    await other.get('/locations').expect(200);
    await at.agent.put('/session/password', change).expect(204);
    await at.agent.get('/locations').expect(200);
    await other.get('/locations').expect(401);
    await again(at, change.newPassword);
    const sessions = await at.app.sql("SELECT 1 FROM audit_entry WHERE clinic_id = $1 AND what = 'session' AND action = 'delete'", [
      at.clinic.id,
    ]);
    expect(sessions).toHaveLength(1);
    await request(at.app.url)
      .post('/api/v1/session')
      .send({ email: emailOf(at), password: PASSWORD })
      .expect(401);
  });
});
