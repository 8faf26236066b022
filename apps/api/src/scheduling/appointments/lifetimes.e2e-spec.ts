import { addDays, dateIn } from '@keel/calendar';
import { aClinician, aNote } from '../../testing/clinical.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { at, anAppointment } from '../../testing/scheduling.fixture.js';

const ZONE = 'America/Toronto';
const today = dateIn(ZONE, Date.now());
const DAY = addDays(today, -20);
const MARKS = ['arrive', 'start', 'complete'];

/** A patient with a booked appointment in the evening of a day in the past, which in UTC is the next one. */
async function scene() {
  const { owner, agent, app, diary } = await aClinician();
  const patient = await aPatient(owner, { dateOfBirth: '1980-02-03' });
  const theirs = { ...diary, patientId: patient.id };
  const appointment = await anAppointment(owner, theirs, { start: at(DAY, '21:30') });
  const set = (body: object) => owner.patch(`/patients/${patient.id}`, body, { ifMatch: '*' });
  const mark = (action: string, id = appointment.id) =>
    owner.post(`/appointments/${id}/${action}`, action === 'cancel' ? { by: 'clinic' } : {});
  const marks = async (...actions: string[]) => {
    for (const action of actions) await mark(action).expect(200);
  };
  const details = async () =>
    (await owner.get(`/patients/${patient.id}`).expect(200)).body as { dateOfBirth: string; deceasedOn: string | null };
  return { owner, agent, app, theirs, patient, appointment, set, mark, marks, details };
}

describe('an appointment on a day after the death', () => {
  it('is not arrived, and may be cancelled, or arrived once the date is corrected', async () => {
    const { owner, appointment, set, mark } = await scene();
    await set({ deceasedOn: addDays(DAY, -1) }).expect(200);
    expect((await mark('arrive').expect(409)).body).toMatchObject({ code: 'APPOINTMENT_AFTER_DEATH' });
    expect((await owner.get(`/appointments/${appointment.id}`).expect(200)).body).toMatchObject({
      status: 'booked',
      version: appointment.version,
    });
    await set({ deceasedOn: DAY }).expect(200);
    await mark('arrive').expect(200);
    const other = await scene();
    await other.set({ deceasedOn: addDays(DAY, -1) }).expect(200);
    await other.mark('cancel').expect(200);
  });

  it('is not signed either, which would mark it; the draft stays', async () => {
    const { agent, appointment, set } = await scene();
    const note = await aNote(agent, appointment.id);
    await set({ deceasedOn: addDays(DAY, -1) }).expect(200);
    const sign = () => agent.post(`/notes/${note.id}/sign`, {}, { ifMatch: '*' });
    expect((await sign().expect(409)).body).toMatchObject({ code: 'APPOINTMENT_AFTER_DEATH' });
    expect((await agent.get(`/notes/${note.id}`).expect(200)).body).toMatchObject({ status: 'draft' });
    await set({ deceasedOn: null }).expect(200);
    await sign().expect(200);
  });

  it.each([
    ['arrived', 'start'],
    ['arrived', 'complete'],
    ['in_session', 'complete'],
  ])('that was marked before anybody looked (%s) goes no further by %s, and is taken back', async (status, action) => {
    const { app, appointment, set, mark } = await scene();
    await set({ deceasedOn: addDays(DAY, -1) }).expect(200);
    // As the releases before let it be.
    await app.sql('UPDATE appointment SET status = $2 WHERE id = $1', [appointment.id, status]);
    expect((await mark(action).expect(409)).body).toMatchObject({ code: 'APPOINTMENT_AFTER_DEATH' });
    await mark(status === 'arrived' ? 'unarrive' : 'leave-unseen').expect(200);
  });
});

describe('an appointment of before the death, or of its day', () => {
  it.each([0, 1, 10])('is marked, written up and signed after the death was entered (%s days before it)', async (days) => {
    const { agent, owner, appointment, set, marks } = await scene();
    await set({ deceasedOn: addDays(DAY, days) }).expect(200);
    await marks('arrive');
    const note = await aNote(agent, appointment.id);
    await agent.post(`/notes/${note.id}/sign`, {}, { ifMatch: '*' }).expect(200);
    expect((await owner.get(`/appointments/${appointment.id}`).expect(200)).body).toMatchObject({ status: 'completed', documented: true });
    await agent.post('/notes', { patientId: appointment.patientId }).expect(201);
  });
});

