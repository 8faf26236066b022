import { getQueueToken } from '@nestjs/bullmq';
import type { DomainEvent } from '@keel/contracts';
import type { Queue } from 'bullmq';
import { until } from '../../testing/messaging.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { aDiary, anAppointment } from '../../testing/scheduling.fixture.js';
import { session, stranger, type Session } from '../../testing/session.js';
import type { TxCtx } from '../context/ctx.js';
import { Purges } from '../upkeep/purges.js';
import { EVENT_ATTEMPTS, EVENTS_QUEUE, eventJob } from './event-job.js';
import { Listeners } from './listeners.js';
import type { Listener } from './on.decorator.js';
import { Sweeper } from './sweeper.js';

const LISTENER = 'recordOnTimeline';
const EVENT = 'SELECT clinic_id AS "clinicId", id, type, version, payload, occurred_at AS "occurredAt" FROM outbox';

interface Letter {
  id: string;
  listener: string;
  cause: string;
  error: string;
  attempts: number;
  retryAt: string | null;
  replayedAt: string | null;
  handledAt: string | null;
}

let here: Session;
let queue: Queue<DomainEvent>;
/** What the listener under test does instead of its own work, while it is set. */
let instead: Listener | undefined;

beforeAll(async () => {
  here = await session('owner', { workers: true });
  queue = here.app.nest.get(getQueueToken(EVENTS_QUEUE));
  const listeners = here.app.nest.get(Listeners);
  const get = listeners.get.bind(listeners);
  listeners.get = (name) => (name === LISTENER ? (ctx, event) => (instead ?? get(name)!)(ctx, event) : get(name));
});
afterEach(() => (instead = undefined));

/** A delivery that the listener is still to make, and how often it was tried. */
async function anEvent(): Promise<{ event: DomainEvent; handled: () => Promise<number> }> {
  const { id } = await aPatient(here.owner);
  const [row] = await here.app.sql<DomainEvent>(`${EVENT} WHERE type = 'patient.created' AND payload->>'patientId' = $1`, [id]);
  const event = row!;
  const handled = async () => {
    const [inbox] = await here.app.sql<{ n: number }>('SELECT count(*)::int AS n FROM inbox WHERE event_id = $1 AND listener = $2', [
      event.id,
      LISTENER,
    ]);
    return inbox?.n ?? 0;
  };
  return { event, handled };
}

const letterOf = async (event: DomainEvent): Promise<Letter[]> => {
  const { body } = await here.owner.get('/dead-letters?limit=200').expect(200);
  return (body as { data: (Letter & { eventId: string })[] }).data.filter(({ eventId }) => eventId === event.id);
};

/** The attempts before this one have been made and failed. */
const allButTheLast = (event: DomainEvent) =>
  here.app.sql(
    `INSERT INTO delivery_failure AS f (clinic_id, event_id, listener, attempts) VALUES ($1, $2, $3, $4)
     ON CONFLICT (clinic_id, event_id, listener) DO UPDATE SET attempts = greatest(f.attempts, $4)`,
    [event.clinicId, event.id, LISTENER, EVENT_ATTEMPTS - 1],
  );

async function aLetter() {
  instead = () => Promise.reject(new TypeError('Amélie Gagné is not a function'));
  const made = await anEvent();
  await until(async () => (await here.app.sql('SELECT 1 FROM delivery_failure WHERE event_id = $1', [made.event.id])).length > 0);
  await allButTheLast(made.event);
  await until(async () => (await letterOf(made.event)).length > 0, 'the dead letter');
  return made;
}

describe('a delivery', () => {
  it('leaves nothing in the queue once it is made', async () => {
    const { handled } = await anEvent();
    await until(async () => (await handled()) === 1);
    await until(async () => {
      const counts = await queue.getJobCounts('completed', 'failed', 'active', 'waiting');
      return Object.values(counts).every((count) => count === 0);
    });
  });

  it('is no letter as long as it may still succeed, and is made by a later attempt', async () => {
    let tries = 0;
    instead = () => (++tries < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve());
    const { event, handled } = await anEvent();
    await until(async () => (await handled()) === 1);
    expect(await letterOf(event)).toEqual([]);
    expect(await here.app.sql('SELECT attempts FROM delivery_failure WHERE event_id = $1', [event.id])).toEqual([{ attempts: 2 }]);
  });

  it('is made again from the rows where the queue lost it', async () => {
    const { event, handled } = await anEvent();
    await until(async () => (await handled()) === 1);
    // The row says so a moment before the job is gone from the queue; until then the queue has lost nothing.
    const { jobId } = eventJob(event, LISTENER).opts;
    await until(async () => !(await queue.getJob(String(jobId))));
    await here.app.sql('DELETE FROM inbox WHERE event_id = $1', [event.id]);
    await here.app.sql("UPDATE outbox SET published_at = published_at - interval '3 minutes' WHERE id = $1", [event.id]);
    await here.app.nest.get(Sweeper).sweep();
    await until(async () => (await handled()) === 1, 'the lost delivery');
  });

  it('is made once by its listener, also where that had another name when it was put into the queue', async () => {
    const { id } = await anAppointment(here.owner, await aDiary(here.owner));
    const [event] = await here.app.sql<DomainEvent>(`${EVENT} WHERE type = 'appointment.booked' AND payload->>'appointmentId' = $1`, [id]);
    const inbox = () => here.app.sql("SELECT listener FROM inbox WHERE event_id = $1 AND listener LIKE 'scheduleReminders%'", [event!.id]);
    await until(async () => (await inbox()).length > 0);
    await here.app.sql("DELETE FROM inbox WHERE event_id = $1 AND listener LIKE 'scheduleReminders%'", [event!.id]);
    const job = eventJob(event!, 'scheduleRemindersWhenVisitHasItsTime');
    await queue.add(job.name, job.data, job.opts);
    await until(async () => (await inbox()).length > 0, 'the delivery under the former name');
    expect(await inbox()).toEqual([{ listener: 'scheduleRemindersWhenAppointmentHasItsTime' }]);
  });
});

