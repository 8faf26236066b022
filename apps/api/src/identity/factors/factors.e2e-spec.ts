import { Agent } from '../../testing/agent.js';
import { codeNow, SoftPasskey } from '../../testing/authenticators.js';
import { callRoute, nameOf, routesOf } from '../../testing/routes.js';
import { cookieOf, type Session, session, stranger } from '../../testing/session.js';
import { addApp, addPasskey, emailOf, finish, halfWay, nextCode, PASSWORD, signIn } from './signing-in.fixture.js';

const forget = ({ app, clinic }: Session) =>
  app.sql("UPDATE session SET stepped_up_at = stepped_up_at - interval '11 minutes' WHERE clinic_id = $1", [clinic.id]);

describe('a factor', () => {
  it('is added in two steps, and brings ten recovery codes with the first alone', async () => {
    const at = await session('owner');
    const begun = await at.agent.post('/session/factors', { kind: 'totp' }).expect(201);
    const { id, secret, otpauthUri } = begun.body as { id: string; secret: string; otpauthUri: string };
    expect(otpauthUri).toContain(`secret=${secret}`);
    await signIn(at, emailOf(at)).expect(200);
    expect((await at.agent.get('/session/factors').expect(200)).body).toEqual({ data: [], recoveryCodesLeft: 0 });
    const wrong = String((Number(codeNow(secret)) + 1) % 1_000_000).padStart(6, '0');
    const refused = await at.agent.post(`/session/factors/${id}/confirm`, { code: wrong }).expect(409);
    expect(refused.body).toMatchObject({ code: 'FACTOR_NOT_CONFIRMED' });
    const confirmed = await at.agent.post(`/session/factors/${id}/confirm`, { code: codeNow(secret), name: 'phone' }).expect(200);
    expect((confirmed.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10);
    await at.agent.post(`/session/factors/${id}/confirm`, { code: codeNow(secret) }).expect(404);
    await addPasskey(at.agent);
    const { body } = await at.agent.get('/session/factors').expect(200);
    expect(body).toMatchObject({
      data: [
        { id, kind: 'totp', name: 'phone' },
        { kind: 'passkey', name: 'laptop' },
      ],
      recoveryCodesLeft: 10,
    });
    expect((await at.agent.get('/session').expect(200)).body).toMatchObject({ stepUpMethods: ['totp', 'passkey', 'recovery'] });
  });

  it('ends the sessions that the password alone has opened', async () => {
    const at = await session('owner');
    const before = new Agent(at.app.url, { cookie: cookieOf(await signIn(at, emailOf(at)).expect(200)) });
    await before.get('/session').expect(200);
    await addApp(at.agent);
    await before.get('/session').expect(401);
    await at.agent.get('/session').expect(200);
  });

  it('is nobody else’s to see, confirm or remove', async () => {
    const at = await session('owner');
    const { id } = await addApp(at.agent);
    const other = await stranger();
    expect((await other.get('/session/factors').expect(200)).body).toMatchObject({ data: [] });
    await other.delete(`/session/factors/${id}`).expect(404);
    const begun = await at.agent.post('/session/factors', { kind: 'totp' }).expect(201);
    const more = begun.body as { id: string; secret: string };
    await other.post(`/session/factors/${more.id}/confirm`, { code: codeNow(more.secret) }).expect(404);
  });

  it('is kept sealed, and no answer with a secret is kept for a repeat', async () => {
    const at = await session('owner');
    const body = { kind: 'totp' };
    const first = await at.agent.post('/session/factors', body, { idempotencyKey: 'same' }).expect(201);
    const second = await at.agent.post('/session/factors', body, { idempotencyKey: 'same' }).expect(201);
    expect(second.body).not.toEqual(first.body);
    const { secret, recoveryCodes } = await addApp(at.agent);
    const rows = await at.app.sql<{ text: string }>(
      "SELECT f::text AS text FROM factor f UNION ALL SELECT c::text FROM recovery_code c UNION ALL SELECT encode(f.secret, 'escape') FROM factor f WHERE f.secret IS NOT NULL",
    );
    const stored = rows.map(({ text }) => text).join('\n');
    expect(stored).not.toContain(secret);
    for (const code of recoveryCodes ?? []) expect(stored).not.toContain(code.replaceAll('-', ''));
    const [kept] = await at.app.sql<{ n: string }>('SELECT count(*) AS n FROM idempotency WHERE clinic_id = $1', [at.clinic.id]);
    expect(Number(kept?.n)).toBe(0);
    const reach = await at.app.sql(
      `SELECT 1 FROM information_schema.role_table_grants
       WHERE grantee = 'keel_app' AND table_name IN ('factor', 'recovery_code', 'half_open_session')`,
    );
    expect(reach).toEqual([]);
  });

  it('is touched only by a session that has just proved itself, and then by a factor, not by the password', async () => {
    const at = await session('owner');
    const { id, secret } = await addApp(at.agent);
    await forget(at);
    await at.agent.post('/session/factors', { kind: 'passkey' }).expect(403);
    await at.agent.post('/session/factors', { kind: 'recovery' }).expect(403);
    const refused = await at.agent.delete(`/session/factors/${id}`).expect(403);
    expect(refused.body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await at.agent.put('/session/password', { currentPassword: PASSWORD, newPassword: 'staple gun correct' }).expect(403);
    await at.agent.post('/session/step-up', { password: PASSWORD }).expect(401);
    await at.agent.post('/session/step-up', { password: PASSWORD, code: codeNow(secret) }).expect(400);
    await at.agent.post('/session/step-up', {}).expect(400);
    await at.agent.delete(`/session/factors/${id}`).expect(403);
    await at.agent.post('/session/step-up', { code: await nextCode(at, secret) }).expect(200);
    await at.agent.delete(`/session/factors/${id}`).expect(204);
    expect((await at.agent.get('/session/factors').expect(200)).body).toEqual({ data: [], recoveryCodesLeft: 0 });
    await at.agent.get('/locations').expect(200);
  });

  it('steps up by a passkey too, once for each challenge', async () => {
    const at = await session('owner');
    const { key } = await addPasskey(at.agent);
    const asked = await at.agent.post('/session/step-up/options', {}).expect(200);
    const { passkeyOptions } = asked.body as { passkeyOptions: { challenge: string } };
    const passkey = key.get(passkeyOptions);
    await at.agent.post('/session/step-up', { passkey }).expect(200);
    await at.agent.post('/session/step-up', { passkey }).expect(401);
    await at.agent.get('/locations').expect(200);
  });

  it('has new recovery codes that end the old ones, where there is something to recover', async () => {
    const at = await session('owner');
    expect((await at.agent.post('/session/factors', { kind: 'recovery' }).expect(409)).body).toMatchObject({ code: 'NO_FACTOR' });
    const { recoveryCodes: old = [] } = await addApp(at.agent);
    const renewed = await at.agent.post('/session/factors', { kind: 'recovery' }).expect(201);
    const { recoveryCodes } = renewed.body as { recoveryCodes: string[] };
    await finish(await halfWay(at, emailOf(at)), { recoveryCode: old[0] }).expect(401);
    await finish(await halfWay(at, emailOf(at)), { recoveryCode: recoveryCodes[0] }).expect(200);
  });

  it('that is a passkey belongs to one account, and is made for this address, with a finger or a PIN', async () => {
    const at = await session('owner');
    const begin = async (agent: Agent) => {
      const { body } = await agent.post('/session/factors', { kind: 'passkey' }).expect(201);
      return body as { id: string; options: { challenge: string; rp: { id: string } } };
    };
    const key = new SoftPasskey();
    for (const lie of [{ origin: 'http://evil.example' }, { host: 'evil.example' }, { verified: false }, { challenge: 'AAAA' }]) {
      const { id, options } = await begin(at.agent);
      expect(options.rp.id).toBe('localhost');
      await at.agent.post(`/session/factors/${id}/confirm`, { passkey: key.create({ ...options, ...lie }) }).expect(409);
    }
    for (const passkey of [{}, { id: 1 }, { id: 'x', rawId: 'x', type: 'public-key', response: {} }]) {
      const { id } = await begin(at.agent);
      await at.agent.post(`/session/factors/${id}/confirm`, { passkey }).expect(409);
    }
    const { id, options } = await begin(at.agent);
    await at.agent.post(`/session/factors/${id}/confirm`, { passkey: key.create(options) }).expect(200);
    const other = await stranger();
    const there = await begin(other);
    await other.post(`/session/factors/${there.id}/confirm`, { passkey: key.create(there.options) }).expect(409);
  });
});

describe('a factor that the clinic demands', () => {
  it('is demanded by an owner who has just proved who they are, and by nobody else', async () => {
    const at = await session('admin');
    const demand = { secondFactorRoles: ['admin'] };
    const path = `/clinics/${at.clinic.id}`;
    expect((await at.agent.patch(path, demand, { ifMatch: '*' }).expect(403)).body).toMatchObject({ code: 'OWNER_ONLY' });
    await forget(at);
    expect((await at.owner.patch(path, demand, { ifMatch: '*' }).expect(403)).body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await at.owner.patch(path, { phone: '506 555 0100' }, { ifMatch: '*' }).expect(200);
    await at.owner.patch(path, { secondFactorRoles: ['king'] }, { ifMatch: '*' }).expect(400);
    await at.owner.post('/session/step-up', { password: PASSWORD }).expect(200);
    const { body } = await at.owner.patch(path, demand, { ifMatch: '*' }).expect(200);
    expect(body).toMatchObject({ secondFactorRoles: ['admin'] });
  });

  it('closes every route to who has none, at once, but those that add one', async () => {
    const at = await session('front_desk');
    const stream = await at.agent.stream('/events');
    await at.owner.patch(`/clinics/${at.clinic.id}`, { secondFactorRoles: ['front_desk', 'billing'] }, { ifMatch: '*' }).expect(200);
    expect((await at.agent.get('/session').expect(200)).body).toMatchObject({ mustEnrolFactor: true });
    await stream.until((reader) => reader.ended);
    const open = [
      'DELETE /session/factors/:id',
      // A founder proves the clinic's address before a factor can be added.
      'GET /address-proof',
      'GET /session/factors',
      'POST /address-proof',
      'POST /address-proof/mail',
      'POST /session/activity',
      'POST /session/factors',
      'POST /session/factors/:id/confirm',
      'POST /session/step-up',
      'POST /session/step-up/options',
      'PUT /address-proof/address',
    ];
    const found: string[] = [];
    for (const route of routesOf(at.app).filter(({ policy }) => policy && !policy.public)) {
      const path = route.path.replace(/:\w+/g, '0199a8b0-0000-7000-8000-0000000000ff');
      const { status, body } = await callRoute(at.agent, { ...route, path });
      if (status !== 403 || (body as { code?: string }).code !== 'FACTOR_REQUIRED') found.push(nameOf(route));
    }
    expect(found.sort()).toEqual(open);
    expect((await at.owner.get('/session').expect(200)).body).toMatchObject({ mustEnrolFactor: false });
    const { id } = await addApp(at.agent);
    await at.agent.get('/locations').expect(200);
    expect((await at.agent.get('/session').expect(200)).body).toMatchObject({ mustEnrolFactor: false });
    await at.agent.delete(`/session/factors/${id}`).expect(204);
    await at.agent.get('/locations').expect(403);
  });
});

describe('a passkey that is demanded', () => {
  it('satisfies the clinic as an app does', async () => {
    const at = await session('owner');
    await at.owner.patch(`/clinics/${at.clinic.id}`, { secondFactorRoles: ['owner'] }, { ifMatch: '*' }).expect(200);
    await at.agent.get('/locations').expect(403);
    const { key } = await addPasskey(at.agent);
    await at.agent.get('/locations').expect(200);
    const half = await halfWay(at, emailOf(at));
    const done = await finish(half, { passkey: key.get(half) }).expect(200);
    await new Agent(at.app.url, { cookie: cookieOf(done) }).get('/locations').expect(200);
  });
});
