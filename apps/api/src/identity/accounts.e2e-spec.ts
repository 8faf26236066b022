import request from 'supertest';
import { nobody, session } from '../testing/session.js';

const signUp = (slug: string, email: string, password = 'correct horse battery') => ({
  name: 'Clinique',
  slug,
  timeZone: 'America/Moncton',
  country: 'CA',
  region: 'NB',
  currency: 'CAD',
  locale: 'fr',
  owner: { email, password, firstName: 'Ada', lastName: 'Roy' },
});

describe('an account', () => {
  it('is not left behind by a sign-up that failed', async () => {
    const { app, clinic } = await session('owner');
    await request(app.url).post('/api/v1/clinics').send(signUp(clinic.slug, 'left@x.example')).expect(409);
    expect(await app.sql("SELECT 1 FROM user_account WHERE email = 'left@x.example'")).toHaveLength(0);
    await request(app.url)
      .post('/api/v1/clinics')
      .send(signUp('left-behind', 'left@x.example', 'another quiet lantern'))
      .expect(201);
  });

  it('cannot be guessed through sign-up more often than by signing in', async () => {
    const { app, clinic } = await session('owner', { env: { KEEL_RATE_LIMIT: 'on' } });
    const email = `owner@${clinic.slug}.example`;
    const guess = (word: number) =>
      request(app.url)
        .post('/api/v1/clinics')
        .send(signUp(`guessing-game-${word}`, email, `a guess of mine ${word}`));
    // The sign-up itself was the first attempt of this address.
    const answers = [];
    for (let times = 0; times < 10; times++) answers.push((await guess(times)).status);
    expect(answers).toEqual([201, ...Array<number>(8).fill(401), 429]);
    const stopped = await request(app.url).post('/api/v1/session').send({ email, password: 'correct horse battery' }).expect(429);
    expect(stopped.body).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('of an address is guessed no oftener by somebody who signed up with that address in between', async () => {
    const { app, clinic } = await session('owner', { env: { KEEL_RATE_LIMIT: 'on', EVENTS_BEAT_MS: '20001' } });
    const email = `owner@${clinic.slug}.example`;
    const signIn = (password: string) => request(app.url).post('/api/v1/session').send({ email, password });
    await request(app.url)
      .post('/api/v1/clinics')
      .send(signUp('in-between', email, 'my own password'))
      .expect(201);
    const answers = [];
    for (let times = 0; times < 9; times++) {
      answers.push((await signIn('a guess of mine')).status);
      if (times % 4 === 0) answers.push((await signIn('my own password')).status);
    }
    expect(answers.filter((status) => status === 401)).toHaveLength(8);
    expect(answers.at(-1)).toBe(429);
  });

  it('stops many guesses that are made at once', async () => {
    const { app } = await session('owner', { env: { KEEL_RATE_LIMIT: 'on', SESSION_IDLE_MINUTES: '30' } });
    const guess = () => request(app.url).post('/api/v1/session').send({ email: 'many@x.example', password: 'guess' });
    const answers = await Promise.all(Array.from({ length: 30 }, guess));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
  });
});

describe('a session', () => {
  it('is kept alive by use but not by looking whether it is', async () => {
    const { app, agent, clinic } = await session('owner');
    const stale = "UPDATE session SET last_seen_at = now() - interval '10 minutes' WHERE clinic_id = $1 RETURNING last_seen_at AS at";
    const seen = async () =>
      (await app.sql<{ at: Date }>('SELECT last_seen_at AS at FROM session WHERE clinic_id = $1', [clinic.id]))[0]?.at;
    const [before] = await app.sql<{ at: Date }>(stale, [clinic.id]);
    await agent.get('/session').expect(200);
    expect(await seen()).toEqual(before?.at);
    await agent.get('/locations').expect(200);
    expect((await seen())?.getTime()).toBeGreaterThan(before?.at.getTime() ?? 0);
  });

  it('ends at its absolute limit, however busy', async () => {
    const { app, agent, clinic } = await session('owner');
    await app.sql("UPDATE session SET expires_at = now() - interval '1 second' WHERE clinic_id = $1", [clinic.id]);
    await agent.get('/locations').expect(401);
  });

  it('is stored as a hash of a token that the database has never seen', async () => {
    const { app, clinic } = await session('owner');
    const password = 'correct horse battery';
    const signedIn = await request(app.url)
      .post('/api/v1/session')
      .send({ email: `owner@${clinic.slug}.example`, password })
      .expect(200);
    const token = /__Host-keel=([^;]+)/.exec(signedIn.headers['set-cookie']?.[0] ?? '')?.[1];
    const rows = await app.sql('SELECT 1 FROM session WHERE token_hash = sha256($1)', [Buffer.from(token ?? '')]);
    expect(rows).toHaveLength(1);
    const [row] = await app.sql<{ text: string }>("SELECT string_agg(s::text, '') AS text FROM session s");
    expect(row?.text).not.toContain(token);
  });

  it('and accounts are out of the runtime role’s reach but by doors', async () => {
    const { app } = await session('owner');
    const grants = await app.sql(
      `SELECT table_name FROM information_schema.role_table_grants WHERE grantee = 'keel_app' AND table_name IN ('user_account', 'session')`,
    );
    expect(grants).toEqual([]);
  });
});

describe('a change', () => {
  it.each([['name'], ['locale'], ['taxNumbers'], ['cancellationNoticeHours']])(
    'refuses null for %s, which a clinic always has',
    async (field) => {
      const { agent, clinic } = await session('owner');
      const refused = await agent.patch(`/clinics/${clinic.id}`, { [field]: null }, { ifMatch: '*' }).expect(400);
      expect(refused.body).toMatchObject({
        code: 'INVALID',
        errors: expect.arrayContaining([expect.objectContaining({ pointer: `/${field}` })]) as unknown,
      });
    },
  );

  it('takes null to clear what may be empty', async () => {
    const { agent, clinic } = await session('owner');
    await agent.patch(`/clinics/${clinic.id}`, { phone: '506 555 0100' }, { ifMatch: '*' }).expect(200);
    const cleared = await agent.patch(`/clinics/${clinic.id}`, { phone: null }, { ifMatch: '*' }).expect(200);
    expect(cleared.body).toMatchObject({ phone: null });
  });

  it('names a character that cannot be stored', async () => {
    const { agent } = await session('owner');
    const refused = await agent.post('/locations', { name: 'Nul \u0000', timeZone: 'America/Toronto' }).expect(400);
    expect((refused.body as { detail: string }).detail).toContain('NUL');
  });
});

describe('a key that was never given', () => {
  it('opens nothing, like no key at all', async () => {
    const agent = await nobody();
    await agent.get('/locations').expect(401);
    await agent.get('/locations', { headers: { authorization: `Bearer keel_${'x'.repeat(43)}` } }).expect(401);
  });
});
