import { aPatient } from '../../testing/patients.fixture.js';
import {
  aDiary,
  aPractitioner,
  aService,
  at,
  anAppointment,
  comingDay,
  type Diary,
  type TestAppointment,
  workingHours,
} from '../../testing/scheduling.fixture.js';
import { member, nobody, program, session } from '../../testing/session.js';

const day = comingDay();
interface EventRow {
  type: string;
  payload: Record<string, unknown>;
}

async function scene() {
  const open = await session('owner');
  const diary = await aDiary(open.owner);
  const events = () =>
    open.app.sql<EventRow>("SELECT type, payload FROM outbox WHERE clinic_id = $1 AND type LIKE 'appointment.%' ORDER BY id", [
      open.clinic.id,
    ]);
  return { ...open, diary, events };
}

describe('booking', () => {
  it('gives the appointment its time, tells it by an event and leaves an audit row', async () => {
    const { agent, app, diary, events } = await scene();
    const booked = await agent.post('/appointments', { ...diary, start: `${day}T10:00:00-05:00` }).expect(201);
    const appointment = booked.body as TestAppointment;
    const start = new Date(`${day}T10:00:00-05:00`).toISOString();
    const end = new Date(Date.parse(start) + 45 * 60_000).toISOString();
    expect(appointment).toMatchObject({
      ...diary,
      start,
      end,
      status: 'booked',
      timeVersion: 1,
      overbook: false,
      documented: false,
      invoiceId: null,
      version: 1,
    });
    expect(appointment).toMatchObject({
      patient: { firstName: 'Amélie', lastName: 'Gagné' },
      practitioner: { displayName: 'Pia Physio' },
      service: { name: 'Treatment', nameIn: null },
    });
    expect(booked.headers['etag']).toBe('"1"');
    expect((await agent.get(`/appointments/${appointment.id}`).expect(200)).body).toEqual(appointment);
    const { patientId, practitionerId, serviceId } = diary;
    const payload = {
      appointmentId: appointment.id,
      patientId,
      practitionerId,
      serviceId,
      locationId: appointment.locationId,
      start,
      end,
      timeVersion: 1,
    };
    expect(await events()).toEqual([{ type: 'appointment.booked', payload }]);
    const audit = await app.sql('SELECT action, patient_ids FROM audit_entry WHERE entity_id = $1', [appointment.id]);
    expect(audit).toEqual([{ action: 'create', patient_ids: [patientId] }]);
  });

  it('refuses a taken time with the nearest free ones, and books over it only when asked to', async () => {
    const { agent, app, diary } = await scene();
    await anAppointment(agent, diary);
    const refused = await agent.post('/appointments', { ...diary, start: at(day, '10:30') }).expect(409);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    const { practitionerId } = diary;
    const alternatives = ['10:45', '11:00', '11:15', '11:30', '09:15'].map(
      (clock) => expect.objectContaining({ practitionerId, start: at(day, clock) }) as unknown,
    );
    expect(refused.body).toMatchObject({ code: 'SLOT_TAKEN', alternatives });
    const over = await anAppointment(agent, diary, { start: at(day, '10:30'), overbook: true });
    expect(over).toMatchObject({ overbook: true });
    expect(await app.sql('SELECT reason FROM audit_entry WHERE entity_id = $1', [over.id])).toEqual([{ reason: 'overbook' }]);
    // What was booked over is taken all the same.
    await agent.post('/appointments', { ...diary, start: at(day, '10:45') }).expect(409);
    await anAppointment(agent, diary, { start: at(day, '11:15') });
  });

  it('answers a repeat with the same key by the same appointment', async () => {
    const { agent, app, diary } = await scene();
    const book = () => agent.post('/appointments', { ...diary, start: at(day, '10:00') }, { idempotencyKey: 'once' }).expect(201);
    const [first, second] = [await book(), await book()];
    expect(second.body).toEqual(first.body);
    expect(await app.sql('SELECT count(*)::int AS n FROM appointment WHERE patient_id = $1', [diary.patientId])).toEqual([{ n: 1 }]);
  });

  it('offers a colleague of the profession beside the same practitioner', async () => {
    const { agent, diary } = await scene();
    const colleague = await aPractitioner(agent, { firstName: 'Cleo' });
    await workingHours(agent, colleague.id);
    const other = await aPractitioner(agent, { profession: 'counsellor' });
    await workingHours(agent, other.id);
    await anAppointment(agent, diary);
    const refused = await agent.post('/appointments', { ...diary, start: at(day, '10:00') }).expect(409);
    const { alternatives } = refused.body as { alternatives: { practitionerId: string; start: string }[] };
    expect(alternatives.map((slot) => slot.practitionerId)).toEqual([
      ...Array<string>(3).fill(diary.practitionerId),
      ...Array<string>(2).fill(colleague.id),
    ]);
    expect(alternatives[3]?.start).toBe(at(day, '10:00'));
  });

  it('keeps the buffers of both neighbours', async () => {
    const { agent, diary } = await scene();
    const buffered = await aService(agent, { name: 'Buffered', durationMinutes: 30, bufferBeforeMinutes: 10, bufferAfterMinutes: 15 });
    await anAppointment(agent, diary, { start: at(day, '10:00'), serviceId: buffered.id });
    await agent.post('/appointments', { ...diary, start: at(day, '10:40') }).expect(409);
    await anAppointment(agent, diary, { start: at(day, '10:45') });
    await agent.post('/appointments', { ...diary, start: at(day, '11:35'), serviceId: buffered.id }).expect(409);
    await anAppointment(agent, diary, { start: at(day, '11:40'), serviceId: buffered.id });
  });

  it('records an appointment of the past, and one outside of working hours', async () => {
    const { agent, diary } = await scene();
    const past = await anAppointment(agent, diary, { start: '2024-02-29T15:00:00Z' });
    expect(past.start).toBe('2024-02-29T15:00:00.000Z');
    await anAppointment(agent, diary, { start: at(day, '22:00'), durationMinutes: 20 });
    const none = await agent.post('/appointments', { ...diary, start: '2027-02-29T15:00:00Z' }).expect(400);
    expect(none.body).toMatchObject({ errors: [{ pointer: '/start' }] });
    for (const start of ['2026-12-01T10:00:00', '2026-12-01', '2026-12-01T10:00:30Z', '2026-12-01T24:00:00Z', 7])
      await agent.post('/appointments', { ...diary, start }).expect(400);
  });

  it('takes the services of the profession, and neither archived ones nor people who left', async () => {
    const { agent, diary } = await scene();
    const massage = await aService(agent, { profession: 'massage_therapist' });
    const wrong = await agent.post('/appointments', { ...diary, serviceId: massage.id, start: at(day, '10:00') }).expect(400);
    expect(wrong.body).toMatchObject({ code: 'SERVICE_NOT_OFFERED', errors: [{ pointer: '/serviceId' }] });
    const appointment = await anAppointment(agent, diary);
    await agent.post(`/services/${diary.serviceId}/archive`).expect(200);
    const archived = await agent.post('/appointments', { ...diary, start: at(day, '12:00') }).expect(409);
    expect(archived.body).toMatchObject({ code: 'SERVICE_ARCHIVED' });
    // The appointment that has it already can still be moved.
    await agent.patch(`/appointments/${appointment.id}`, { start: at(day, '12:00') }, { ifMatch: 1 }).expect(200);
    await agent.post(`/services/${diary.serviceId}/unarchive`).expect(200);
    await agent.patch(`/practitioners/${diary.practitionerId}`, { active: false }, { ifMatch: '*' }).expect(200);
    const left = await agent.post('/appointments', { ...diary, start: at(day, '14:00') }).expect(409);
    expect(left.body).toMatchObject({ code: 'PRACTITIONER_INACTIVE' });
    // What they have may be changed, cancelled and given to somebody else; they are given no new time.
    const path = `/appointments/${appointment.id}`;
    await agent.patch(path, { start: at(day, '12:00'), durationMinutes: 30 }, { ifMatch: '*' }).expect(200);
    const later = await agent.patch(path, { start: at(day, '15:00') }, { ifMatch: '*' }).expect(409);
    expect(later.body).toMatchObject({ code: 'PRACTITIONER_INACTIVE' });
    // Called off from then on, it is taken back to where it stood; see taken-back.e2e-spec.ts.
    await agent.post(`${path}/cancel`, { by: 'clinic' }).expect(200);
    await agent.post(`${path}/restore`).expect(200);
  });

  it('is 404 for every id of another clinic, in the body as in the path', async () => {
    const ours = await scene();
    const theirs = await scene();
    const body = { ...ours.diary, start: at(day, '10:00') };
    for (const field of ['patientId', 'practitionerId', 'serviceId'] as const) {
      await ours.agent.post('/appointments', { ...body, [field]: theirs.diary[field] }).expect(404);
    }
    const { data } = (await theirs.agent.get('/locations')).body as { data: { id: string }[] };
    await ours.agent.post('/appointments', { ...body, locationId: data[0]?.id }).expect(404);
    const appointment = await anAppointment(ours.agent, ours.diary);
    await theirs.agent.get(`/appointments/${appointment.id}`).expect(404);
    await theirs.agent.patch(`/appointments/${appointment.id}`, { start: at(day, '11:00') }, { ifMatch: '*' }).expect(404);
    for (const action of ['confirm', 'arrive', 'unarrive', 'start', 'complete', 'no-show', 'leave-unseen', 'restore']) {
      await theirs.agent.post(`/appointments/${appointment.id}/${action}`).expect(404);
    }
    await theirs.agent.post(`/appointments/${appointment.id}/cancel`, { by: 'clinic' }).expect(404);
    expect((await theirs.agent.get('/appointments')).body).toEqual({ data: [], nextCursor: null, total: 0 });
    expect((await ours.agent.get(`/appointments/${appointment.id}`)).body).toEqual(appointment);
  });

  it('is for those who may: front desk and a program with the scope, not billing, not nobody', async () => {
    const { app, owner, clinic, diary } = await scene();
    const desk = await member(app, owner, clinic.id, 'front_desk');
    const appointment = await anAppointment(desk.agent, diary);
    const billing = await member(app, owner, clinic.id, 'billing');
    await billing.agent.get(`/appointments/${appointment.id}`).expect(200);
    await billing.agent.post('/appointments', { ...diary, start: at(day, '12:00') }).expect(403);
    await billing.agent.post(`/appointments/${appointment.id}/arrive`).expect(403);
    await billing.agent.patch(`/appointments/${appointment.id}`, { start: at(day, '12:00') }, { ifMatch: '*' }).expect(403);
    const key = await program({ app, owner }, ['appointment:book']);
    await anAppointment(key, diary, { start: at(day, '12:00') });
    await key.get(`/appointments/${appointment.id}`).expect(403);
    const anybody = await nobody();
    await anybody.post('/appointments', { ...diary, start: at(day, '13:00') }).expect(401);
    await anybody.get('/appointments').expect(401);
    await anybody.get(`/appointments/${appointment.id}`).expect(401);
  });
});

