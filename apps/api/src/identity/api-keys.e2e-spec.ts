import request from 'supertest';
import { systemCtx } from '../platform/index.js';
import { Agent } from '../testing/agent.js';
import { member, program, type Session, session, stranger } from '../testing/session.js';
import { addApp } from './factors/signing-in.fixture.js';
import { PasswordResetsService } from './password-resets.service.js';

const ANY = { ifMatch: '*' };

interface Key {
  id: string;
  key: string;
  scopes: string[];
  effectiveScopes: string[];
  status: string;
  expiresAt: string;
  lastUsedAt: string | null;
  maker: { userId: string; name: string } | null;
}

const bearer = ({ app }: Pick<Session, 'app'>, { key }: Key) => new Agent(app.url, { authorization: `Bearer ${key}` });
const made = async (agent: Agent, scopes: string[], over: object = {}) =>
  (await agent.post('/api-keys', { name: 'program', scopes, ...over }).expect(201)).body as Key;
const read = async (agent: Agent, { id }: Key) => (await agent.get(`/api-keys/${id}`).expect(200)).body as Key;
const idOf = async (agent: Agent) => {
  const { user } = (await agent.get('/session').expect(200)).body as { user: { id: string } };
  const { data } = (await agent.get('/staff').expect(200)).body as { data: { id: string; userId: string }[] };
  return data.find(({ userId }) => userId === user.id)?.id ?? '';
};