describe('a date of birth or of death', () => {
  it.each([1, 2, 3])('is not set across an appointment that was kept (%s marks)', async (count) => {
    const { set, marks, details } = await scene();
    await marks(...MARKS.slice(0, count));
    expect((await set({ deceasedOn: addDays(DAY, -1) }).expect(409)).body).toMatchObject({
      code: 'SEEN_AFTER_DEATH',
      date: DAY,
      detail: expect.stringContaining(DAY) as string,
      errors: [{ pointer: '/deceasedOn' }],
    });
    expect((await set({ dateOfBirth: addDays(DAY, 1) }).expect(409)).body).toMatchObject({
      code: 'SEEN_BEFORE_BIRTH',
      date: DAY,
      errors: [{ pointer: '/dateOfBirth' }],
    });
    expect(await details()).toMatchObject({ dateOfBirth: '1980-02-03', deceasedOn: null });
  });

  it('is set up to the very day of the appointment, by the calendar of its place', async () => {
    const { set, marks, details } = await scene();
    await marks('arrive');
    await set({ deceasedOn: DAY, dateOfBirth: DAY }).expect(200);
    expect(await details()).toMatchObject({ dateOfBirth: DAY, deceasedOn: DAY });
  });

  it('is the true one also where an appointment that was paid says otherwise, since nobody can undo that any more', async () => {
    const { owner, appointment, set, marks, details } = await scene();
    await marks('arrive');
    const { body } = await owner.post(`/appointments/${appointment.id}/invoice`).expect(201);
    await set({ deceasedOn: addDays(DAY, -1) }).expect(409);
    await owner.post(`/invoices/${(body as { id: string }).id}/payments`, { amount: 100, method: 'cash' }).expect(201);
    await set({ deceasedOn: addDays(DAY, -1) }).expect(200);
    await set({ dateOfBirth: addDays(DAY, 1), deceasedOn: null }).expect(200);
    expect(await details()).toMatchObject({ dateOfBirth: addDays(DAY, 1), deceasedOn: null });
  });

  it('is corrected, earlier or later or away, while it crosses none', async () => {
    const { set, marks, details } = await scene();
    await marks(...MARKS);
    for (const deceasedOn of [addDays(DAY, 5), addDays(DAY, 1), addDays(DAY, 9), null]) await set({ deceasedOn }).expect(200);
    for (const dateOfBirth of ['1970-01-01', '2001-12-31', '1980-02-03']) await set({ dateOfBirth }).expect(200);
    expect(await details()).toMatchObject({ dateOfBirth: '1980-02-03', deceasedOn: null });
  });

  it('is set across appointments that were not kept, which stay as they are', async () => {
    const { owner, appointment, set, marks } = await scene();
    await set({ deceasedOn: addDays(DAY, -1) }).expect(200);
    await set({ deceasedOn: null }).expect(200);
    await marks('arrive', 'unarrive', 'no-show');
    await set({ deceasedOn: addDays(DAY, -1) }).expect(200);
    expect((await owner.get(`/appointments/${appointment.id}`).expect(200)).body).toMatchObject({ status: 'no_show' });
  });

  it('that crossed a kept appointment from before does not stop another change of the record', async () => {
    const { app, appointment, set } = await scene();
    await set({ deceasedOn: addDays(DAY, -1) }).expect(200);
    await app.sql("UPDATE appointment SET status = 'completed' WHERE id = $1", [appointment.id]);
    await set({ occupation: 'Baker', deceasedOn: addDays(DAY, -1) }).expect(200);
    await set({ deceasedOn: addDays(DAY, -2) }).expect(409);
    await set({ deceasedOn: DAY }).expect(200);
  });

  it('keeps an appointment from being arrived before birth', async () => {
    const { set, mark } = await scene();
    await set({ dateOfBirth: addDays(DAY, 1) }).expect(200);
    expect((await mark('arrive').expect(409)).body).toMatchObject({ code: 'APPOINTMENT_BEFORE_BIRTH' });
  });

  it('and an arrival at the same moment never both stand', async () => {
    for (let round = 0; round < 8; round++) {
      const { owner, appointment, set, mark, details } = await scene();
      const answers = await Promise.all([mark('arrive'), set({ deceasedOn: addDays(DAY, -1) })]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const { status } = (await owner.get(`/appointments/${appointment.id}`).expect(200)).body as { status: string };
      expect((status === 'arrived') !== ((await details()).deceasedOn !== null)).toBe(true);
    }
  });
});