describe('moving', () => {
  it('frees the old time, takes the new one, and bumps the time version', async () => {
    const { agent, diary, events } = await scene();
    const appointment = await anAppointment(agent, diary);
    await agent.post(`/appointments/${appointment.id}/confirm`).expect(200);
    await agent.patch(`/appointments/${appointment.id}`, { start: at(day, '10:15') }).expect(428);
    const stale = await agent.patch(`/appointments/${appointment.id}`, { start: at(day, '10:15') }, { ifMatch: 1 }).expect(412);
    expect(stale.body).toMatchObject({ code: 'STALE_VERSION', current: { status: 'confirmed', version: 2 } });
    const moved = await agent.patch(`/appointments/${appointment.id}`, { start: at(day, '10:15') }, { ifMatch: 2 }).expect(200);
    // It overlaps its own old time, and the patient has not confirmed the new one.
    expect(moved.body).toMatchObject({ start: at(day, '10:15'), end: at(day, '11:00'), status: 'booked', timeVersion: 2, version: 3 });
    expect((await events()).at(-1)).toMatchObject({
      type: 'appointment.moved',
      payload: { timeVersion: 2, start: at(day, '10:15'), previousStart: at(day, '10:00') },
    });
    await anAppointment(agent, diary, { start: at(day, '11:00') });
    await anAppointment(agent, diary, { start: at(day, '09:30') });
  });

  it('asks for a new yes where its patient would find another practitioner, place or length, and for none where only what it is for changes', async () => {
    const { agent, diary } = await scene();
    const colleague = await aPractitioner(agent, { firstName: 'Cleo' });
    const service = await aService(agent, { durationMinutes: 45, name: 'Another treatment' });
    const place = (await agent.post('/locations', { name: 'Uptown', timeZone: 'America/Toronto' }).expect(201)).body as { id: string };
    const appointment = await anAppointment(agent, diary);
    const confirmed = () => agent.post(`/appointments/${appointment.id}/confirm`).expect(200);
    const change = async (to: object) =>
      ((await agent.patch(`/appointments/${appointment.id}`, to, { ifMatch: '*' }).expect(200)).body as { status: string }).status;
    await confirmed();
    expect(await change({ serviceId: service.id })).toBe('confirmed');
    for (const to of [{ practitionerId: colleague.id }, { locationId: place.id }, { durationMinutes: 60 }, { start: at(day, '11:00') }]) {
      expect(await change(to)).toBe('booked');
      expect(await change(to)).toBe('booked');
      await confirmed();
      expect(await change(to)).toBe('confirmed');
    }
  });

  it('refuses a taken time with alternatives and leaves the appointment where it was', async () => {
    const { agent, diary } = await scene();
    const appointment = await anAppointment(agent, diary);
    await anAppointment(agent, diary, { start: at(day, '13:00') });
    const refused = await agent.patch(`/appointments/${appointment.id}`, { start: at(day, '13:15') }, { ifMatch: 1 }).expect(409);
    expect(refused.body).toMatchObject({ code: 'SLOT_TAKEN', alternatives: [{ start: at(day, '13:45') }, {}, {}, {}, {}] });
    expect((await agent.get(`/appointments/${appointment.id}`)).body).toEqual(appointment);
    await agent.post('/appointments', { ...diary, start: at(day, '10:00') }).expect(409);
  });

  it('reassigns under a new time version, and resizes without one', async () => {
    const { agent, diary } = await scene();
    const colleague = await aPractitioner(agent, { firstName: 'Cleo' });
    const appointment = await anAppointment(agent, diary);
    const given = await agent
      .patch(`/appointments/${appointment.id}`, { practitionerId: colleague.id, durationMinutes: 60 }, { ifMatch: 1 })
      .expect(200);
    expect(given.body).toMatchObject({
      practitionerId: colleague.id,
      practitioner: { displayName: 'Cleo Physio' },
      end: at(day, '11:00'),
      timeVersion: 2,
      version: 2,
    });
    const shorter = await agent.patch(`/appointments/${appointment.id}`, { durationMinutes: 45 }, { ifMatch: 2 }).expect(200);
    expect(shorter.body).toMatchObject({ end: at(day, '10:45'), timeVersion: 2, version: 3 });
    await anAppointment(agent, diary);
    const back = await agent.patch(`/appointments/${appointment.id}`, { practitionerId: diary.practitionerId }, { ifMatch: 3 }).expect(409);
    expect(back.body).toMatchObject({ code: 'SLOT_TAKEN' });
    const counsellor = await aPractitioner(agent, { profession: 'counsellor' });
    await agent.patch(`/appointments/${appointment.id}`, { practitionerId: counsellor.id }, { ifMatch: 3 }).expect(400);
  });

  it('asks anew for every time that is booked over', async () => {
    const { agent, diary } = await scene();
    await anAppointment(agent, diary);
    await anAppointment(agent, diary, { start: at(day, '13:00') });
    const over = await anAppointment(agent, diary, { start: at(day, '10:15'), overbook: true });
    const longer = await agent.patch(`/appointments/${over.id}`, { durationMinutes: 60 }, { ifMatch: 1 }).expect(200);
    expect(longer.body).toMatchObject({ overbook: true, timeVersion: 1 });
    await agent.patch(`/appointments/${over.id}`, { start: at(day, '13:15') }, { ifMatch: 2 }).expect(409);
    const free = await agent.patch(`/appointments/${over.id}`, { start: at(day, '15:00') }, { ifMatch: 2 }).expect(200);
    expect(free.body).toMatchObject({ overbook: false, timeVersion: 2 });
  });

  it('is over once the appointment has begun', async () => {
    const { agent, diary } = await scene();
    const appointment = await anAppointment(agent, diary);
    await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    const refused = await agent.patch(`/appointments/${appointment.id}`, { start: at(day, '12:00') }, { ifMatch: '*' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'NOT_MOVABLE', status: 409, currentStatus: 'arrived' });
  });
});