describe('an API key', () => {
  it('is never wider than its maker is now', async () => {
    const at = await session('owner');
    const key = await made(at.agent, ['*']);
    const agent = bearer(at, key);
    expect(key.scopes).toContain('note:sign');
    await agent.get('/note-templates').expect(200);
    await at.agent.patch(`/staff/${await idOf(at.agent)}`, { chartRight: false }, ANY).expect(200);
    const now = await read(at.agent, key);
    expect(now.scopes).toContain('note:sign');
    expect(now.effectiveScopes).not.toContain('note:sign');
    const refused = await agent.post('/notes', { sections: [] }).expect(403);
    expect(refused.body).toMatchObject({ code: 'FORBIDDEN' });
    await agent.get('/patients').expect(200);
  });

  it('that is wrong is refused, whatever cookie comes along, on a route that needs only a sign-in', async () => {
    const at = await session('owner');
    const key = await made(at.agent, ['clinic:read']);
    await at.agent.get('/locations').expect(200);
    await at.agent.get('/locations', { headers: { authorization: `Bearer ${key.key}` } }).expect(200);
    await at.agent.delete(`/api-keys/${key.id}`).expect(204);
    const wrong = [`Bearer ${key.key}`, `Bearer keel_${'x'.repeat(43)}`, 'Bearer something-else', 'bearer keel_short', 'Bearer'];
    for (const authorization of wrong) {
      const { body } = await at.agent.get('/locations', { headers: { authorization } }).expect(401);
      expect(body).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    await at.agent.get('/locations').expect(200);
  });

  it('is shown once: a repeat of the request makes no second one and shows the first no more', async () => {
    const at = await session('owner');
    const [body, once] = [{ name: 'program', scopes: ['clinic:read'] }, { idempotencyKey: 'one-request' }];
    const first = (await at.agent.post('/api-keys', body, once).expect(201)).body as Key;
    const repeat = await at.agent.post('/api-keys', body, once).expect(409);
    expect(repeat.body).toMatchObject({ code: 'SHOWN_ONCE' });
    expect(JSON.stringify(repeat.body)).not.toContain(first.key);
    const answers = await at.app.sql("SELECT 1 FROM idempotency WHERE clinic_id = $1 AND key = 'one-request'", [at.clinic.id]);
    expect(answers).toHaveLength(1);
    const { data } = (await at.agent.get('/api-keys').expect(200)).body as { data: Key[] };
    expect(data.map(({ id }) => id)).toEqual([first.id]);
    await at.agent.post('/api-keys', { ...body, name: 'another' }, once).expect(422);
    await bearer(at, first).get(`/clinics/${at.clinic.id}`).expect(200);
    await at.agent.delete(`/api-keys/${first.id}`).expect(204);
    await at.agent.post('/api-keys', body, once).expect(409);
  });

  it('reads of charts what its maker reads, and no others', async () => {
    const at = await session('owner');
    const { body } = await at.agent.post('/patients', { firstName: 'A', lastName: 'B', dateOfBirth: '1990-01-01' }).expect(201);
    const chart = `/patients/${(body as Key).id}/chart`;
    await bearer(at, await made(at.agent, ['chart:read']))
      .get(chart)
      .expect(200);
    const both = await member(at.app, at.owner, at.clinic.id, 'practitioner');
    await at.owner.patch(`/staff/${await idOf(both.agent)}`, { roles: ['admin', 'practitioner'] }, ANY).expect(200);
    const key = bearer(at, await made(both.agent, ['chart:read']));
    await both.agent.get(chart).expect(403);
    const refused = await key.get(chart).expect(403);
    expect(refused.body).toMatchObject({ code: 'CHART_CLOSED' });
  });

  it('stops with its maker, stays stopped when they return, and goes on for the owner who adopts it', async () => {
    const at = await session('admin');
    const key = await made(at.agent, ['patient:read', 'clinic:read']);
    const [agent, makerId] = [bearer(at, key), await idOf(at.agent)];
    await agent.get('/patients').expect(200);
    await at.owner.patch(`/staff/${makerId}`, { active: false }, ANY).expect(200);
    const stopped = await agent.get('/patients').expect(401);
    expect(stopped.body).toMatchObject({ code: 'API_KEY_STOPPED' });
    expect(await read(at.owner, key)).toMatchObject({ status: 'stopped', effectiveScopes: [] });
    await at.owner.patch(`/staff/${makerId}`, { active: true }, ANY).expect(200);
    await agent.get('/patients').expect(401);
    const other = await member(at.app, at.owner, at.clinic.id, 'admin');
    await other.agent.post(`/api-keys/${key.id}/adopt`).expect(403);
    await (await stranger()).post(`/api-keys/${key.id}/adopt`).expect(404);
    const { body } = await at.owner.post(`/api-keys/${key.id}/adopt`).expect(200);
    expect(body).toMatchObject({ status: 'active', maker: { name: 'Olive Owner' }, effectiveScopes: ['clinic:read', 'patient:read'] });
    // Whoever has the former secret would read what the owner reads.
    await agent.get('/patients').expect(401);
    await bearer(at, body as Key)
      .get('/patients')
      .expect(200);
  });

  it('expires: in a year, or when its maker said; then it is refused by a code of its own and cannot be adopted', async () => {
    const at = await session('owner');
    const inAYear = Date.parse((await made(at.agent, ['clinic:read'])).expiresAt) - Date.now();
    expect(Math.round(inAYear / 86_400_000)).toBe(365);
    const wanted = new Date(Date.now() + 3_600_000).toISOString();
    const key = await made(at.agent, ['clinic:read'], { expiresAt: wanted });
    expect(key.expiresAt).toBe(wanted);
    for (const expiresAt of ['2020-01-01T00:00:00Z', '2150-01-01T00:00:00Z', '2026-13-45T00:00:00Z', 'soon']) {
      const refused = await at.agent.post('/api-keys', { name: 'x', scopes: ['clinic:read'], expiresAt }).expect(400);
      expect(refused.body).toMatchObject({ errors: [{ pointer: '/expiresAt' }] });
    }
    await at.app.sql("UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = $1", [key.id]);
    const late = await bearer(at, key).get('/locations').expect(401);
    expect(late.body).toMatchObject({ code: 'API_KEY_EXPIRED' });
    const refused = await at.agent.post(`/api-keys/${key.id}/adopt`).expect(409);
    expect(refused.body).toMatchObject({ code: 'API_KEY_ENDED' });
  });

  it('tells when it was last used, without a write for every request', async () => {
    const at = await session('owner');
    const key = await made(at.agent, ['clinic:read']);
    expect(key.lastUsedAt).toBeNull();
    const stamp = async () => (await at.app.sql<{ at: Date }>('SELECT last_used_at AS at FROM api_key WHERE id = $1', [key.id]))[0]?.at;
    await bearer(at, key).get('/locations').expect(200);
    const first = await stamp();
    await bearer(at, key).get('/locations').expect(200);
    expect(await stamp()).toEqual(first);
    await at.app.sql("UPDATE api_key SET last_used_at = now() - interval '6 minutes' WHERE id = $1", [key.id]);
    await bearer(at, key).get('/locations').expect(200);
    expect((await stamp())?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? 0);
    expect((await read(at.agent, key)).lastUsedAt).not.toBeNull();
  });

  it('ends with a password reset of its maker, as everything that the account had left open', async () => {
    const at = await session('owner');
    const elsewhere = await session('owner', {
      clinic: { owner: { email: `owner@${at.clinic.slug}.example`, password: 'correct horse battery', firstName: 'O', lastName: 'O' } },
    });
    const keys = [await made(at.agent, ['clinic:read']), await made(elsewhere.agent, ['clinic:read'])] as const;
    const invite = { email: 'evil@x.example', firstName: 'E', lastName: 'V', roles: ['admin'] };
    const invited = (await elsewhere.agent.post('/staff', invite).expect(201)).body as Key;
    const email = `owner@${at.clinic.slug}.example`;
    for (let times = 0; times < 2; times++) await request(at.app.url).post('/api/v1/password-resets').send({ email }).expect(202);
    const resets = await at.app.sql<{ id: string; clinicId: string }>(
      'SELECT id, clinic_id AS "clinicId" FROM password_reset WHERE clinic_id = ANY ($1::uuid[])',
      [[at.clinic.id, elsewhere.clinic.id]],
    );
    const tokens = await Promise.all(
      resets.map(async ({ id, clinicId }) => {
        const mail = await at.app.nest.get(PasswordResetsService).mail(systemCtx(clinicId, 'test'), id);
        return mail?.url.split('/').at(-1);
      }),
    );
    const complete = (token: string | undefined) =>
      request(at.app.url).post(`/api/v1/password-resets/${token}/complete`).send({ password: 'staple gun correct' });
    await complete(tokens[0]).expect(204);
    await complete(tokens[1]).expect(404);
    for (const agent of [at.agent, elsewhere.agent]) await agent.get('/session').expect(401);
    for (const key of keys) expect((await bearer(at, key).get('/locations').expect(401)).body).toMatchObject({ code: 'API_KEY_STOPPED' });
    expect(await at.app.sql('SELECT 1 FROM invitation WHERE id = $1 AND revoked_at IS NOT NULL', [invited.id])).toHaveLength(1);
  });

  it('waits, where the clinic demands a second factor of its maker, until they have one', async () => {
    const at = await session('owner');
    const admin = await member(at.app, at.owner, at.clinic.id, 'admin');
    const key = await made(admin.agent, ['clinic:read']);
    const mine = await made(at.owner, ['clinic:read']);
    const agent = bearer(at, key);
    await at.owner.patch(`/clinics/${at.clinic.id}`, { secondFactorRoles: ['admin'] }, ANY).expect(200);
    expect((await agent.get('/locations').expect(403)).body).toMatchObject({ code: 'API_KEY_FACTORLESS' });
    expect(await read(at.owner, key)).toMatchObject({ status: 'factorless', effectiveScopes: [] });
    expect(await read(at.owner, mine)).toMatchObject({ status: 'active' });
    await bearer(at, mine).get('/locations').expect(200);
    // Nor are new ones made without.
    await admin.agent.post('/api-keys', { name: 'program', scopes: ['clinic:read'] }).expect(403);
    const { id } = await addApp(admin.agent);
    await agent.get('/locations').expect(200);
    expect(await read(at.owner, key)).toMatchObject({ status: 'active', effectiveScopes: ['clinic:read'] });
    await admin.agent.delete(`/session/factors/${id}`).expect(204);
    await agent.get('/locations').expect(403);
    // An owner who fulfils what is asked of owners may take it over.
    const { body } = await at.owner.post(`/api-keys/${key.id}/adopt`).expect(200);
    await bearer(at, body as Key)
      .get('/locations')
      .expect(200);
  });

  it('is seen and adopted by nobody without the right', async () => {
    const at = await session('front_desk');
    const key = await made(at.owner, ['clinic:read']);
    await at.agent.get(`/api-keys/${key.id}`).expect(403);
    await at.agent.post(`/api-keys/${key.id}/adopt`).expect(403);
    await (await program(at, ['api-key:manage'])).get(`/api-keys/${key.id}`).expect(200);
  });
});
