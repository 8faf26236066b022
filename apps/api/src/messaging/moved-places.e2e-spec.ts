import pg from 'pg';
import { systemCtx } from '../platform/index.js';
import { AppointmentsService } from '../scheduling/index.js';
import { dueNow, providers, type Providers, until } from '../testing/messaging.fixture.js';
import type { TestAppointment } from '../testing/scheduling.fixture.js';
import { session, type Session } from '../testing/session.js';
import { aReminded, messagesOf } from './testing.js';

let world: Providers;
let clinic: Session;

beforeAll(async () => {
  world = await providers();
  clinic = await session('owner', { workers: true, env: world.env });
  world.leadTo(clinic.app);
});

type Appointment = TestAppointment & { status: string; untold: boolean; version: number; locationId: string };
const read = async (id: string) => (await clinic.owner.get(`/appointments/${id}`).expect(200)).body as Appointment;
const readdress = (id: string, address: object) => clinic.owner.patch(`/locations/${id}`, address, { ifMatch: '*' }).expect(200);

async function aPlace(address: object): Promise<string> {
  const { body } = await clinic.owner.post('/locations', { name: 'Place', timeZone: 'America/Toronto', ...address }).expect(201);
  return (body as { id: string }).id;
}

async function reminded(locationId?: string) {
  const made = await aReminded(clinic, { patient: { phone: null }, ...(locationId && { locationId }) });
  const waits = async () => (await messagesOf(clinic.owner, made.appointmentId)).some(({ status }) => status === 'scheduled');
  await until(waits, 'a planned reminder');
  await dueNow(clinic.app, made.appointmentId);
  const [mail] = await until(() => {
    const mails = world.sandbox.control.mails(made.email);
    return mails.length === 1 && mails;
  }, 'a reminder');
  const token = /\/l\/([\w-]{32})/.exec(mail?.text ?? '')?.[1] ?? '';
  return { ...made, token, text: mail?.text ?? '' };
}

type Reminded = Awaited<ReturnType<typeof reminded>>;
const owed = async () => (await clinic.app.sql<{ n: number }>('SELECT count(*)::int AS n FROM address_news'))[0]?.n;
/** Whether a reminder would say the place of each, whatever its text is. */
const placesTold = async (all: readonly Reminded[]) => {
  const ctx = systemCtx(clinic.clinic.id, 'test');
  const news: boolean[] = [];
  for (const { appointmentId } of all) news.push((await clinic.app.nest.get(AppointmentsService).newsOf(ctx, appointmentId)).place);
  return news;
};

