import { addDays } from '@keel/calendar';
import pg from 'pg';
import { until } from './testing/messaging.fixture.js';
import { aDiary, aPractitioner, aService, at, anAppointment, comingDay, type TestAppointment } from './testing/scheduling.fixture.js';
import { session, stranger } from './testing/session.js';

const ANY = { ifMatch: '*' };
const monday = comingDay();
const VANCOUVER = { name: 'West', timeZone: 'America/Vancouver', country: 'CA', region: 'BC' };

interface Place {
  id: string;
  region: string | null;
  country: string | null;
}

async function scene() {
  const here = await session('owner');
  const { agent, clinic } = here;
  const place = async (body: object = VANCOUVER) => (await agent.post('/locations', body).expect(201)).body as Place;
  const places = async () => ((await agent.get('/locations').expect(200)).body as { data: Place[] }).data;
  const change = (body: object) => agent.patch(`/clinics/${clinic.id}`, body, ANY);
  return { ...here, place, places, change };
}

describe('the place of an appointment', () => {
  it('decides its day, its taxes and its clock', async () => {
    const { agent, owner, place } = await scene();
    const diary = await aDiary(owner);
    const { id: serviceId } = await aService(owner, { taxCode: 'taxable', price: { amount: 10_000, currency: 'CAD' } });
    const { id: locationId } = await place();
    // Ten in the evening in Vancouver is already tomorrow in Toronto, whose clinic this is.
    const start = at(monday, '22:00', 'America/Vancouver');
    const appointment = await anAppointment(agent, { ...diary, serviceId }, { start, locationId });
    expect(appointment).toMatchObject({ location: { name: 'West', timeZone: 'America/Vancouver' }, placeNamed: true });
    await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    const invoice = (await agent.post(`/appointments/${appointment.id}/invoice`, {}).expect(201)).body as object;
    expect(invoice).toMatchObject({ serviceDate: monday, locationId, taxes: [{ name: 'GST', amount: { amount: 500 } }] });
    const listed = async (query: string) =>
      ((await agent.get(`/appointments?${query}`).expect(200)).body as { data: { id: string }[] }).data.map(({ id }) => id);
    const day = (from: string) => `from=${from}&to=${addDays(from, 1)}`;
    expect(await listed(`${day(monday)}&locationId=${locationId}`)).toEqual([appointment.id]);
    // By the clinic's own clock it is an appointment of the day after.
    expect([await listed(day(monday)), await listed(day(addDays(monday, 1)))]).toEqual([[], [appointment.id]]);
    await (await stranger()).get(`/appointments?${day(monday)}&locationId=${locationId}`).expect(404);
  });

  it('that was named stays when the appointment moves; another follows the practitioner', async () => {
    const { agent, owner, place } = await scene();
    const diary = await aDiary(owner);
    const west = await place();
    const move = async (appointment: TestAppointment, change: object) =>
      ((await agent.patch(`/appointments/${appointment.id}`, change, ANY).expect(200)).body as TestAppointment).locationId;
    const later = { start: at(addDays(monday, 1), '10:00') };
    const named = await anAppointment(agent, diary, { locationId: west.id });
    expect(await move(named, later)).toBe(west.id);
    const colleague = await aPractitioner(owner);
    expect(await move(named, { practitionerId: colleague.id })).toBe(west.id);
    const free = await anAppointment(agent, diary);
    expect(free).toMatchObject({ placeNamed: false });
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '06:00', end: '20:00', locationId: west.id }));
    await owner.put(`/practitioners/${colleague.id}/working-hours`, { effectiveFrom: '2020-01-01', weekly }).expect(200);
    expect(await move(free, { practitionerId: colleague.id, start: at(addDays(monday, 2), '13:00') })).toBe(west.id);
    // Named in a move, it stays from then on.
    expect(await move(free, { locationId: free.locationId })).toBe(free.locationId);
    expect(await move(free, { start: at(addDays(monday, 2), '14:00') })).toBe(free.locationId);
  });

  it('is given back by whoever takes a move back, named or not as it was', async () => {
    const { agent, owner, place } = await scene();
    const diary = await aDiary(owner);
    const west = await place();
    const open = async (practitionerId: string, locationId: string) => {
      const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '06:00', end: '20:00', locationId }));
      await owner.put(`/practitioners/${practitionerId}/working-hours`, { effectiveFrom: '2020-01-01', weekly }, ANY).expect(200);
    };
    const appointment = await anAppointment(agent, diary);
    const { start, practitionerId, locationId } = appointment;
    const change = async (to: object) =>
      (await agent.patch(`/appointments/${appointment.id}`, to, ANY).expect(200)).body as TestAppointment;
    await open(practitionerId, west.id);
    const later = { start: at(addDays(monday, 1), '12:00') };
    expect(await change(later)).toMatchObject({ locationId: west.id, placeNamed: false });
    expect(await change({ start, practitionerId, locationId, placeNamed: false })).toMatchObject({ start, locationId, placeNamed: false });
    // It still follows the practitioner; kept where it is, it does no more.
    expect(await change(later)).toMatchObject({ locationId: west.id, placeNamed: false });
    expect(await change({ placeNamed: true })).toMatchObject({ ...later, locationId: west.id, placeNamed: true });
    await open(practitionerId, locationId);
    expect(await change({ start })).toMatchObject({ locationId: west.id, placeNamed: true });
    expect(await change({ ...later, placeNamed: false })).toMatchObject({ locationId, placeNamed: false });
  });

  it('is the same after a change that names the time and the practitioner it has already', async () => {
    const { agent, owner, place } = await scene();
    const diary = await aDiary(owner);
    const appointment = await anAppointment(agent, diary);
    await agent.post(`/appointments/${appointment.id}/confirm`).expect(200);
    const west = await place();
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '06:00', end: '14:00', locationId: west.id }));
    await owner.put(`/practitioners/${diary.practitionerId}/working-hours`, { effectiveFrom: '2020-01-01', weekly }, ANY).expect(200);
    const { start, practitionerId, locationId, timeVersion } = appointment;
    // By another clock it is the same instant.
    const same = start.replace(/(\.000)?Z$/, '+00:00');
    const change = async (more: object) =>
      (await agent.patch(`/appointments/${appointment.id}`, { start: same, practitionerId, ...more }, ANY).expect(200))
        .body as TestAppointment;
    expect(await change({})).toMatchObject({ start, locationId, timeVersion, status: 'confirmed', placeNamed: false });
    expect(await change({ durationMinutes: 30 })).toMatchObject({ start, locationId, timeVersion, placeNamed: false });
    // What was booked over another stays so, and what is at a place that has closed stays there.
    const over = await anAppointment(agent, diary, { overbook: true });
    const { body } = await agent.patch(`/appointments/${over.id}`, { start: over.start, durationMinutes: 30 }, ANY).expect(200);
    expect(body).toMatchObject({ overbook: true });
    await agent.post(`/appointments/${over.id}/cancel`, { by: 'clinic' }).expect(200);
    await owner.patch(`/locations/${locationId}`, { active: false }, ANY).expect(200);
    expect(await change({ durationMinutes: 20 })).toMatchObject({ locationId });
  });

  it('that is closed offers nothing and cannot be booked; what is booked there is found, and may leave', async () => {
    const { agent, owner, place, places } = await scene();
    const diary = await aDiary(owner);
    const west = await place();
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '06:00', end: '14:00', locationId: west.id }));
    await owner.put(`/practitioners/${diary.practitionerId}/working-hours`, { effectiveFrom: '2020-01-01', weekly }, ANY).expect(200);
    const appointment = await anAppointment(agent, diary, { start: at(monday, '12:00'), locationId: west.id });
    const cancelled = await anAppointment(agent, diary, { start: at(monday, '15:00'), locationId: west.id });
    await agent.post(`/appointments/${cancelled.id}/cancel`, { by: 'clinic' }).expect(200);
    const offered = `/availability?serviceId=${diary.serviceId}&from=${monday}&to=${addDays(monday, 1)}`;
    const slots = async () => ((await agent.get(offered).expect(200)).body as { data: object[] }).data;
    expect(await slots()).not.toEqual([]);
    await owner.patch(`/locations/${west.id}`, { active: false }, ANY).expect(200);
    expect(await slots()).toEqual([]);
    const closed = { code: 'LOCATION_CLOSED' };
    const book = { ...diary, start: at(monday, '13:00'), locationId: west.id };
    expect((await agent.post('/appointments', book).expect(409)).body).toMatchObject(closed);
    expect((await agent.post('/appointments', { ...book, overbook: true }).expect(409)).body).toMatchObject(closed);
    expect((await agent.post(`/appointments/${cancelled.id}/restore`).expect(409)).body).toMatchObject(closed);
    const path = `/appointments/${appointment.id}`;
    expect((await agent.patch(path, { start: at(monday, '14:00') }, ANY).expect(409)).body).toMatchObject(closed);
    const { body } = await agent.get(`/appointments?locationId=${west.id}&from=${monday}&status=booked`).expect(200);
    expect((body as { data: object[] }).data).toEqual([expect.objectContaining({ id: appointment.id })]);
    await agent.patch(path, { durationMinutes: 30 }, ANY).expect(200);
    const [first] = (await places()).filter(({ id }) => id !== west.id);
    await agent.patch(path, { locationId: first?.id, start: at(monday, '14:00') }, ANY).expect(200);
    await owner.patch(`/locations/${west.id}`, { active: true }, ANY).expect(200);
    expect(await slots()).not.toEqual([]);
  });
});

