import { aDiary, aService, at, anAppointment, comingDay, type TestAppointment } from '../../testing/scheduling.fixture.js';
import { session } from '../../testing/session.js';

const ANY = { ifMatch: '*' };
const day = comingDay();

async function scene() {
  const here = await session('owner');
  const diary = await aDiary(here.owner);
  const change = (appointment: TestAppointment, to: object) => here.agent.patch(`/appointments/${appointment.id}`, to, ANY);
  const timeOff = (from: string, to: string) =>
    here.agent.post('/time-off', { practitionerId: diary.practitionerId, start: at(day, from), end: at(day, to) }).expect(201);
  const overbookings = async (appointment: TestAppointment) =>
    (
      await here.app.sql<{ n: number }>(`SELECT count(*)::int AS n FROM audit_entry WHERE entity_id = $1 AND reason = 'overbook'`, [
        appointment.id,
      ])
    )[0]?.n;
  /** What the database holds of an appointment, by the clock. */
  const held = (appointment: TestAppointment) =>
    here.app.sql<{ from: string; to: string }>(
      `SELECT to_char(start_at AT TIME ZONE 'America/Toronto', 'HH24:MI') AS "from", to_char(end_at AT TIME ZONE 'America/Toronto', 'HH24:MI') AS "to"
       FROM booking WHERE appointment_id = $1`,
      [appointment.id],
    );
  return { ...here, diary, change, timeOff, overbookings, held };
}

