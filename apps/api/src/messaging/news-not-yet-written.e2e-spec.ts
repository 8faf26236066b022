import pg from 'pg';
import { AppointmentsService } from '../scheduling/index.js';
import { CLINIC_NUMBER, providers, type Providers, until } from '../testing/messaging.fixture.js';
import type { TestAppointment } from '../testing/scheduling.fixture.js';
import { session, type Session } from '../testing/session.js';
import { Providers as Doors } from './sending/providers.js';
import { aPlanned, once, remindNow } from './testing.js';

let world: Providers;
let clinic: Session;
const held: (() => Promise<void>)[] = [];

beforeAll(async () => {
  world = await providers();
  clinic = await session('owner', { workers: true, env: world.env });
  world.leadTo(clinic.app);
});
afterEach(() => Promise.all(held.splice(0).map((letGo) => letGo())));

type Appointment = TestAppointment & { untold: boolean };

const NEW = { addressLine1: '99 New Avenue', city: 'Gatineau' };
const read = async (id: string) => (await clinic.owner.get(`/appointments/${id}`).expect(200)).body as Appointment;
const owedOf = async (id: string) => (await clinic.app.sql('SELECT 1 FROM address_news WHERE appointment_id = $1', [id])).length;

/** Somebody is at this appointment, and does not come to an end before the test does. */
async function holdUp(id: string): Promise<void> {
  const client = new pg.Client({ connectionString: clinic.app.database.superuserUrl });
  await client.connect();
  held.push(() => client.end());
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`appointment ${id}`]);
}

async function aPlace(): Promise<string> {
  const place = { name: 'Old place', timeZone: 'America/Toronto', addressLine1: '1 Old Street', city: 'Ottawa' };
  return ((await clinic.owner.post('/locations', place).expect(201)).body as { id: string }).id;
}
const readdress = (locationId: string) => clinic.owner.patch(`/locations/${locationId}`, NEW, { ifMatch: '*' }).expect(200);

/** An appointment whose patient was told of an address that is another by now, and whose portion waits for somebody. */
async function behind() {
  const locationId = await aPlace();
  const made = [await remindNow(clinic, { locationId }), await remindNow(clinic, { locationId })];
  for (const { appointmentId } of made) {
    await once(clinic.owner, appointmentId, 'sms', 'delivered');
    await once(clinic.owner, appointmentId, 'email', 'sent');
  }
  const [first, second] = made.toSorted((a, b) => (a.appointmentId < b.appointmentId ? -1 : 1));
  await holdUp(first!.appointmentId);
  await readdress(locationId);
  const { version } = await read(second!.appointmentId);
  expect(await owedOf(second!.appointmentId)).toBe(1);
  return { ...second!, id: second!.appointmentId, version };
}

const tokenOf = async (email: string) => {
  const [mail] = await until(() => {
    const mails = world.sandbox.control.mails(email);
    return mails.length > 0 && mails;
  }, 'a reminder');
  return /\/l\/([\w-]{32})/.exec(mail?.text ?? '')?.[1] ?? '';
};

