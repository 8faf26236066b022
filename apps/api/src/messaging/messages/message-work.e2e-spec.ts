import fc from 'fast-check';
import pg from 'pg';
import { MESSAGE_STATUSES } from '@keel/contracts';
import type { Agent } from '../../testing/agent.js';
import { until } from '../../testing/messaging.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { member, type Session, session } from '../../testing/session.js';
import { loginOf, workOf } from '../../testing/work-items.fixture.js';
import { endedBy, OUR_HOLDS } from '../sending/holds.js';
import { ATTENTION } from './attention.js';

let here: Session;
let desk: Agent;
let patientId: string;
beforeAll(async () => {
  here = await session('owner', { workers: true });
  desk = (await member(here.app, here.owner, here.clinic.id, 'front_desk')).agent;
  patientId = (await aPatient(here.owner)).id;
});

interface State {
  status: string;
  reason: string | null;
  ours: boolean;
  attempts: number;
  startsIn: number | null;
  nextIn: number | null;
  handled: boolean;
}

const REASONS = [null, 'not_delivered', ...OUR_HOLDS, ...OUR_HOLDS.map(endedBy)];
const state: fc.Arbitrary<State> = fc.record({
  status: fc.constantFrom(...MESSAGE_STATUSES),
  reason: fc.constantFrom(...REASONS),
  ours: fc.boolean(),
  attempts: fc.nat(2),
  startsIn: fc.option(fc.constantFrom(-200, -100, -1, 1, 3, 100)),
  nextIn: fc.option(fc.constantFrom(-1, 0, 2, 50)),
  handled: fc.boolean(),
});

const VALUES = `status = $2, reason = $3, patient_id = $4, attempts = $5, starts_at = now() + $6::integer * interval '1 hour',
  next_at = now() + $7::integer * interval '1 hour', handled_at = CASE WHEN $8 THEN now() END, updated_at = now()`;
const values = ({ status, reason, ours, attempts, startsIn, nextIn, handled }: State) => [
  status,
  reason,
  ours ? patientId : null,
  attempts,
  startsIn,
  nextIn,
  handled,
];

async function aMessage(over: Partial<State> = {}): Promise<string> {
  const [row] = await here.app.sql<{ id: string }>(
    `INSERT INTO message (clinic_id, id, kind, channel, status, due_at) VALUES ($1, uuidv7(), 'reminder', 'sms', 'sent', now()) RETURNING id`,
    [here.clinic.id],
  );
  const id = row?.id ?? '';
  const plain = { status: 'failed', reason: null, ours: true, attempts: 1, startsIn: 24, nextIn: null, handled: false };
  await become(id, { ...plain, ...over });
  return id;
}
const become = (id: string, next: State) => here.app.sql(`UPDATE message SET ${VALUES} WHERE id = $1`, [id, ...values(next)]);
const kindOf = async (id: string, agent = here.owner) => (await workOf(agent)).find(({ subject }) => subject.id === id)?.kind;