describe('a dead letter', () => {
  it('says why in one word and quotes nobody, after real attempts', async () => {
    const { event } = await aLetter();
    const [letter] = await letterOf(event);
    expect(letter).toMatchObject({ listener: LISTENER, cause: 'program', error: 'TypeError', attempts: EVENT_ATTEMPTS, handledAt: null });
    expect(Date.parse(letter?.retryAt ?? '')).toBeGreaterThan(Date.now());
    expect((await (await stranger({ workers: true })).get('/dead-letters').expect(200)).body).toMatchObject({ data: [] });
  });

  it('is tried again by itself, stays one letter while it fails, and is closed once it is done', async () => {
    const { event, handled } = await aLetter();
    const due = () => here.app.sql('UPDATE dead_letter SET retry_at = now() WHERE event_id = $1', [event.id]);
    await due();
    await here.app.nest.get(Sweeper).sweep();
    await until(async () => (await letterOf(event))[0]?.attempts === EVENT_ATTEMPTS + 1, 'another round that failed');
    expect(await letterOf(event)).toHaveLength(1);
    instead = undefined;
    await due();
    await here.app.nest.get(Sweeper).sweep();
    await until(async () => (await letterOf(event))[0]?.handledAt, 'the letter closed');
    expect(await handled()).toBe(1);
    expect((await letterOf(event))[0]).toMatchObject({ retryAt: null, replayedAt: null });
    await here.owner.post(`/dead-letters/${(await letterOf(event))[0]?.id}/replay`).expect(409);
  });

  it('is started again by somebody, once', async () => {
    const { event, handled } = await aLetter();
    const [letter] = await letterOf(event);
    instead = undefined;
    const answer = await here.owner.post(`/dead-letters/${letter?.id}/replay`).expect(200);
    expect(answer.body).toMatchObject({ replayedAt: expect.any(String) as string });
    await until(async () => (await handled()) === 1);
    await here.owner.post(`/dead-letters/${letter?.id}/replay`).expect(409);
  });
});

describe('what is finished', () => {
  it('is purged after a week, with its inbox and letters; what is not stays', async () => {
    const done = await anEvent();
    const open = await aLetter();
    instead = undefined;
    await until(async () => (await done.handled()) === 1);
    const left = async (event: DomainEvent) => (await here.app.sql('SELECT 1 FROM outbox WHERE id = $1', [event.id])).length;
    const purge = () => here.app.nest.get(Purges).run();
    await here.app.settle();
    await purge();
    expect([await left(done.event), await left(open.event)]).toEqual([1, 1]);
    await here.app.sql("UPDATE outbox SET published_at = published_at - interval '8 days' WHERE id = ANY ($1)", [
      [done.event.id, open.event.id],
    ]);
    await purge();
    expect([await left(done.event), await left(open.event)]).toEqual([0, 1]);
    expect(await done.handled()).toBe(0);
    // A job that comes back from a backup of the queue finds nothing to do, and does not do it a second time.
    let again = 0;
    instead = (_ctx: TxCtx, event) => {
      if (event.id === done.event.id) again++;
      return Promise.resolve();
    };
    await queue.addBulk([eventJob(done.event, LISTENER)]);
    await until(async () => (await queue.getJobCounts('waiting', 'active'))['waiting'] === 0);
    await here.app.settle();
    expect(again).toBe(0);
    expect(await letterOf(done.event)).toEqual([]);
  });

  it('keeps the answer of a key for a day', async () => {
    const person = { firstName: 'Ida', lastName: 'Empotence', dateOfBirth: '1990-01-01' };
    const once = await here.owner.post('/patients', person, { idempotencyKey: 'purge-1' }).expect(201);
    const purge = () => here.app.nest.get(Purges).run();
    const age = (hours: number) =>
      here.app.sql("UPDATE idempotency SET created_at = now() - make_interval(hours => $1) WHERE key = 'purge-1'", [hours]);
    await age(23);
    await purge();
    expect((await here.owner.post('/patients', person, { idempotencyKey: 'purge-1' }).expect(201)).body).toEqual(once.body);
    await age(25);
    await purge();
    expect(await here.app.sql("SELECT 1 FROM idempotency WHERE key = 'purge-1'")).toEqual([]);
  });
});
