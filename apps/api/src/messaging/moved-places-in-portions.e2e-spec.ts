import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { testEnv } from '../testing/app.js';
import { dueNow, inDays, providers, type Providers, until } from '../testing/messaging.fixture.js';
import { aPatient } from '../testing/patients.fixture.js';
import { aDiary, anAppointment, type Diary, type TestAppointment } from '../testing/scheduling.fixture.js';
import { session, type Session } from '../testing/session.js';

// The workers that are killed here are processes of their own, as the build makes them.
const WORKER = join(process.cwd(), 'apps/api/dist/worker.js');
const MANY = 60;

type Appointment = TestAppointment & { untold: boolean };

let world: Providers;
let clinic: Session;
let diary: Diary;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  if (!existsSync(WORKER)) throw new Error('Build first: npm run build');
  world = await providers();
  clinic = await session('owner', { env: world.env });
  diary = await aDiary(clinic.owner);
});
afterEach(() => kill());

function work(): void {
  const env = { PATH: process.env['PATH'], ...testEnv(clinic.app.database), ...world.env, KEEL_ROLE: 'worker' };
  worker = spawn(process.execPath, [WORKER], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** kill -9, and the process is gone when this returns. */
async function kill(): Promise<void> {
  const dying = worker;
  worker = undefined;
  if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
  const gone = new Promise((resolve) => dying.once('exit', resolve));
  dying.kill('SIGKILL');
  await gone;
}

/** A place at an old address, and appointments there, of each of which a reminder has left. */
async function told(
  count: number,
  { days = 40, ...over }: { days?: number; patientId?: string } = {},
): Promise<{ locationId: string; ids: string[] }> {
  const place = { name: `Place ${count}`, timeZone: 'America/Toronto', addressLine1: '1 Old Street', city: 'Ottawa' };
  const { body } = await clinic.owner.post('/locations', place).expect(201);
  const locationId = (body as { id: string }).id;
  const ids: string[] = [];
  for (let index = 0; index < count; index++)
    ids.push((await anAppointment(clinic.owner, diary, { locationId, start: inDays(days), overbook: true, ...over })).id);
  await clinic.app.sql(
    `INSERT INTO message (clinic_id, id, kind, channel, status, patient_id, appointment_id, time_version, appointment_version, starts_at, due_at,
       sent_at, created_at, updated_at)
     SELECT clinic_id, gen_random_uuid(), 'reminder', 'email', 'sent', patient_id, id, time_version, version, start_at, now(), now(), now(), now()
     FROM appointment WHERE id = ANY ($1)`,
    [ids],
  );
  return { locationId, ids };
}

/** A reminder whose moment has come, and that did not leave: it is due at once, or is tried again in an hour. */
async function waiting(id: string, next: 'now' | 'in an hour'): Promise<void> {
  const { body } = await clinic.owner.get('/reminder-rules').expect(200);
  const rule = (body as { data: { id: string; channel: string }[] }).data.find(({ channel }) => channel === 'email');
  await clinic.app.sql(
    `INSERT INTO message (clinic_id, id, kind, channel, status, patient_id, appointment_id, rule_id, time_version, starts_at, attempts, due_at,
       next_at, created_at, updated_at)
     SELECT clinic_id, gen_random_uuid(), 'reminder', 'email', 'scheduled', patient_id, id, $2, time_version, start_at, $3::integer,
       now() - interval '1 minute', now() + $3::integer * interval '1 hour', now(), now()
     FROM appointment WHERE id = $1`,
    [id, rule?.id, next === 'now' ? 0 : 1],
  );
}

const NEW = { addressLine1: '99 New Avenue', city: 'Gatineau' };
const readdress = (id: string, address: object = NEW) => clinic.owner.patch(`/locations/${id}`, address, { ifMatch: '*' });
const read = async (id: string) => (await clinic.owner.get(`/appointments/${id}`).expect(200)).body as Appointment;

async function untoldOf(locationId: string): Promise<string[]> {
  const { body } = await clinic.owner.get(`/appointments?locationId=${locationId}&untold=true&limit=200`).expect(200);
  return (body as { data: Appointment[] }).data.map(({ id }) => id).toSorted();
}

/** How often each was said to have another address. */
const newsOf = async (ids: readonly string[]) =>
  (
    await clinic.app.sql<{ n: number }>(
      `SELECT (SELECT count(*)::int FROM outbox WHERE type = 'appointment.moved' AND payload->>'appointmentId' = one.id::text) AS n
       FROM unnest($1::uuid[]) AS one (id)`,
      [ids],
    )
  ).map(({ n }) => n);

const allTold = (locationId: string, ids: readonly string[]) =>
  until(async () => (await untoldOf(locationId)).length === ids.length, 'all of them to be told');

/** Somebody is at this appointment, and does not come to an end. */
async function heldUp(id: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: clinic.app.database.superuserUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`appointment ${id}`]);
  return () => client.end();
}

