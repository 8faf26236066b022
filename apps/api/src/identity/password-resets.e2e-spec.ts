import pg from 'pg';
import request from 'supertest';
import { systemCtx } from '../platform/index.js';
import { until } from '../testing/messaging.fixture.js';
import { type Session, session } from '../testing/session.js';
import { PasswordResetsService } from './password-resets.service.js';

const OLD = 'correct horse battery';
const NEW = 'staple gun correct';

const emailOf = ({ clinic }: Session) => `owner@${clinic.slug}.example`;
const ask = ({ app }: Session, email: string) => request(app.url).post('/api/v1/password-resets').send({ email });
const signIn = (at: Session, password: string) =>
  request(at.app.url)
    .post('/api/v1/session')
    .send({ email: emailOf(at), password });
const complete = ({ app }: Session, token: string, password = NEW) =>
  request(app.url).post(`/api/v1/password-resets/${token}/complete`).send({ password });

const resetsOf = ({ app, clinic }: Session) => app.sql<{ id: string }>('SELECT id FROM password_reset WHERE clinic_id = $1', [clinic.id]);

/** The token as the worker that writes the mail gets it. */
async function mailedToken(at: Session): Promise<string> {
  const [reset] = await resetsOf(at);
  const mail = await at.app.nest.get(PasswordResetsService).mail(systemCtx(at.clinic.id, 'test'), reset?.id ?? '');
  expect(mail).toMatchObject({ email: emailOf(at), locale: 'en' });
  return mail?.url.split('/').at(-1) ?? '';
}

describe('a forgotten password', () => {
  it('is replaced by the link in the mail, once, and ends every session', async () => {
    const at = await session('owner');
    await ask(at, emailOf(at)).expect(202);
    const token = await mailedToken(at);
    await complete(at, token).expect(204);
    await at.agent.get('/session').expect(401);
    await signIn(at, OLD).expect(401);
    await signIn(at, NEW).expect(200);
    const again = await complete(at, token, OLD).expect(404);
    expect(again.body).toMatchObject({ code: 'PASSWORD_RESET_GONE' });
  });

  it('is not replaced by a link of before, once its person has changed it', async () => {
    const at = await session('owner');
    await ask(at, emailOf(at)).expect(202);
    const token = await mailedToken(at);
    await at.agent.put('/session/password', { currentPassword: OLD, newPassword: 'three otters and a kettle' }).expect(204);
    expect((await complete(at, token).expect(404)).body).toMatchObject({ code: 'PASSWORD_RESET_GONE' });
    await signIn(at, 'three otters and a kettle').expect(200);
  });

  it('answers an unknown address alike and writes nothing down for it', async () => {
    const at = await session('owner');
    const known = await ask(at, emailOf(at)).expect(202);
    const unknown = await ask(at, 'nobody@nowhere.example').expect(202);
    expect(unknown.text).toBe(known.text);
    expect(await resetsOf(at)).toHaveLength(1);
    const events = await at.app.sql('SELECT 1 FROM outbox WHERE clinic_id = $1 AND type = $2', [at.clinic.id, 'password.reset_requested']);
    expect(events).toHaveLength(1);
  });

  it('fills no mailbox: a fourth request within the hour is not written down', async () => {
    const at = await session('owner');
    for (let times = 0; times < 5; times++) await ask(at, emailOf(at)).expect(202);
    expect(await resetsOf(at)).toHaveLength(3);
  });

  it('fills none by many at once either', async () => {
    const at = await session('owner');
    const other = new pg.Client({ connectionString: at.app.database.superuserUrl });
    await other.connect();
    try {
      // Nothing is written down until several have come as far as they can.
      await other.query('BEGIN');
      await other.query('LOCK TABLE password_reset IN SHARE MODE');
      const asked = Promise.all(Array.from({ length: 9 }, () => ask(at, emailOf(at)).expect(202)));
      const here = '(SELECT oid FROM pg_database WHERE datname = current_database())';
      const waits = `SELECT 1 FROM pg_locks WHERE NOT granted AND database = ${here}`;
      await until(async () => (await other.query(waits)).rows.length > 3, 'four to wait');
      await other.query('COMMIT');
      await asked;
    } finally {
      await other.end();
    }
    expect(await resetsOf(at)).toHaveLength(3);
  });

  it('is asked for under one count however the address is spelled, as the database folds it', async () => {
    const at = await session('owner', { env: { KEEL_RATE_LIMIT: 'on', TRUSTED_PROXIES: 'loopback' } });
    for (const [address, network] of [
      [emailOf(at), '203.0.113.1'],
      ['kiss@kim.example', '198.51.100.1'],
    ] as const) {
      const asked = (email: string) => ask(at, email).set('x-forwarded-for', network);
      // A dotted capital I and the sign for kelvin are an i and a k to the database.
      const spelled = [address, address.toUpperCase(), address.replaceAll('i', '\u0130'), address.replaceAll('k', '\u212a')];
      const folded = 'SELECT DISTINCT s::citext AS s FROM unnest($1::text[]) AS s';
      expect(await at.app.sql(folded, [spelled])).toHaveLength(1);
      for (let times = 0; times < 10; times++) await asked(spelled[times % spelled.length] ?? '').expect(202);
      for (const email of spelled) await asked(email).expect(429);
      // Another mailbox has a count of its own, and a long s is no s to the database.
      for (const other of [`a-${address}`, `\u017f-${address}`]) await asked(other).expect(202);
    }
  });

  it('keeps the old password when the link is late, replaced or made up, and when the new one is too short', async () => {
    const at = await session('owner');
    await ask(at, emailOf(at)).expect(202);
    const first = await mailedToken(at);
    const second = await mailedToken(at);
    await complete(at, first).expect(404);
    await complete(at, second, 'short').expect(400);
    await at.app.sql("UPDATE password_reset SET expires_at = now() - interval '1 minute' WHERE clinic_id = $1", [at.clinic.id]);
    await complete(at, second).expect(404);
    await complete(at, 'x'.repeat(43)).expect(404);
    await signIn(at, OLD).expect(200);
  });

  it('is taken from no other site', async () => {
    const at = await session('owner');
    await ask(at, emailOf(at)).set('origin', 'https://evil.example').expect(403);
  });
});
