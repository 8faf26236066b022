import { addDays, dateIn } from '@keel/calendar';
import { aPatient } from '../../testing/patients.fixture.js';
import { aDiary, at, anAppointment, comingDay } from '../../testing/scheduling.fixture.js';
import { session } from '../../testing/session.js';

async function scene() {
  const { owner, clinic } = await session('owner');
  const diary = await aDiary(owner);
  const patient = await aPatient(owner);
  const theirs = { ...diary, patientId: patient.id };
  const change = (body: object) => owner.patch(`/patients/${patient.id}`, body, { ifMatch: '*' }).expect(200);
  return { owner, clinic, theirs, change };
}

describe('who is archived or has died', () => {
  it.each([
    [{ archived: true }, 'PATIENT_ARCHIVED'],
    [{ deceasedOn: '2026-02-01' }, 'PATIENT_DECEASED'],
  ])('is given no time, and keeps what is there (%j)', async (barring, code) => {
    const { owner, theirs, change } = await scene();
    const appointment = await anAppointment(owner, theirs);
    const cancelled = await anAppointment(owner, theirs, { start: at(comingDay(2), '10:00') });
    await owner.post(`/appointments/${cancelled.id}/cancel`, { by: 'clinic' }).expect(200);
    await change(barring);
    const refused = [
      owner.post('/appointments', { ...theirs, start: at(comingDay(3), '10:00') }),
      owner.patch(`/appointments/${appointment.id}`, { start: at(comingDay(3), '11:00') }, { ifMatch: '*' }),
      owner.post(`/appointments/${cancelled.id}/restore`),
    ];
    for (const call of refused) expect((await call.expect(409)).body).toMatchObject({ code, errors: [{ pointer: '/patientId' }] });
    expect((await owner.get(`/appointments/${appointment.id}`).expect(200)).body).toMatchObject({
      status: 'booked',
      start: appointment.start,
    });
    await owner.post(`/appointments/${appointment.id}/cancel`, { by: 'clinic' }).expect(200);
    await change({ archived: false, deceasedOn: null });
    await owner.post('/appointments', { ...theirs, start: at(comingDay(3), '10:00') }).expect(201);
  });

  it('may still have written down what took place', async () => {
    const { owner, theirs, change } = await scene();
    const start = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 3 * 86_400_000).toISOString();
    const dayOf = (ms: number) => new Date(Date.parse(start) + ms).toISOString().slice(0, 10);
    await change({ deceasedOn: dayOf(86_400_000) });
    await anAppointment(owner, theirs, { start });
    await change({ deceasedOn: dayOf(-2 * 86_400_000) });
    const late = await owner.post('/appointments', { ...theirs, start, overbook: true }).expect(409);
    expect(late.body).toMatchObject({ code: 'PATIENT_DECEASED' });
  });

  it('is given no time before birth: not booked, not moved, not restored', async () => {
    const { owner, theirs, change } = await scene();
    const before = '1980-01-15T15:00:00Z';
    const early = { code: 'APPOINTMENT_BEFORE_BIRTH', errors: [{ pointer: '/start' }] };
    expect((await owner.post('/appointments', { ...theirs, start: before }).expect(409)).body).toMatchObject(early);
    const appointment = await anAppointment(owner, theirs, { start: at(comingDay(2), '10:00') });
    const moved = await owner.patch(`/appointments/${appointment.id}`, { start: before }, { ifMatch: '*' }).expect(409);
    expect(moved.body).toMatchObject(early);
    const past = await anAppointment(owner, theirs, { start: '2026-01-15T15:00:00Z' });
    await owner.post(`/appointments/${past.id}/cancel`, { by: 'clinic' }).expect(200);
    await change({ dateOfBirth: '2026-02-01' });
    expect((await owner.post(`/appointments/${past.id}/restore`).expect(409)).body).toMatchObject(early);
  });

  it.each(['dateOfBirth', 'deceasedOn'])("has no %s after the clinic's own today", async (field) => {
    const { owner, clinic, theirs } = await scene();
    const { timeZone } = (await owner.get(`/clinics/${clinic.id}`).expect(200)).body as { timeZone: string };
    const tomorrow = addDays(dateIn(timeZone, Date.now()), 1);
    const refused = await owner.patch(`/patients/${theirs.patientId}`, { [field]: tomorrow }, { ifMatch: '*' }).expect(400);
    expect(refused.body).toMatchObject({ errors: [{ pointer: `/${field}` }] });
  });

  it('died on a day that exists, not before birth and not to come', async () => {
    const { owner, theirs, change } = await scene();
    expect((await change({ deceasedOn: '2026-02-01' })).body).toMatchObject({ deceasedOn: '2026-02-01', archived: false });
    const url = `/patients/${theirs.patientId}`;
    for (const deceasedOn of ['2026-02-30', '2199-01-01', 'yesterday', 5]) {
      await owner.patch(url, { deceasedOn }, { ifMatch: '*' }).expect(400);
    }
    const early = await owner.patch(url, { deceasedOn: '1988-02-28' }, { ifMatch: '*' }).expect(400);
    expect(early.body).toMatchObject({ code: 'DIED_BEFORE_BIRTH', errors: [{ pointer: '/deceasedOn' }] });
    await owner.patch(url, { dateOfBirth: '2026-03-01' }, { ifMatch: '*' }).expect(400);
    expect((await change({ deceasedOn: '' })).body).toMatchObject({ deceasedOn: null });
    expect((await owner.get('/patients').expect(200)).body).toMatchObject({
      data: expect.arrayContaining([expect.objectContaining({ deceasedOn: null })]) as unknown,
    });
  });
});