describe('what is to be done about messages', () => {
  it('is what the messages themselves call for, whatever became of them before', async () => {
    const clinic = [here.clinic.id];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(state, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }), async (lives) => {
        await here.app.sql('DELETE FROM message WHERE clinic_id = $1', clinic);
        await here.app.sql('DELETE FROM work_item WHERE clinic_id = $1', clinic);
        for (const life of lives) {
          const id = await aMessage(life[0]);
          for (const next of life.slice(1)) await become(id, next);
        }
        const wanted = await here.app.sql<{ id: string }>(`SELECT m.id FROM message m WHERE m.clinic_id = $1 AND ${ATTENTION}`, clinic);
        const work = await workOf(here.owner);
        expect(work.map(({ subject }) => subject.id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      }),
      { numRuns: 40 },
    );
  });

  it('has its kind by what is to be decided, the patient’s name, and no word of the message', async () => {
    const failed = await aMessage();
    expect(await kindOf(failed)).toBe('message_failed');
    expect(await kindOf(await aMessage({ status: 'unknown' }))).toBe('message_unknown');
    expect(await kindOf(await aMessage({ status: 'received', startsIn: null }))).toBe('message_received');
    expect(await kindOf(await aMessage({ status: 'scheduled', ours: false, startsIn: null }))).toBe('message_delayed');
    for (const hold of OUR_HOLDS) {
      expect(await kindOf(await aMessage({ status: 'scheduled', reason: hold, startsIn: 1 }))).toBe('message_held');
      expect(await kindOf(await aMessage({ reason: endedBy(hold), startsIn: -1 }))).toBe('message_held');
    }
    const item = (await workOf(desk)).find(({ subject }) => subject.id === failed);
    expect(item).toMatchObject({ title: 'A message failed: reach them in another way', patient: { firstName: 'Amélie' }, memberId: null });
    const { headers } = await desk.get('/work-items?kind=message_failed').expect(200);
    const seen = `SELECT 1 FROM audit_entry WHERE request_id = $1 AND what = 'message' AND $2 = ANY (patient_ids)`;
    expect(await here.app.sql(seen, [headers['x-request-id'], patientId])).toHaveLength(1);
  });

  it('is done by what decides it, and says by whom', async () => {
    const [failed, unknown] = [await aMessage(), await aMessage({ status: 'unknown' })];
    await desk.post(`/messages/${failed}/resolve`, { outcome: 'handled' }).expect(200);
    await desk.post(`/messages/${unknown}/resolve`, { outcome: 'sent' }).expect(200);
    const done = await workOf(here.owner, '&done=true');
    const doneBy = await loginOf(desk);
    for (const id of [failed, unknown]) expect(done.find(({ subject }) => subject.id === id)).toMatchObject({ doneBy });
    expect(await kindOf(failed)).toBeUndefined();
    expect(await kindOf(unknown)).toBeUndefined();
  });

  it('changes its kind with the message, one at a time', async () => {
    const id = await aMessage({ status: 'unknown' });
    const items = () =>
      here.app.sql<{ kind: string; done: boolean }>(
        'SELECT kind, done_at IS NOT NULL AS done FROM work_item WHERE subject_id = $1 ORDER BY kind',
        [id],
      );
    await become(id, { status: 'failed', reason: null, ours: true, attempts: 1, startsIn: 24, nextIn: null, handled: false });
    expect(await items()).toEqual([
      { kind: 'message_failed', done: false },
      { kind: 'message_unknown', done: true },
    ]);
  });

  it('is nobody’s where the patient has died, and somebody’s again where that was a mistake', async () => {
    const { id: other } = await aPatient(here.owner);
    const failed = await aMessage();
    await here.app.sql('UPDATE message SET patient_id = $2 WHERE id = $1', [failed, other]);
    await here.app.settle();
    const said = async (deceasedOn: string | null) => {
      await here.owner.patch(`/patients/${other}`, { deceasedOn }, { ifMatch: '*' }).expect(200);
      await here.app.settle();
      return kindOf(failed);
    };
    expect(await kindOf(failed)).toBe('message_failed');
    expect(await said('2026-11-01')).toBeUndefined();
    expect(await said(null)).toBe('message_failed');
  });

  it.each([
    ['is not held any more', { status: 'scheduled', reason: OUR_HOLDS[0], startsIn: 1 }, 'suppressed', undefined],
    ['fails', { status: 'scheduled' }, 'failed', 'message_failed'],
  ])('is what it became while its patient was changed: one that %s', async (_, was, is, wanted) => {
    const { id: other } = await aPatient(here.owner);
    const id = await aMessage(was);
    await here.app.sql('UPDATE message SET patient_id = $2 WHERE id = $1', [id, other]);
    await here.app.settle();
    const client = new pg.Client({ connectionString: here.app.database.superuserUrl });
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query('UPDATE message SET status = $2, reason = NULL, updated_at = now() WHERE id = $1', [id, is]);
      await here.owner.patch(`/patients/${other}`, { archived: true }, { ifMatch: '*' }).expect(200);
      const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%follow_message%'`;
      await until(async () => (await here.app.sql(waits)).length > 0, 'whoever follows the patient waits for the message');
      await client.query('COMMIT');
    } finally {
      await client.end();
    }
    await here.app.settle();
    expect(await kindOf(id)).toBe(wanted);
  });

  it('that tells of an opened chart is for those who look into that', async () => {
    const id = await aMessage({ ours: false, startsIn: null });
    await here.app.sql("UPDATE message SET kind = 'chart_opened' WHERE id = $1", [id]);
    expect(await kindOf(id)).toBe('message_failed');
    expect(await kindOf(id, desk)).toBeUndefined();
  });
});
