import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import request from 'supertest';
import { session, type Session } from '../../testing/session.js';

const env = { KEEL_DATA_DIR: tmpdir(), ALARM_DISK_FREE_MIB: '10000000', ALARM_REFUSALS: '6' };

const told = async ({ owner }: Session) => {
  const { body } = await owner.get('/alarms').expect(200);
  return (body as { data: { code: string; value: number }[] }).data;
};

/** Everything that can go wrong in one clinic, as its rows tell of it. */
async function trouble(at: Session): Promise<void> {
  const { app, clinic } = at;
  const [event] = await app.sql<{ id: string }>(
    `INSERT INTO outbox (clinic_id, id, type, version, payload, occurred_at, created_at, published_at, listeners)
     VALUES ($1, uuidv7(), 'patient.created', 1, '{}', now(), now() - interval '10 minutes', now(), '{a,b}') RETURNING id`,
    [clinic.id],
  );
  await app.sql(
    `INSERT INTO dead_letter (clinic_id, id, event_id, listener, error, cause, attempts, retry_at)
     SELECT $1, uuidv7(), $2, l, 'Error', 'fault', 20, now() + interval '1 day' FROM unnest('{a,b,c}'::text[]) AS l`,
    [clinic.id, event?.id],
  );
  for (const channel of ['email', 'sms']) {
    await app.sql(
      `WITH m AS (INSERT INTO message (clinic_id, id, kind, channel, status, due_at)
         SELECT $1, uuidv7(), 'reminder', $2, 'failed', now() - interval '10 minutes' FROM generate_series(1, 6) RETURNING clinic_id, id)
       INSERT INTO message_attempt (clinic_id, id, message_id, number, started_at, finished_at, outcome, code)
       SELECT clinic_id, uuidv7(), id, 1, now(), now(), 'retry', 'x' FROM m`,
      [clinic.id, channel],
    );
  }
  await app.sql("INSERT INTO stray_text VALUES ($1, '\\x01', now())", [randomUUID()]);
  for (let n = 0; n < 7; n += 1) await at.agent.get('/audit').expect(403);
}

describe('alarms', () => {
  it('of one clinic are told to it, and nothing of them to another, which hears of the disk alone', async () => {
    const at = await session('front_desk', { env });
    const other = await session('front_desk', { env });
    await trouble(at);
    const own = new Map((await told(at)).map(({ code, value }) => [code, value]));
    expect([...own.keys()].toSorted()).toEqual(
      ['dead_letters', 'disk_space', 'email_failing', 'event_backlog', 'messages_late', 'refusals', 'sms_failing'].toSorted(),
    );
    expect([own.get('dead_letters'), own.get('refusals'), own.get('sms_failing')]).toEqual([3, 7, 100]);
    expect(own.get('event_backlog')).toBeGreaterThanOrEqual(600);
    expect((await told(other)).map(({ code }) => code)).toEqual(['disk_space']);
    // Whoever runs it all hears of everything, a text that is of no clinic too.
    const { text } = await request(at.app.url).get('/metrics').expect(200);
    const raised = [...text.matchAll(/alarm_raised\{code="(\w+)"\} 1/g)].map(([, code]) => code);
    for (const code of ['dead_letters', 'refusals', 'sms_failing', 'email_failing', 'messages_late', 'stray_texts', 'disk_space']) {
      expect(raised).toContain(code);
    }
  });

  it('of refusals are not those of a network where nobody is signed in', async () => {
    const at = await session('front_desk', { env: { ...env, ALARM_REFUSALS: '5' } });
    for (let n = 0; n < 6; n += 1) await request(at.app.url).get(`/api/v1/public/links/${randomUUID()}`).expect(404);
    expect((await told(at)).map(({ code }) => code)).not.toContain('refusals');
    expect((await request(at.app.url).get('/metrics').expect(200)).text).toContain('alarm_raised{code="refusals"} 1');
  });

  it('of the disk are of the one that files lie on as well', async () => {
    const at = await session('owner', { env: { ALARM_DISK_FREE_MIB: '10000000', KEEL_FILES: tmpdir() } });
    expect((await told(at)).map(({ code }) => code)).toEqual(['disk_space']);
  });

  it('are nobody’s but of those who look after failed deliveries', async () => {
    const at = await session('front_desk', { env });
    await at.agent.get('/alarms').expect(403);
    await request(at.app.url).get('/api/v1/alarms').expect(401);
  });
});