describe('an appointment that stays within its time', () => {
  it('may become shorter, another service or elsewhere though time off lies over it, and no longer than it was', async () => {
    const { agent, diary, change, timeOff, overbookings } = await scene();
    const appointment = await anAppointment(agent, diary);
    const service = await aService(agent, { name: 'Another', durationMinutes: 40 });
    const place = (await agent.post('/locations', { name: 'Uptown', timeZone: 'America/Toronto' }).expect(201)).body as { id: string };
    await timeOff('09:00', '12:00');
    for (const to of [
      { durationMinutes: 30 },
      { durationMinutes: 25, start: at(day, '10:05') },
      { serviceId: service.id, durationMinutes: 25 },
    ])
      expect((await change(appointment, to).expect(200)).body).toMatchObject({ overbook: false });
    expect((await change(appointment, { locationId: place.id, overbook: true }).expect(200)).body).toMatchObject({ overbook: false });
    expect(await overbookings(appointment)).toBe(0);
    const longer = await change(appointment, { durationMinutes: 45 }).expect(409);
    expect(longer.body).toMatchObject({ code: 'PRACTITIONER_AWAY' });
    await change(appointment, { start: at(day, '09:30') }).expect(409);
    // Called off, it holds nothing any more.
    await agent.post(`/appointments/${appointment.id}/cancel`, { by: 'clinic' }).expect(200);
    expect((await agent.post(`/appointments/${appointment.id}/restore`).expect(409)).body).toMatchObject({ code: 'PRACTITIONER_AWAY' });
  });

  it('may be changed though buffers that were raised since reach into its neighbours, and takes of them what is free', async () => {
    const { agent, diary, change, held } = await scene();
    const appointment = await anAppointment(agent, diary);
    const next = await anAppointment(agent, diary, { start: at(day, '10:45') });
    const wider = await aService(agent, { name: 'Wider', bufferBeforeMinutes: 5, bufferAfterMinutes: 30 });
    await agent.patch(`/services/${diary.serviceId}`, { bufferBeforeMinutes: 15, bufferAfterMinutes: 15 }, ANY).expect(200);
    await change(appointment, { durationMinutes: 40 }).expect(200);
    expect(await held(appointment)).toEqual([{ from: '09:45', to: '10:45' }]);
    await change(next, { durationMinutes: 30 }).expect(200);
    expect(await held(next)).toEqual([{ from: '10:45', to: '11:30' }]);
    // What this change itself would take of a neighbour is refused.
    for (const to of [{ durationMinutes: 50 }, { start: at(day, '10:10') }, { serviceId: wider.id, durationMinutes: 40 }])
      expect((await change(appointment, to).expect(409)).body).toMatchObject({ code: 'SLOT_TAKEN' });
    expect(await held(appointment)).toEqual([{ from: '09:45', to: '10:45' }]);
    await change(appointment, { durationMinutes: 30 }).expect(200);
    expect(await held(appointment)).toEqual([{ from: '09:45', to: '10:45' }]);
  });

  it('comes back to the time that it had though buffers were raised while it was off, and to no more where others are', async () => {
    const { agent, diary, held } = await scene();
    const act = (one: TestAppointment, action: string, body?: object) => agent.post(`/appointments/${one.id}/${action}`, body);
    const appointment = await anAppointment(agent, diary);
    const next = await anAppointment(agent, diary, { start: at(day, '10:45') });
    await act(appointment, 'cancel', { by: 'clinic' }).expect(200);
    await agent.patch(`/services/${diary.serviceId}`, { bufferBeforeMinutes: 15, bufferAfterMinutes: 15 }, ANY).expect(200);
    expect((await act(appointment, 'restore').expect(200)).body).toMatchObject({ status: 'booked', overbook: false });
    expect(await held(appointment)).toEqual([{ from: '09:45', to: '10:45' }]);
    // Whoever has come into the time that it had is in its way.
    await act(appointment, 'cancel', { by: 'clinic' }).expect(200);
    const bare = await aService(agent, { name: 'Bare', durationMinutes: 10, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 });
    const other = await anAppointment(agent, { ...diary, serviceId: bare.id }, { start: at(day, '10:30') });
    expect((await act(appointment, 'restore').expect(409)).body).toMatchObject({ code: 'SLOT_TAKEN' });
    await act(other, 'cancel', { by: 'clinic' }).expect(200);
    await act(appointment, 'restore').expect(200);
    // Of one that is over it is kept as well, and time off still asks.
    await act(next, 'cancel', { by: 'patient' }).expect(200);
    await agent.post('/time-off', { practitionerId: diary.practitionerId, start: at(day, '11:00'), end: at(day, '12:00') }).expect(201);
    expect((await act(next, 'restore').expect(409)).body).toMatchObject({ code: 'PRACTITIONER_AWAY' });
  });

  it('is not refused for who was booked over it', async () => {
    const { agent, diary, change } = await scene();
    const appointment = await anAppointment(agent, diary);
    await anAppointment(agent, diary, { start: at(day, '10:15'), overbook: true });
    await change(appointment, { durationMinutes: 40 }).expect(200);
    await change(appointment, { start: at(day, '10:10'), durationMinutes: 30 }).expect(200);
    await change(appointment, { durationMinutes: 45 }).expect(409);
  });

  it('is marked and audited as booked over another only where it newly is', async () => {
    const { agent, diary, change, overbookings } = await scene();
    await anAppointment(agent, diary);
    const appointment = await anAppointment(agent, diary, { start: at(day, '11:00') });
    expect((await change(appointment, { durationMinutes: 40, overbook: true }).expect(200)).body).toMatchObject({ overbook: false });
    expect((await change(appointment, { start: at(day, '12:00'), overbook: true }).expect(200)).body).toMatchObject({ overbook: false });
    expect(await overbookings(appointment)).toBe(0);
    expect((await change(appointment, { start: at(day, '10:30'), overbook: true }).expect(200)).body).toMatchObject({ overbook: true });
    expect((await change(appointment, { durationMinutes: 30 }).expect(200)).body).toMatchObject({ overbook: true });
    expect(await overbookings(appointment)).toBe(1);
    // Whoever takes the word back is judged as anybody else.
    await change(appointment, { overbook: false }).expect(409);
    await change(appointment, { durationMinutes: 20, overbook: false }).expect(409);
    expect((await change(appointment, { start: at(day, '10:50') }).expect(200)).body).toMatchObject({ overbook: false });
  });
});

describe('the last day that is kept', () => {
  it('is the last one on which an appointment ends', async () => {
    const { agent, diary, change } = await scene();
    const book = (start: string, more: object = {}) => agent.post('/appointments', { ...diary, start, ...more });
    const refused = await book('2199-12-31T23:50:00Z').expect(400);
    expect(refused.body).toMatchObject({
      errors: [{ pointer: '/start', detail: expect.stringContaining('from 1900-01-01 to 2199-12-31') as string }],
    });
    await book('2199-12-31T23:50:00Z', { durationMinutes: 10 }).expect(400);
    const appointment = (await book('2199-12-31T23:00:00Z', { durationMinutes: 59 }).expect(201)).body as TestAppointment;
    expect((await change(appointment, { durationMinutes: 60 }).expect(400)).body).toMatchObject({
      errors: [{ pointer: '/durationMinutes' }],
    });
    await change(appointment, { start: '2199-12-31T23:01:00Z' }).expect(400);
    await change(appointment, { start: '2199-12-31T22:00:00Z' }).expect(200);
  });
});