describe('what is done to an appointment before the news of its address is written beside it', () => {
  it.each([
    ['confirm', 'confirmed'],
    ['cancel', 'cancelled'],
  ])('by a link shows its patient once that it changed: %s', async (action, status) => {
    const { id, email, version } = await behind();
    const token = await tokenOf(email);
    const press = (shown: number) => clinic.owner.post(`/public/links/${token}/${action}`, { version: shown });
    const { body } = await press(version).expect(409);
    expect(body).toMatchObject({ code: 'STALE_APPOINTMENT', current: { appointment: { version: version + 1, status: 'booked' } } });
    expect(JSON.stringify(body)).toContain('99 New Avenue');
    expect(await read(id)).toMatchObject({ version: version + 1, untold: true, status: 'booked' });
    await press(version + 1).expect(200);
    expect(await read(id)).toMatchObject({ status });
  });

  it('by a link comes to an end, though the appointment is another at each look', async () => {
    const appointment = await remindNow(clinic);
    await once(clinic.owner, appointment.appointmentId, 'email', 'sent');
    const appointments = clinic.app.nest.get(AppointmentsService);
    const confirm = appointments.confirm.bind(appointments);
    let tries = 0;
    appointments.confirm = async (...args) => {
      tries++;
      await clinic.app.sql('UPDATE appointment SET version = version + 1 WHERE id = $1', [appointment.appointmentId]);
      return confirm(...args);
    };
    try {
      const { version } = await read(appointment.appointmentId);
      const press = clinic.owner.post(`/public/links/${await tokenOf(appointment.email)}/confirm`, { version });
      const { body } = await press.expect(409);
      expect(body).toMatchObject({ code: 'STALE_APPOINTMENT', current: { appointment: { version: version + tries } } });
      expect(tries).toBeLessThan(10);
    } finally {
      appointments.confirm = confirm;
    }
  });

  it('by staff is refused once, and then taken', async () => {
    const { id, version } = await behind();
    const confirm = (ifMatch: number) => clinic.owner.post(`/appointments/${id}/confirm`, {}, { ifMatch });
    const { body } = await confirm(version).expect(412);
    expect(body).toMatchObject({ code: 'STALE_VERSION', version: version + 1 });
    expect(await read(id)).toMatchObject({ version: version + 1, untold: true });
    await confirm(version + 1).expect(200);
  });

  it.each([
    ['a move', (id: string, ifMatch: number) => clinic.owner.patch(`/appointments/${id}`, { overbook: true }, { ifMatch })],
    [
      'a word that the patient was told',
      (id: string, ifMatch: number) => clinic.owner.post(`/appointments/${id}/patient-told`, undefined, { ifMatch }),
    ],
  ])('by staff is refused once, and then taken: %s', async (_, act) => {
    const { id, version } = await behind();
    await act(id, version).expect(412);
    expect(await read(id)).toMatchObject({ version: version + 1, untold: true });
    await act(id, version + 1).expect(200);
  });

  it('by a text is answered that it changed, and no person has to read it', async () => {
    const { id, phone } = await behind();
    await world.sandbox.carrier.receive(phone, CLINIC_NUMBER, 'yes');
    const answers = world.sandbox.control.sms(phone).filter(({ direction }) => direction === 'outbound-reply');
    expect(answers).toHaveLength(1);
    expect(answers[0]?.body).toContain('99 New Avenue');
    expect(await read(id)).toMatchObject({ status: 'booked', untold: true });
    const { body } = await clinic.owner.get('/messages?attention=true&limit=200').expect(200);
    const toRead = (body as { data: { patientId: string; kind: string; appointmentId: string | null }[] }).data;
    expect(toRead.filter((message) => message.kind === 'received')).toEqual([]);
  });
});

/** The first hand-over of a message of this appointment by this channel stands still until `word` is said. */
function before(appointmentId: string, channel: 'email' | 'sms', word: () => Promise<unknown>): () => void {
  const doors = clinic.app.nest.get(Doors);
  const handOver = doors.handOver.bind(doors);
  let said = false;
  doors.handOver = async (...args) => {
    const { message } = args[1];
    if (message.appointmentId === appointmentId && message.channel === channel && !said) {
      said = true;
      await word();
    }
    return handOver(...args);
  };
  return () => {
    doors.handOver = handOver;
    expect(said).toBe(true);
  };
}

describe('a reminder that is being handed over while the address of its place is corrected', () => {
  it.each(['email', 'sms'] as const)('leaves once, with the new address, though the news is not written yet: %s', async (channel) => {
    const locationId = await aPlace();
    const told = await remindNow(clinic, { locationId });
    await once(clinic.owner, told.appointmentId, 'sms', 'delivered');
    const { appointmentId, phone, email } = await aPlanned(clinic, { locationId });
    // Days go by, so that its rules plan nothing anew.
    const soon = [appointmentId, new Date(Date.now() + 30 * 3_600_000)];
    await clinic.app.sql("UPDATE appointment SET start_at = $2, end_at = $2::timestamptz + interval '30 minutes' WHERE id = $1", soon);
    await clinic.app.sql('UPDATE message SET starts_at = $2 WHERE appointment_id = $1', soon);
    // Portions are in the order of ids: its own waits for the other.
    expect(told.appointmentId < appointmentId).toBe(true);
    const end = before(appointmentId, channel, async () => {
      await holdUp(told.appointmentId);
      await readdress(locationId);
      expect(await owedOf(appointmentId)).toBe(1);
    });
    // The other one would write the news before this one is looked at again.
    const due = "UPDATE message SET due_at = now(), next_at = now() WHERE appointment_id = $1 AND channel = $2 AND status = 'scheduled'";
    await clinic.app.sql(due, [appointmentId, channel]);
    await once(clinic.owner, appointmentId, channel, 'sent', 'delivered');
    end();
    const { control } = world.sandbox;
    const left = channel === 'email' ? control.mails(email).map(({ text }) => text) : control.sms(phone).map(({ body }) => body);
    expect(left).toEqual([expect.stringContaining('99 New Avenue')]);
    expect(await owedOf(appointmentId)).toBe(0);
  });
});