describe('a place that is elsewhere than was said', () => {
  it('takes no yes to its old address, is to be told, and is named in the next reminder', async () => {
    const { appointmentId, token, text, patientId, email } = await reminded();
    const { locationId, version } = await read(appointmentId);
    // What was left out is filled in, and spelled in another way: nobody goes to a wrong door.
    await readdress(locationId, { addressLine1: '1 Old Street', city: 'Ottawa' });
    await readdress(locationId, { addressLine1: '1, OLD street', city: 'ottawa' });
    expect(await read(appointmentId)).toMatchObject({ untold: false, version });
    const later = await reminded();
    expect(later.text).toContain('OLD street');
    expect(text).not.toContain('OLD street');
    const planned = await aReminded(clinic, { patient: { phone: null } });
    await readdress(locationId, { addressLine1: '99 New Avenue', city: 'Gatineau' });
    const { body } = await clinic.owner.post(`/public/links/${later.token}/confirm`, { version: 1 }).expect(409);
    expect(body).toMatchObject({ code: 'STALE_APPOINTMENT' });
    expect(JSON.stringify(body)).toContain('99 New Avenue');
    for (const id of [appointmentId, later.appointmentId]) expect(await read(id)).toMatchObject({ untold: true, status: 'booked' });
    // Of one that nobody was reminded of there is nothing to tell.
    expect(await read(planned.appointmentId)).toMatchObject({ untold: false });
    const shown = (await clinic.owner.get(`/public/links/${token}`).expect(200)).body as {
      appointment: { version: number; location: string };
    };
    expect(shown.appointment.location).toContain('99 New Avenue');
    await clinic.owner.post(`/public/links/${token}/confirm`, { version: shown.appointment.version }).expect(200);
    expect(await read(appointmentId)).toMatchObject({ status: 'confirmed', untold: false });
    const journey = async () => {
      const { body } = await clinic.owner.get(`/patients/${patientId}/timeline`).expect(200);
      return (body as { data: { summary: string }[] }).data.map(({ summary }) => summary);
    };
    await until(async () => (await journey()).some((line) => line.endsWith(': new address of the location')), 'a line in the history');
    // Its rule reminds once more, of the new address.
    await until(async () => {
      await dueNow(clinic.app, later.appointmentId);
      return !(await read(later.appointmentId)).untold;
    }, 'a reminder of the new address');
    expect(world.sandbox.control.mails(later.email).at(-1)?.text).toContain('99 New Avenue');
    expect(world.sandbox.control.mails(email)).toBeDefined();
  });

  it.each([
    ['left out and filled in', [{ addressLine1: '1 Old Street' }, { addressLine1: null }, { addressLine1: '99 New Avenue' }]],
    ['without its direction', [{ addressLine1: '100 King St W' }, { addressLine1: '100 King St' }, { addressLine1: '100 King St E' }]],
    ['without its city', [{ city: 'Montréal' }, { city: null }, { city: 'Laval' }]],
  ])('is told after two saves, neither of which says so by itself: %s', async (_, [first, between, last]) => {
    const locationId = await aPlace({ addressLine1: '1 Side Street', city: 'Ottawa', ...first });
    const { appointmentId } = await reminded(locationId);
    await readdress(locationId, between!);
    expect(await read(appointmentId)).toMatchObject({ untold: false });
    await readdress(locationId, last!);
    expect(await read(appointmentId)).toMatchObject({ untold: true });
    await readdress(locationId, first!);
    expect(await read(appointmentId)).toMatchObject({ untold: false });
  });

  it('is as it was known again, once it is put back', async () => {
    const { appointmentId } = await reminded();
    const { locationId } = await read(appointmentId);
    await readdress(locationId, { addressLine1: '1 Side Street', city: 'Kanata' });
    expect(await read(appointmentId)).toMatchObject({ untold: true });
    await readdress(locationId, { addressLine1: '99 New Avenue', city: 'Gatineau' });
    expect(await read(appointmentId)).toMatchObject({ untold: false });
  });

  it('is asked for again of who confirmed it at the old address', async () => {
    const { appointmentId, token } = await reminded();
    const { locationId, version } = await read(appointmentId);
    await clinic.owner.post(`/public/links/${token}/confirm`, { version }).expect(200);
    await readdress(locationId, { addressLine1: '5 Third Street', city: 'Hull' });
    expect(await read(appointmentId)).toMatchObject({ untold: true, status: 'booked' });
    await clinic.owner.post(`/appointments/${appointmentId}/patient-told`, undefined, { ifMatch: '*' }).expect(200);
    expect(await read(appointmentId)).toMatchObject({ untold: false });
  });

  it('is told once an appointment comes back there that was called off, or elsewhere, when it changed', async () => {
    const { locationId } = await read((await aReminded(clinic)).appointmentId);
    await readdress(locationId, { addressLine1: '10 First Road', city: 'Ottawa' });
    const place = { name: 'Elsewhere', timeZone: 'America/Toronto', addressLine1: '20 Far Road', city: 'Ottawa' };
    const elsewhere = ((await clinic.owner.post('/locations', place).expect(201)).body as { id: string }).id;
    const act = (id: string, action: string, body: object) =>
      clinic.owner.post(`/appointments/${id}/${action}`, body, { ifMatch: '*' }).expect(200);
    const move = (id: string, to: string) => clinic.owner.patch(`/appointments/${id}`, { locationId: to }, { ifMatch: '*' }).expect(200);
    const made: Reminded[] = [];
    for (let count = 0; count < 5; count++) made.push(await reminded());
    const [byClinic, byPatient, byThemselves, moved, stays] = made as [Reminded, Reminded, Reminded, Reminded, Reminded];
    await act(byClinic.appointmentId, 'cancel', { by: 'clinic' });
    await act(byPatient.appointmentId, 'cancel', { by: 'patient' });
    const { version } = await read(byThemselves.appointmentId);
    await clinic.owner.post(`/public/links/${byThemselves.token}/cancel`, { version }).expect(200);
    await move(moved.appointmentId, elsewhere);
    await act(stays.appointmentId, 'cancel', { by: 'patient' });
    await readdress(locationId, { addressLine1: '99 New Avenue', city: 'Gatineau' });
    await until(async () => (await owed()) === 0, 'all to be looked at');
    for (const { appointmentId } of [byPatient, byThemselves]) expect(await read(appointmentId)).toMatchObject({ untold: false });
    for (const { appointmentId } of [byClinic, byPatient, byThemselves]) await act(appointmentId, 'restore', { overbook: true });
    await move(moved.appointmentId, locationId);
    for (const { appointmentId } of [byClinic, byPatient, byThemselves, moved])
      expect(await read(appointmentId)).toMatchObject({ status: 'booked', untold: true });
    expect(await placesTold([byClinic, byPatient, byThemselves, moved])).toEqual([true, true, true, true]);
    // Put back before it came back: they know it so.
    await readdress(locationId, { addressLine1: '10 First Road', city: 'Ottawa' });
    await until(async () => (await owed()) === 0, 'all to be looked at');
    await act(stays.appointmentId, 'restore', { overbook: true });
    for (const { appointmentId } of [stays, byPatient]) expect(await read(appointmentId)).toMatchObject({ untold: false });
  });

  it('is in a reminder that waited for the very change of it, which has told them then', async () => {
    const { appointmentId, email } = await aReminded(clinic, { patient: { phone: null } });
    await until(async () => (await messagesOf(clinic.owner, appointmentId)).length > 0, 'a planned reminder');
    const { locationId } = await read(appointmentId);
    const client = new pg.Client({ connectionString: clinic.app.database.superuserUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query("UPDATE location SET address_line1 = '7 Late Lane', city = 'Aylmer' WHERE id = $1", [locationId]);
    await dueNow(clinic.app, appointmentId);
    const sql =
      "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%location%' AND datname = current_database()";
    await until(async () => (await clinic.app.sql(sql)).length > 0, 'a sender that waits for the place');
    await client.query(
      `INSERT INTO address_news (clinic_id, location_id, from_address, to_address, appointment_id, portion)
       VALUES ($1, $2, '1|first|rd|ottawa', '7|late|ln|aylmer', $3, gen_random_uuid())`,
      [clinic.clinic.id, locationId, appointmentId],
    );
    await client.query('COMMIT');
    await client.end();
    await until(() => world.sandbox.control.mails(email).length === 1, 'a reminder');
    await until(async () => !(await read(appointmentId)).untold, 'told by it');
    expect(await read(appointmentId)).toMatchObject({ version: 2 });
    const versions =
      'SELECT appointment_version AS version, time_version AS time FROM message WHERE appointment_id = $1 AND sent_at IS NOT NULL';
    expect(await clinic.app.sql(versions, [appointmentId])).toEqual([{ version: 2, time: 2 }]);
    expect(world.sandbox.control.mails(email)[0]?.text).toContain('7 Late Lane');
  });
});