describe('another address of a place with many appointments', () => {
  it('waits for none of them, and keeps nobody from the others', async () => {
    work();
    const { locationId, ids } = await told(MANY);
    const letGo = await heldUp(ids[35]!);
    await readdress(locationId).expect(200);
    expect((await clinic.owner.get(`/locations/${locationId}`).expect(200)).body).toMatchObject(NEW);
    await clinic.owner.post(`/appointments/${ids[50]!}/cancel`, { by: 'patient' }, { ifMatch: '*' }).expect(200);
    await until(async () => (await untoldOf(locationId)).length >= MANY - 11, 'all but a portion to be told');
    await letGo();
    const rest = ids.filter((_, index) => index !== 50);
    await allTold(locationId, rest);
    expect(await newsOf(ids)).toEqual(ids.map(() => 1));
  });

  it('is told of each once, though its workers are killed again and again', async () => {
    const { locationId, ids } = await told(MANY);
    await readdress(locationId).expect(200);
    for (let last = 0; last < MANY; last = (await untoldOf(locationId)).length) {
      work();
      await until(async () => (await untoldOf(locationId)).length > last, 'some more to be told');
      await kill();
    }
    expect(await newsOf(ids)).toEqual(ids.map(() => 1));
    const [left] = await clinic.app.sql<{ n: number }>('SELECT count(*)::int AS n FROM address_news');
    expect(left?.n).toBe(0);
  });

  it('is known to whoever changes one of them before it was its turn', async () => {
    const { locationId, ids } = await told(30);
    const elsewhere = (await told(1)).locationId;
    await clinic.owner.post(`/appointments/${ids[29]!}/confirm`, {}, { ifMatch: '*' }).expect(200);
    await readdress(locationId).expect(200);
    const [moved, there, yes, off, confirmed] = ids.slice(25) as [string, string, string, string, string];
    // No worker runs, and these are not among the first.
    expect(await read(moved)).toMatchObject({ untold: false, version: 1 });
    await clinic.owner.patch(`/appointments/${moved}`, { start: inDays(41), overbook: true }, { ifMatch: 1 }).expect(412);
    await clinic.owner.patch(`/appointments/${moved}`, { start: inDays(41), overbook: true }, { ifMatch: '*' }).expect(200);
    await clinic.owner.patch(`/appointments/${there}`, { locationId: elsewhere }, { ifMatch: '*' }).expect(200);
    await clinic.owner.patch(`/appointments/${there}`, { locationId }, { ifMatch: '*' }).expect(200);
    await clinic.owner.post(`/appointments/${yes}/confirm`, { by: 'patient' }, { ifMatch: 1 }).expect(412);
    await clinic.owner.post(`/appointments/${off}/cancel`, { by: 'clinic' }, { ifMatch: '*' }).expect(200);
    await clinic.owner.post(`/appointments/${off}/restore`, { overbook: true }, { ifMatch: '*' }).expect(200);
    for (const id of [moved, there, off]) expect(await read(id)).toMatchObject({ untold: true });
    const { id: later } = await anAppointment(clinic.owner, diary, { locationId, start: inDays(40), overbook: true });
    work();
    await allTold(locationId, ids);
    expect(await read(confirmed)).toMatchObject({ status: 'booked' });
    expect(await read(later)).toMatchObject({ untold: false, version: 1 });
    expect(await newsOf([yes, confirmed, later])).toEqual([1, 1, 0]);
  });

  it('is no news where it is put right before anybody was told', async () => {
    const { locationId, ids } = await told(30);
    await readdress(locationId).expect(200);
    await readdress(locationId, { addressLine1: '1 Old Street', city: 'Ottawa' }).expect(200);
    work();
    const owed = async () => (await clinic.app.sql<{ n: number }>('SELECT count(*)::int AS n FROM address_news'))[0]?.n;
    await until(async () => (await owed()) === 0, 'all to be looked at');
    expect(await untoldOf(locationId)).toEqual([]);
    expect(await read(ids[20]!)).toMatchObject({ version: 1 });
  });

  it('is named by reminders that waited, each once, whether they meet it first or later', async () => {
    const email = 'waits@example.com';
    const { id: patientId } = await aPatient(clinic.owner, { email, phone: null });
    const { locationId, ids } = await told(30, { days: 1, patientId });
    const [first, met, tried] = ids.slice(20) as [string, string, string];
    const mails = () => world.sandbox.control.mails(email);
    await waiting(tried, 'in an hour');
    // Its portion does not come to it.
    const letGo = await heldUp(first);
    await readdress(locationId).expect(200);
    await waiting(met, 'now');
    work();
    await until(() => mails().length === 1, 'a reminder that met the news');
    expect(await read(tried)).toMatchObject({ version: 1 });
    await letGo();
    await allTold(
      locationId,
      ids.filter((id) => id !== met),
    );
    await clinic.app.settle();
    await dueNow(clinic.app, tried);
    await until(() => mails().length === 2, 'a reminder that had been tried in vain');
    await until(async () => !(await read(tried)).untold, 'told by it');
    expect(await read(met)).toMatchObject({ untold: false });
    await kill();
    for (const { text } of mails()) expect(text).toContain('99 New Avenue');
    expect(mails()).toHaveLength(2);
  });
});
