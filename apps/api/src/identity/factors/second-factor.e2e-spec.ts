import request from 'supertest';
import { systemCtx } from '../../platform/index.js';
import { Agent } from '../../testing/agent.js';
import { codeAt, codeNow } from '../../testing/authenticators.js';
import { callRoute, nameOf, routesOf } from '../../testing/routes.js';
import { cookieOf, type Session, session } from '../../testing/session.js';
import { InvitationsService } from '../invitations.service.js';
import { addApp, addPasskey, emailOf, finish, type Half, halfWay, nextCode, PASSWORD, signIn } from './signing-in.fixture.js';

const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();
const wrongFor = (code: string) => String((Number(code) + 7) % 1_000_000).padStart(6, '0');

async function withApp(): Promise<Session & { secret: string; factorId: string; codes: string[] }> {
  const at = await session('owner');
  const { secret, id, recoveryCodes } = await addApp(at.agent);
  return { ...at, secret, factorId: id, codes: recoveryCodes ?? [] };
}

describe('signing in with a second factor', () => {
  it('asks for it after the password, and then answers as ever', async () => {
    const at = await withApp();
    const half = await halfWay(at, emailOf(at));
    expect(half.methods).toEqual(['totp', 'recovery']);
    const { cookie } = half.agent;
    const done = await finish(half, { code: await nextCode(at, at.secret) }).expect(200);
    expect(done.body).toMatchObject({ clinic: { id: at.clinic.id }, roles: ['owner'] });
    expect(cookieOf(done)).not.toBe(cookie);
    await half.agent.post('/api-keys', { name: 'k', scopes: ['clinic:read'] }).expect(201);
    // The half-open session was used up.
    const usedUp = { ...half, agent: new Agent(at.app.url, { cookie: cookie ?? '' }) };
    await finish(usedUp, { code: await nextCode(at, at.secret) }).expect(401);
  });

  it('says nothing about factors to who does not know the password', async () => {
    const at = await withApp();
    const refused = await signIn(at, emailOf(at), 'not the password').expect(401);
    expect(refused.body).toMatchObject({ code: 'SIGN_IN_REFUSED' });
    expect(refused.headers['set-cookie']).toBeUndefined();
  });

  it('opens no route half way, by any method', async () => {
    const at = await withApp();
    const half = await halfWay(at, emailOf(at));
    const open = ['POST /session/second-factor', 'POST /session/second-factor/options', 'DELETE /session'];
    const found: string[] = [];
    const guarded = routesOf(at.app).filter((route) => (route.policy && !route.policy.public) || route.path.startsWith('/session'));
    expect(guarded.length).toBeGreaterThan(90);
    for (const route of guarded.filter((one) => !open.includes(nameOf(one)) && nameOf(one) !== 'POST /session')) {
      const path = route.path.replace(/:\w+/g, '0199a8b0-0000-7000-8000-0000000000ff');
      const body = nameOf(route) === 'PUT /session/clinic' ? { clinicId: at.clinic.id } : undefined;
      const { status } = await callRoute(half.agent, { ...route, path }, body);
      if (status !== 401) found.push(`${nameOf(route)} ${status}`);
    }
    expect(found).toEqual([]);
    await half.agent.delete('/session').expect(204);
    await finish(half, { code: await nextCode(at, at.secret) }).expect(401);
  });

  it('takes a code once, in whichever window, and no older one afterwards', async () => {
    const at = await withApp();
    const code = await nextCode(at, at.secret);
    const halves = await Promise.all(Array.from({ length: 8 }, () => halfWay(at, emailOf(at))));
    const answers = await Promise.all(halves.map((half) => finish(half, { code })));
    expect(statuses(answers)).toEqual([200, ...Array.from({ length: 7 }, () => 401)]);
    const half = await halfWay(at, emailOf(at));
    await finish(half, { code: codeAt(at.secret, Math.floor(Date.now() / 30_000) - 1) }).expect(401);
    await at.agent.post('/session/step-up', { code }).expect(401);
  });

  it('takes nobody else’s code, passkey or recovery code', async () => {
    const [at, other] = [await withApp(), await withApp()];
    const { key } = await addPasskey(other.agent);
    const half = await halfWay(at, emailOf(at));
    await finish(half, { code: await nextCode(other, other.secret) }).expect(401);
    await finish(half, { recoveryCode: other.codes[0] }).expect(401);
    await half.agent.post('/session/second-factor/options', {}).expect(200);
    await finish(half, { passkey: key.get({ challenge: 'AAAA' }) }).expect(401);
    await finish(await halfWay(other, emailOf(other)), { recoveryCode: other.codes[0] }).expect(200);
  });

  it('lets five proofs be tried, then asks for the password again', async () => {
    const at = await withApp();
    const half = await halfWay(at, emailOf(at));
    const wrong = wrongFor(codeNow(at.secret));
    const answers = await Promise.all(Array.from({ length: 12 }, () => finish(half, { code: wrong })));
    const refused = answers.filter(({ body }) => (body as { code: string }).code === 'SIGN_IN_REFUSED');
    expect(refused).toHaveLength(5);
    await finish(half, { code: await nextCode(at, at.secret) }).expect(401);
    await finish(await halfWay(at, emailOf(at)), { code: codeNow(at.secret) }).expect(200);
  });

  it('slows down who tries many, over many half-open sessions, and tells the person at the second', async () => {
    const at = await session('owner', { env: { KEEL_RATE_LIMIT: 'on' } });
    const { secret } = await addApp(at.agent);
    const wrong = wrongFor(codeNow(secret));
    const found: number[] = [];
    const toldOf = async ({ app, clinic }: Session) =>
      (await app.sql("SELECT 1 FROM account_alert WHERE clinic_id = $1 AND kind = 'factor_failures'", [clinic.id])).length;
    for (let round = 0; round < 3; round++) {
      const half = await halfWay(at, emailOf(at));
      for (let guess = 0; guess < 4; guess++) {
        found.push((await finish(half, { code: wrong })).status);
        expect(await toldOf(at)).toBe(found.length < 2 ? 0 : 1);
      }
    }
    expect(found.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(found.slice(10)).toEqual([429, 429]);
  });

  it('takes a recovery code once, of twenty that try', async () => {
    const at = await withApp();
    const halves: Half[] = [];
    for (let one = 0; one < 20; one++) halves.push(await halfWay(at, emailOf(at)));
    const answers = await Promise.all(halves.map((half) => finish(half, { recoveryCode: at.codes[3]?.toLowerCase() })));
    expect(statuses(answers)).toEqual([200, ...Array.from({ length: 19 }, () => 401)]);
    expect((await at.agent.get('/session/factors').expect(200)).body).toMatchObject({ recoveryCodesLeft: 9 });
  });

  it('ends where the factor or the password was changed half way', async () => {
    const at = await withApp();
    const half = await halfWay(at, emailOf(at));
    await at.agent.put('/session/password', { currentPassword: PASSWORD, newPassword: 'staple gun correct' }).expect(204);
    await finish(half, { code: await nextCode(at, at.secret) }).expect(401);
    const other = await withApp();
    const second = await halfWay(other, emailOf(other));
    await other.agent.delete(`/session/factors/${other.factorId}`).expect(204);
    await finish(second, { code: codeNow(other.secret) }).expect(401);
    await finish(second, { recoveryCode: other.codes[0] }).expect(401);
    await signIn(other, emailOf(other)).expect(200);
  });

  it('is too late after ten minutes', async () => {
    const at = await withApp();
    const half = await halfWay(at, emailOf(at));
    await at.app.sql("UPDATE half_open_session SET expires_at = now() - interval '1 second'");
    await finish(half, { code: await nextCode(at, at.secret) }).expect(401);
  });

  it('is one proof at a time', async () => {
    const at = await withApp();
    const half = await halfWay(at, emailOf(at));
    await finish(half, {}).expect(400);
    await finish(half, { code: '123456', recoveryCode: 'x' }).expect(400);
  });
});

describe('signing in with a passkey', () => {
  it('takes each answer once, and none for another challenge, address or without a finger or PIN', async () => {
    const at = await session('owner');
    const { key } = await addPasskey(at.agent);
    for (const lie of [{ origin: 'https://evil.example' }, { host: 'evil.example' }, { verified: false }, { challenge: 'AAAA' }]) {
      const half = await halfWay(at, emailOf(at));
      await finish(half, { passkey: key.get({ challenge: half.challenge, ...lie }) }).expect(401);
    }
    const [one, two] = [await halfWay(at, emailOf(at)), await halfWay(at, emailOf(at))];
    const passkey = key.get({ challenge: one.challenge });
    await finish(two, { passkey }).expect(401);
    await finish(one, { passkey }).expect(200);
    await finish(two, { passkey }).expect(401);
  });

  it('takes no answer that names somebody else', async () => {
    const [at, other] = [await session('owner'), await session('owner')];
    const { key } = await addPasskey(at.agent);
    const personOf = async ({ agent }: Session) => ((await agent.get('/session').expect(200)).body as { user: { id: string } }).user.id;
    const [own, others] = [await personOf(at), await personOf(other)];
    for (const person of [others, own.toUpperCase()]) {
      const half = await halfWay(at, emailOf(at));
      await finish(half, { passkey: key.get({ challenge: half.challenge, person }) }).expect(401);
    }
    for (const person of [own, '']) {
      const half = await halfWay(at, emailOf(at));
      await finish(half, { passkey: key.get({ challenge: half.challenge, person }) }).expect(200);
    }
  });

  it('refuses a copy, whose count does not grow, and goes on after a fresh challenge', async () => {
    const at = await session('owner');
    const { key } = await addPasskey(at.agent);
    const first = await halfWay(at, emailOf(at));
    await finish(first, { passkey: key.get({ challenge: first.challenge, count: 9 }) }).expect(200);
    const half = await halfWay(at, emailOf(at));
    await finish(half, { passkey: key.get({ challenge: half.challenge, count: 9 }) }).expect(401);
    const { body } = await half.agent.post('/session/second-factor/options', {}).expect(200);
    const { challenge } = (body as { passkeyOptions: { challenge: string } }).passkeyOptions;
    await finish(half, { passkey: key.get({ challenge, count: 10 }) }).expect(200);
  });
});

describe('a password alone', () => {
  const signedIn = (answer: { headers: Record<string, unknown> }, at: Session) =>
    new Agent(at.app.url, { cookie: cookieOf(answer) }).get('/session');

  it('opens no session by an invitation’s link either, for whoever has a second factor', async () => {
    const [at, other] = [await withApp(), await session('owner')];
    const { body } = await other.agent
      .post('/staff', { email: emailOf(at), firstName: 'Olive', lastName: 'Owner', roles: ['front_desk'] })
      .expect(201);
    const mail = await other.app.nest.get(InvitationsService).mail(systemCtx(other.clinic.id, 'test'), (body as { id: string }).id);
    const token = mail?.url.split('/').at(-1);
    const answer = await request(other.app.url).post(`/api/v1/invitations/${token}/accept`).send({ password: PASSWORD }).expect(200);
    expect(answer.body).toMatchObject({ secondFactor: { methods: ['totp', 'recovery'] } });
    await signedIn(answer, other).expect(401);
    const half = { agent: new Agent(other.app.url, { cookie: cookieOf(answer) }), methods: [], challenge: '' };
    const done = await finish(half, { code: await nextCode(at, at.secret) }).expect(200);
    const names = (done.body as { clinics: { id: string }[] }).clinics.map(({ id }) => id);
    expect(names.sort()).toEqual([at.clinic.id, other.clinic.id].sort());
  });

  it('opens none by a new clinic’s sign-up', async () => {
    const at = await withApp();
    const owner = { email: emailOf(at), password: PASSWORD, firstName: 'Olive', lastName: 'Owner' };
    const place = { timeZone: 'America/Toronto', country: 'CA', region: 'ON', currency: 'CAD', locale: 'en' };
    const clinic = { name: 'Second', slug: `second-${at.clinic.slug}`, ...place, owner };
    const answer = await request(at.app.url).post('/api/v1/clinics').send(clinic).expect(201);
    await signedIn(answer, at).expect(401);
    const half = { agent: new Agent(at.app.url, { cookie: cookieOf(answer) }), methods: [], challenge: '' };
    await finish(half, { code: await nextCode(at, at.secret) }).expect(200);
  });
});