describe('the list', () => {
  it("gives a range of the clinic's days with names, by start, page by page, and one audit row for all its patients", async () => {
    const { agent, app, clinic, diary } = await scene();
    const second = await aPatient(agent, { firstName: 'Zoé' });
    const appointments: TestAppointment[] = [];
    for (const [clock, patientId] of [
      ['09:00', diary.patientId],
      ['13:00', second.id],
      ['23:30', second.id],
    ] as const) {
      appointments.push(await anAppointment(agent, diary, { start: at(day, clock), patientId }));
    }
    await anAppointment(agent, diary, { start: at(comingDay(2), '00:15') });
    const to = comingDay(2);
    const page = await agent.get(`/appointments?from=${day}&to=${to}&limit=2`).expect(200);
    const { data, nextCursor } = page.body as { data: TestAppointment[]; nextCursor: string };
    expect(data).toEqual(appointments.slice(0, 2));
    const rest = await agent.get(`/appointments?from=${day}&to=${to}&limit=2&cursor=${nextCursor}`).expect(200);
    expect(rest.body).toEqual({ data: [appointments[2]], nextCursor: null, total: 3 });
    const audit = await app.sql<{ patient_ids: string[] }>(
      "SELECT patient_ids FROM audit_entry WHERE clinic_id = $1 AND action = 'read' AND what = 'appointment' ORDER BY id",
      [clinic.id],
    );
    expect(audit.map((row) => [...row.patient_ids].sort())).toEqual([[diary.patientId, second.id].sort(), [second.id]]);
    const hers = await agent.get(`/appointments?patientId=${second.id}&from=${at(day, '12:00')}`).expect(200);
    expect((hers.body as { data: TestAppointment[] }).data.map((appointment) => appointment.id)).toEqual([
      appointments[1]?.id,
      appointments[2]?.id,
    ]);
    const latest = `/appointments?from=${day}&to=${to}&sort=-start&limit=2`;
    const first = (await agent.get(latest).expect(200)).body as { data: TestAppointment[]; nextCursor: string };
    expect(first.data.map(({ id }) => id)).toEqual([appointments[2]?.id, appointments[1]?.id]);
    const last = (await agent.get(`${latest}&cursor=${first.nextCursor}`).expect(200)).body as { data: TestAppointment[] };
    expect(last.data.map(({ id }) => id)).toEqual([appointments[0]?.id]);
    await agent.get('/appointments?from=2026-11-23T09:30:15.123Z').expect(200);
    await agent.get(`/appointments?from=${to}&to=${day}`).expect(400);
    await agent.get('/appointments?from=2027-02-29').expect(400);
    await agent.get('/appointments?sort=name').expect(400);
    await agent.get('/appointments?cursor=nonsense').expect(400);
  });
});

describe('a body that is not one', () => {
  it('names its faults', async () => {
    const { agent } = await scene();
    const refused = await agent.post('/appointments', { patientId: 'x', start: 'tomorrow', colour: 'red' }).expect(400);
    const pointers = new Set((refused.body as { errors: { pointer: string }[] }).errors.map((fault) => fault.pointer));
    expect([...pointers].sort()).toEqual(['/colour', '/patientId', '/practitionerId', '/serviceId', '/start']);
    await agent.get('/appointments/not-an-id').expect(400);
    const missing: Diary & { start: string } = {
      patientId: crypto.randomUUID(),
      practitionerId: crypto.randomUUID(),
      serviceId: crypto.randomUUID(),
      start: at(day, '10:00'),
    };
    await agent.post('/appointments', missing).expect(404);
  });
});
