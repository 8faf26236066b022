import { aDiary, aPractitioner, at, anAppointment, comingDay, type TestAppointment } from '../../testing/scheduling.fixture.js';
import { session } from '../../testing/session.js';

const day = comingDay();
const CLIENTS = 64;
const env = { DATABASE_POOL_SIZE: '30' };
const tally = (answers: { status: number }[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

describe('many at once', () => {
  it('who book one slot: one gets it, 63 get other times', async () => {
    const { agent, app, owner, clinic } = await session('owner', { env });
    const diary = await aDiary(owner);
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, () => agent.post('/appointments', { ...diary, start: at(day, '10:00') })),
    );
    expect(tally(answers)).toEqual({ 201: 1, 409: CLIENTS - 1 });
    for (const { status, body } of answers) {
      if (status === 409) expect(body).toMatchObject({ code: 'SLOT_TAKEN', alternatives: [{ start: at(day, '09:15') }, {}, {}, {}, {}] });
    }
    expect(await app.sql('SELECT count(*)::int AS n FROM booking WHERE clinic_id = $1', [clinic.id])).toEqual([{ n: 1 }]);
    expect(await app.sql("SELECT count(*)::int AS n FROM outbox WHERE clinic_id = $1 AND type LIKE 'appointment.%'", [clinic.id])).toEqual([
      { n: 1 },
    ]);
  });

  it('who book and move crosswise between two practitioners: nobody waits for ever, nobody is booked twice', async () => {
    const { agent, app, owner, clinic } = await session('owner', { env });
    const diary = await aDiary(owner);
    const other = await aPractitioner(owner);
    const appointments: TestAppointment[] = [];
    for (let hour = 9; hour < 17; hour++) {
      const practitionerId = hour % 2 ? diary.practitionerId : other.id;
      appointments.push(
        await anAppointment(agent, { ...diary, practitionerId }, { start: at(day, `${String(hour).padStart(2, '0')}:00`) }),
      );
    }
    const swaps = appointments.flatMap((appointment) => {
      const practitionerId = appointment.practitionerId === other.id ? diary.practitionerId : other.id;
      return [
        agent.patch(`/appointments/${appointment.id}`, { practitionerId }, { ifMatch: '*' }),
        agent.patch(`/appointments/${appointment.id}`, { start: at(day, '12:00') }, { ifMatch: '*' }),
        agent.post('/appointments', { ...diary, practitionerId, start: appointment.start }),
      ];
    });
    const answers = await Promise.all(swaps);
    expect(Object.keys(tally(answers)).filter((status) => !['200', '201', '409'].includes(status))).toEqual([]);
    const overlaps = await app.sql(
      `SELECT a.id FROM booking a JOIN booking b ON a.clinic_id = b.clinic_id AND a.resource_id = b.resource_id AND a.id < b.id AND a.during && b.during
       WHERE a.clinic_id = $1`,
      [clinic.id],
    );
    expect(overlaps).toEqual([]);
    const strays = await app.sql(
      `SELECT a.id FROM appointment a LEFT JOIN booking b ON b.clinic_id = a.clinic_id AND b.appointment_id = a.id
       WHERE a.clinic_id = $1 AND (b.id IS NULL OR b.resource_id <> a.practitioner_id OR b.start_at <> a.start_at OR b.end_at <> a.end_at)`,
      [clinic.id],
    );
    expect(strays).toEqual([]);
  });
});

describe('the wall behind the lock', () => {
  it('refuses two rows in one time to whoever comes past the API', async () => {
    const { agent, app, owner } = await session('owner', { env });
    const appointment = await anAppointment(agent, await aDiary(owner));
    const copy = `INSERT INTO booking (clinic_id, id, resource_id, appointment_id, start_at, end_at)
      SELECT clinic_id, uuidv7(), resource_id, appointment_id, start_at + interval '44 minutes', end_at + interval '44 minutes' FROM booking WHERE appointment_id = $1`;
    await expect(app.sql(copy, [appointment.id])).rejects.toMatchObject({ constraint: 'booking_no_overlap' });
  });
});