describe('a location that closes', () => {
  it('while an appointment is on its way into it refuses the appointment', async () => {
    const { agent, app, clinic, owner, place } = await scene();
    const diary = await aDiary(owner);
    const west = await place();
    const other = new pg.Client({ connectionString: app.database.superuserUrl });
    await other.connect();
    try {
      await other.query('BEGIN');
      await other.query('SELECT 1 FROM location WHERE id = $1 FOR UPDATE', [west.id]);
      await other.query('UPDATE location SET active = false WHERE id = $1', [west.id]);
      const booking = agent.post('/appointments', { ...diary, start: at(monday, '13:00'), locationId: west.id });
      const answer = booking.then((response) => response);
      const waits = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
      await until(async () => (await other.query(waits)).rows.length > 0, 'the booking to wait');
      await other.query('COMMIT');
      expect(await answer).toMatchObject({ status: 409, body: { code: 'LOCATION_CLOSED' } });
      expect(await app.sql('SELECT 1 FROM appointment WHERE clinic_id = $1', [clinic.id])).toEqual([]);
    } finally {
      await other.end();
    }
  });

  it('is never the last one, also where two close at once', async () => {
    const { owner, place, places } = await scene();
    await place();
    const close = async (id: string) => owner.patch(`/locations/${id}`, { active: false }, ANY);
    const answers = await Promise.all((await places()).map(({ id }) => close(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'LAST_LOCATION' });
  });
});

describe('a clinic', () => {
  it('can be put elsewhere until something depends on it, and its location with it', async () => {
    const { agent, change, place, places } = await scene();
    const other = await place({ name: 'East', timeZone: 'America/Halifax', region: 'NS' });
    expect(other).toMatchObject({ country: 'CA', region: 'NS' });
    const moved = await change({ timeZone: 'America/Los_Angeles', country: 'US', region: 'CA', currency: 'USD' }).expect(200);
    expect(moved.body).toMatchObject({ timeZone: 'America/Los_Angeles', country: 'US', region: 'CA', currency: 'USD' });
    expect(await places()).toEqual([
      expect.objectContaining({ timeZone: 'America/Los_Angeles', country: 'US', region: 'CA' }),
      expect.objectContaining({ id: other.id, timeZone: 'America/Halifax', country: 'CA', region: 'NS' }),
    ]);
    expect((await agent.get('/session').expect(200)).body).toMatchObject({ clinic: { timeZone: 'America/Los_Angeles' } });
  });

  it('takes no other place along that is in the same zone or province', async () => {
    const { change, place, places } = await scene();
    const gatineau = { name: 'Gatineau', timeZone: 'America/Toronto', country: 'CA', region: 'QC' };
    const kenora = { name: 'Kenora', timeZone: 'America/Winnipeg', country: 'CA', region: 'ON' };
    for (const one of [gatineau, kenora]) await place(one);
    await change({ timeZone: 'America/Vancouver', region: 'BC' }).expect(200);
    const [main, ...others] = await places();
    expect(main).toMatchObject({ timeZone: 'America/Vancouver', region: 'BC' });
    expect(others).toEqual([expect.objectContaining(gatineau), expect.objectContaining(kenora)]);
  });

  it('takes time off along as the clock shows it, over changes of the clocks too', async () => {
    const { agent, owner, app, clinic, change } = await scene();
    const { id: practitionerId } = await aPractitioner(owner);
    const off = async (start: string, end: string) =>
      ((await agent.post('/time-off', { practitionerId, start, end }).expect(201)).body as { id: string; version: number }).id;
    const eve = await off(at('2027-12-24', '00:00'), at('2027-12-25', '00:00'));
    // Clocks go back in Toronto that night, and do not in Vancouver.
    const night = await off('2027-11-07T05:30:00Z', '2027-11-07T06:30:00Z');
    await change({ timeZone: 'America/Vancouver', region: 'BC' }).expect(200);
    const shown = async (id: string) =>
      (await agent.get(`/time-off/${id}`).expect(200)).body as { start: string; end: string; version: number };
    expect(await shown(eve)).toMatchObject({
      start: new Date(at('2027-12-24', '00:00', 'America/Vancouver')).toISOString(),
      end: new Date(at('2027-12-25', '00:00', 'America/Vancouver')).toISOString(),
      version: 2,
    });
    const { start, end } = await shown(night);
    expect(start).toBe(new Date(at('2027-11-07', '01:30', 'America/Vancouver')).toISOString());
    expect(Date.parse(end)).toBeGreaterThan(Date.parse(start));
    const told = "SELECT 1 FROM outbox WHERE type = 'time_off.changed' AND clinic_id = $1";
    expect(await app.sql(told, [clinic.id])).toHaveLength(4);
    const audit = "SELECT 1 FROM audit_entry WHERE entity_id = $1 AND action = 'update'";
    expect(await app.sql(audit, [eve])).toHaveLength(1);
    // What is refused moves nothing.
    await change({ timeZone: 'America/Halifax', region: 'QQ' }).expect(400);
    expect((await shown(eve)).version).toBe(2);
  });

  it.each([
    [{ region: 'NY' }, '/region'],
    [{ country: 'US' }, '/region'],
    [{ country: 'FR', region: 'QC' }, '/country'],
    [{ country: 'US', region: 'QC' }, '/region'],
    [{ region: 'Ontario' }, '/region'],
    [{ currency: 'EUR' }, '/currency'],
    [{ timeZone: 'Toronto' }, '/timeZone'],
    [{ timeZone: null }, '/timeZone'],
  ])('is nowhere that is not: %j', async (body, pointer) => {
    const { change, agent } = await scene();
    const refused = (await change(body).expect(400)).body as { errors: object[] };
    expect(refused.errors).toEqual(expect.arrayContaining([expect.objectContaining({ pointer })]));
    if (!('currency' in body)) await agent.post('/locations', { name: 'X', timeZone: 'America/Toronto', ...body }).expect(400);
  });

  it('says what depends on where it is, each fact by itself', async () => {
    const { agent, owner, app, place, places, change } = await scene();
    const west = await place();
    await aService(owner);
    expect((await change({ currency: 'USD' }).expect(409)).body).toMatchObject({
      code: 'PLACE_IN_USE',
      detail: expect.stringContaining('services (1)') as string,
      dependents: [{ kind: 'services', count: 1 }],
      errors: [{ pointer: '/currency' }],
    });
    await change({ region: 'QC' }).expect(200);
    const appointment = await anAppointment(agent, await aDiary(owner));
    expect((await change({ timeZone: 'America/Winnipeg' }).expect(409)).body).toMatchObject({
      dependents: [{ kind: 'appointments', count: 1 }],
    });
    await change({ region: 'ON' }).expect(200);
    await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    await agent.post(`/appointments/${appointment.id}/invoice`, { draft: true }).expect(201);
    expect((await change({ region: 'QC' }).expect(409)).body).toMatchObject({ dependents: [{ kind: 'invoices', count: 1 }] });
    // What is sent as it is changes nothing.
    await change({ region: 'ON', timeZone: 'America/Toronto', currency: 'CAD', name: 'Renamed' }).expect(200);
    const [first] = (await places()).filter(({ id }) => id !== west.id);
    expect((await owner.patch(`/locations/${first?.id}`, { timeZone: 'America/Winnipeg' }, ANY).expect(409)).body).toMatchObject({
      code: 'PLACE_IN_USE',
    });
    await owner.patch(`/locations/${first?.id}`, { region: 'QC' }, ANY).expect(409);
    await owner.patch(`/locations/${first?.id}`, { city: 'Ottawa', region: 'ON' }, ANY).expect(200);
    // Nobody was ever there.
    await owner.patch(`/locations/${west.id}`, { timeZone: 'America/Edmonton', region: 'AB' }, ANY).expect(200);
    await (await session('front_desk')).agent.patch(`/locations/${west.id}`, { name: 'X' }, ANY).expect(403);
    expect(await app.sql('SELECT 1 FROM location WHERE id = $1 AND region = $2', [west.id, 'AB'])).toHaveLength(1);
  });
});

describe('the journey of a patient', () => {
  it('tells each appointment by the clock of its place', async () => {
    const { agent, owner, app, place } = await (async () => {
      const here = await session('owner', { workers: true });
      return { ...here, place: async () => (await here.agent.post('/locations', VANCOUVER).expect(201)).body as Place };
    })();
    const diary = await aDiary(owner);
    const west = await place();
    const appointment = await anAppointment(agent, diary);
    await agent.post(`/appointments/${appointment.id}/confirm`, {}).expect(200);
    await agent.patch(`/appointments/${appointment.id}`, { locationId: west.id, start: at(monday, '13:00') }, ANY).expect(200);
    await agent.post(`/appointments/${appointment.id}/cancel`, { by: 'patient' }).expect(200);
    await app.settle();
    const { body } = await agent.get(`/patients/${diary.patientId}/timeline?theme=appointments`).expect(200);
    const told = (body as { data: { summary: string }[] }).data.map(({ summary }) => summary.replaceAll(/\s/g, ' '));
    expect(told[0]).toMatch(/10:00 a\.m\.$/);
    // Each line names the appointment as it was to be then.
    expect(told[1]).toMatch(/^Confirmed by the clinic: appointment of .* 10:00 a\.m\.$/);
    expect(told[2]).toMatch(/from .* 10:00 a\.m\. to .* (10|11):00 a\.m\. \(Vancouver time\), location changed from .* to West$/);
    expect(told[3]).toMatch(/^Cancelled (late )?by the patient: appointment of .* (10|11):00 a\.m\. \(Vancouver time\)$/);
  });

  it('says whom and which place an appointment was taken from, where its time stays', async () => {
    const { agent, app } = await session('owner', { workers: true });
    const diary = await aDiary(agent);
    const colleague = await aPractitioner(agent, { firstName: 'Cleo', lastName: 'Fortin' });
    const west = (await agent.post('/locations', { ...VANCOUVER, timeZone: 'America/Toronto' }).expect(201)).body as Place;
    const appointment = await anAppointment(agent, diary);
    await agent
      .patch(`/appointments/${appointment.id}`, { practitionerId: colleague.id, locationId: appointment.locationId }, ANY)
      .expect(200);
    await agent.patch(`/appointments/${appointment.id}`, { locationId: west.id }, ANY).expect(200);
    await app.settle();
    const read = async (locale: string) => {
      const { body } = await agent.get(`/patients/${diary.patientId}/timeline?theme=appointments&locale=${locale}`).expect(200);
      return (body as { data: { summary: string }[] }).data.map(({ summary }) => summary.replaceAll(/\s/g, ' ')).slice(1);
    };
    expect(await read('en')).toEqual([
      expect.stringMatching(/^Appointment of .* 10:00 a\.m\.: practitioner changed from .* to Cleo Fortin$/),
      expect.stringMatching(/^Appointment of .* 10:00 a\.m\.: location changed from .* to West$/),
    ]);
    expect((await read('fr'))[0]).toMatch(/^Rendez-vous du .* à 10 h 00 : confié à Cleo Fortin plutôt qu’à .*$/);
  });
});
