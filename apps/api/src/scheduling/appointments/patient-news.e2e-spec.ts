import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { Db, systemCtx } from '../../platform/index.js';
import { linkTo } from '../../testing/links.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { aDiary, anAppointment, type Diary, type TestAppointment } from '../../testing/scheduling.fixture.js';
import { member, nobody, session, type Session, stranger } from '../../testing/session.js';
import { KeepWhoToldWhat1795990500400 } from '../migrations/keep-who-told-what-1795990500400.js';
import { PatientNews } from './patient-news.js';

let clinic: Session;
let diary: Diary;
beforeAll(async () => {
  clinic = await session('owner');
  diary = await aDiary(clinic.owner);
});

type Told = { at: string; by: string | null; undoable: boolean } | null;
type Appointment = TestAppointment & { untold: boolean; told: Told; version: number };
const act = async (appointment: TestAppointment, action: string, body?: object) =>
  (await clinic.owner.post(`/appointments/${appointment.id}/${action}`, body, { ifMatch: '*' }).expect(200)).body as Appointment;
const OVER = { overbook: true };
const move = async (appointment: TestAppointment, start: string) =>
  (await clinic.owner.patch(`/appointments/${appointment.id}`, { start, overbook: true }, { ifMatch: '*' }).expect(200))
    .body as Appointment;
const later = ({ start }: TestAppointment) => new Date(Date.parse(start) + 7_200_000).toISOString();
const booked = () => anAppointment(clinic.owner, diary, { overbook: true });
const untold = async ({ id }: TestAppointment) => ((await clinic.owner.get(`/appointments/${id}`).expect(200)).body as Appointment).untold;

describe('what the clinic changed', () => {
  it('is untold until staff say that they told it: who and when stays, once', async () => {
    const count = async () => ((await clinic.owner.get('/appointments/untold').expect(200)).body as { count: number }).count;
    const before = await count();
    const appointment = await booked();
    const cancelled = await act(appointment, 'cancel', { by: 'clinic' });
    expect(cancelled.untold).toBe(true);
    expect(await count()).toBe(before + 1);
    expect((await (await stranger()).get('/appointments/untold').expect(200)).body).toEqual({ count: 0 });
    await (await nobody()).get('/appointments/untold').expect(401);
    const listed = (await clinic.owner.get('/appointments?untold=true').expect(200)).body as { data: Appointment[] };
    expect(listed.data.map(({ id }) => id)).toContain(appointment.id);
    const path = `/appointments/${appointment.id}/patient-told`;
    await clinic.owner.post(path, undefined, { ifMatch: appointment.version }).expect(412);
    const { body } = await clinic.owner.post(path, undefined, { ifMatch: cancelled.version }).expect(200);
    expect(body).toMatchObject({ untold: false, status: 'cancelled', version: cancelled.version + 1 });
    expect(await count()).toBe(before);
    // A second press changes nothing.
    const again = await clinic.owner.post(path, undefined, { ifMatch: cancelled.version + 1 }).expect(200);
    expect(again.body).toMatchObject({ version: cancelled.version + 1 });
    const told = "SELECT 1 FROM outbox WHERE type = 'appointment.patient_told' AND payload->>'appointmentId' = $1";
    expect(await clinic.app.sql(told, [appointment.id])).toHaveLength(1);
    const audit = "SELECT actor_type AS actor FROM audit_entry WHERE entity_id = $1 AND action = 'update'";
    expect(await clinic.app.sql(audit, [appointment.id])).toEqual([{ actor: 'user' }, { actor: 'user' }]);
  });

  it('says who told it and when, and takes it back after a slip, once', async () => {
    const appointment = await booked();
    await act(appointment, 'cancel', { by: 'clinic' });
    const before = Date.now();
    const told = await act(appointment, 'patient-told');
    expect(told).toMatchObject({ untold: false, told: { by: 'Olive Owner', undoable: true } });
    expect(Math.abs(Date.parse(told.told?.at ?? '') - before)).toBeLessThan(60_000);
    const path = `/appointments/${appointment.id}/patient-not-told`;
    await clinic.owner.post(path, undefined, { ifMatch: appointment.version }).expect(412);
    const { body } = await clinic.owner.post(path, undefined, { ifMatch: told.version }).expect(200);
    expect(body).toMatchObject({ untold: true, told: null, version: told.version + 1 });
    const again = await clinic.owner.post(path, undefined, { ifMatch: told.version + 1 }).expect(200);
    expect(again.body).toMatchObject({ untold: true, version: told.version + 1 });
    const listed = (await clinic.owner.get('/appointments?untold=true').expect(200)).body as { data: Appointment[] };
    expect(listed.data.map(({ id }) => id)).toContain(appointment.id);
    const audit = "SELECT reason FROM audit_entry WHERE entity_id = $1 AND reason LIKE 'patient%' ORDER BY at";
    expect(await clinic.app.sql(audit, [appointment.id])).toEqual([{ reason: 'patient told' }, { reason: 'patient not told' }]);
    const events = "SELECT type FROM outbox WHERE type LIKE 'appointment.patient%' AND payload->>'appointmentId' = $1";
    expect(await clinic.app.sql(events, [appointment.id])).toHaveLength(2);
    expect(await act(appointment, 'patient-told')).toMatchObject({ untold: false, told: { undoable: true } });
  });

  it.each(['patient-told', 'patient-not-told'])(
    'is %s of the appointment as it was seen: without a version it is refused',
    async (action) => {
      const appointment = await booked();
      const first = await move(appointment, later(appointment));
      if (action === 'patient-not-told') await act(appointment, 'patient-told');
      const before = await untold(appointment);
      // Somebody else moves it, and this program asks no version: the new time would be what it tells of.
      const path = `/appointments/${appointment.id}/${action}`;
      expect((await clinic.owner.post(path).expect(428)).body).toMatchObject({ code: 'IF_MATCH_REQUIRED' });
      expect(await untold(appointment)).toBe(before);
      await move(appointment, later(first));
      await clinic.owner.post(path, undefined, { ifMatch: first.version }).expect(412);
      expect(await untold(appointment)).toBe(true);
    },
  );

  it('is not taken back once the patient knows of it otherwise; that it was told stays', async () => {
    const appointment = await booked();
    await move(appointment, later(appointment));
    await act(appointment, 'patient-told');
    const confirmed = await act(appointment, 'confirm', { by: 'patient' });
    expect(confirmed.told).toMatchObject({ by: 'Olive Owner', undoable: false });
    const refused = await clinic.owner.post(`/appointments/${appointment.id}/patient-not-told`, undefined, { ifMatch: '*' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'PATIENT_KNOWS' });
  });

  it('is another thing to tell once the clinic changes it again: nobody has told that', async () => {
    const appointment = await booked();
    await move(appointment, later(appointment));
    await act(appointment, 'patient-told');
    // They know the later time by now.
    expect(await move(appointment, appointment.start)).toMatchObject({ untold: true, told: null });
    expect(await move(appointment, later(appointment))).toMatchObject({ untold: false, told: null });
  });

  it.each(['patient-told', 'patient-not-told'])('is %s by nobody elsewhere, without the right, or without a session', async (action) => {
    const appointment = await booked();
    await act(appointment, 'cancel', { by: 'clinic' });
    if (action === 'patient-not-told') await act(appointment, 'patient-told');
    const path = `/appointments/${appointment.id}/${action}`;
    await (await stranger()).post(path, undefined, { ifMatch: '*' }).expect(404);
    const { agent } = await member(clinic.app, clinic.owner, clinic.clinic.id, 'billing');
    await agent.post(path, undefined, { ifMatch: '*' }).expect(403);
    await (await nobody()).post(path).expect(401);
    expect(await untold(appointment)).toBe(action === 'patient-told');
  });

  it('is a move to another time, and nothing once it is moved back or restored', async () => {
    const appointment = await booked();
    expect((await move(appointment, later(appointment))).untold).toBe(true);
    expect((await move(appointment, appointment.start)).untold).toBe(false);
    await act(appointment, 'cancel', { by: 'clinic' });
    expect((await act(appointment, 'restore', OVER)).untold).toBe(false);
    await act(appointment, 'cancel', { by: 'clinic' });
    await act(appointment, 'patient-told');
    // They know that it is off, and now it is not.
    expect((await act(appointment, 'restore', OVER)).untold).toBe(true);
  });

  it('stays so where staff confirm it, who may not have spoken with anybody; what the patient says themselves is a yes', async () => {
    const appointment = await booked();
    await move(appointment, later(appointment));
    expect(await act(appointment, 'confirm', {})).toMatchObject({ status: 'confirmed', untold: true });
    const own = await booked();
    await move(own, later(own));
    expect(await act(own, 'confirm', { by: 'patient' })).toMatchObject({ status: 'confirmed', untold: false });
    // What staff told them is still theirs to take back.
    const told = await booked();
    await move(told, later(told));
    await act(told, 'patient-told');
    expect((await act(told, 'confirm', {})).told).toMatchObject({ undoable: true });
    expect((await act(told, 'patient-not-told')).untold).toBe(true);
  });

  it('is still to be told once an appointment that was taken for over is one to come again', async () => {
    const appointment = await booked();
    await move(appointment, later(appointment));
    for (const slip of ['arrive', 'complete', 'reopen']) expect((await act(appointment, slip)).untold).toBe(false);
    expect(await act(appointment, 'unarrive')).toMatchObject({ status: 'booked', untold: true });
  });

  it.each([
    ['arrive', 'unarrive', undefined],
    ['cancel', 'restore', OVER],
  ])('is still to be told once a slip is taken back: %s, %s', async (slip, back, body) => {
    const appointment = await booked();
    await move(appointment, later(appointment));
    expect((await act(appointment, slip, slip === 'cancel' ? { by: 'patient' } : undefined)).untold).toBe(false);
    expect((await act(appointment, back, body)).untold).toBe(true);
    expect((await move(appointment, appointment.start)).untold).toBe(false);
  });

  it('is nothing that anybody has to tell of somebody who has died', async () => {
    const { id } = await aPatient(clinic.owner);
    const appointment = await anAppointment(clinic.owner, { ...diary, patientId: id }, { overbook: true });
    expect(await act(appointment, 'cancel', { by: 'clinic' })).toMatchObject({ untold: true });
    const died = (deceasedOn: string | null) => clinic.owner.patch(`/patients/${id}`, { deceasedOn }, { ifMatch: '*' }).expect(200);
    await died(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
    expect(await untold(appointment)).toBe(false);
    const listed = (await clinic.owner.get(`/appointments?untold=true&patientId=${id}`).expect(200)).body as { data: Appointment[] };
    expect(listed.data).toEqual([]);
    // Entered for somebody else by mistake: it is still to be told.
    await died(null);
    expect(await untold(appointment)).toBe(true);
  });

  it('is not what the patient did or was there for, nor what is over', async () => {
    const [mine, confirmed, arrived] = [await booked(), await booked(), await booked()];
    expect((await act(mine, 'cancel', { by: 'patient' })).untold).toBe(false);
    await move(confirmed, later(confirmed));
    const token = await linkTo(clinic, confirmed);
    const { body } = await clinic.owner.get(`/public/links/${token}`).expect(200);
    const { version } = (body as { appointment: { version: number } }).appointment;
    await clinic.owner.post(`/public/links/${token}/confirm`, { version }).expect(200);
    await move(arrived, later(arrived));
    await act(arrived, 'arrive');
    expect(await Promise.all([confirmed, arrived].map(untold))).toEqual([false, false]);
    const past = await anAppointment(clinic.owner, diary, {
      start: new Date(Math.floor(Date.now() / 60_000) * 60_000 - 7_200_000).toISOString(),
    });
    expect((await act(past, 'cancel', { by: 'clinic' })).untold).toBe(false);
  });
});

describe('what a patient called off by themselves', () => {
  const press = async (appointment: TestAppointment, action: string) => {
    const token = await linkTo(clinic, appointment);
    const { body } = await clinic.owner.get(`/public/links/${token}`).expect(200);
    const { version } = (body as { appointment: { version: number } }).appointment;
    await clinic.owner.post(`/public/links/${token}/${action}`, { version }).expect(200);
  };

  it('is off as they know it: bringing it back is news, and listed, until somebody tells them', async () => {
    const appointment = await booked();
    await press(appointment, 'cancel');
    expect(await untold(appointment)).toBe(false);
    expect(await act(appointment, 'restore', OVER)).toMatchObject({ untold: true, status: 'booked' });
    const listed = (await clinic.owner.get('/appointments?untold=true').expect(200)).body as { data: Appointment[] };
    expect(listed.data.map(({ id }) => id)).toContain(appointment.id);
    expect((await act(appointment, 'patient-told')).untold).toBe(false);
    // Off again as they wished, and back again, each by a slip of the desk.
    expect((await act(appointment, 'cancel', { by: 'patient' })).untold).toBe(false);
    expect((await act(appointment, 'restore', OVER)).untold).toBe(false);
  });

  it('is so too where staff had written it down before, and they pressed on a page of earlier', async () => {
    const appointment = await booked();
    await press(appointment, 'confirm');
    const token = await linkTo(clinic, appointment);
    const { body } = await clinic.owner.get(`/public/links/${token}`).expect(200);
    const { version } = (body as { appointment: { version: number } }).appointment;
    expect((await act(appointment, 'cancel', { by: 'patient' })).untold).toBe(false);
    await clinic.owner.post(`/public/links/${token}/cancel`, { version }).expect(200);
    const [kept] = await clinic.app.sql<{ last: object }>('SELECT tellings -> -1 AS last FROM appointment WHERE id = $1', [appointment.id]);
    expect(kept?.last).toMatchObject({ off: true, told: [{ answered: { link: expect.any(String) } }] });
    expect(kept?.last).not.toMatchObject({ told: [{ confirmed: true }] });
    expect((await act(appointment, 'restore', OVER)).untold).toBe(true);
  });

  it('is nothing to tell again once the clinic, too, calls it off', async () => {
    const appointment = await booked();
    await press(appointment, 'cancel');
    expect((await act(appointment, 'restore', OVER)).untold).toBe(true);
    expect((await act(appointment, 'cancel', { by: 'clinic' })).untold).toBe(false);
  });

  it('is known to be on again by who confirms it themselves', async () => {
    const appointment = await booked();
    await press(appointment, 'cancel');
    await act(appointment, 'restore', OVER);
    await press(appointment, 'confirm');
    expect(await untold(appointment)).toBe(false);
    await move(appointment, later(appointment));
    expect(await untold(appointment)).toBe(true);
    expect((await move(appointment, appointment.start)).untold).toBe(false);
  });
});

describe('what was to be told before it was kept who told what', () => {
  it('is as it was: untold, told by staff with a way back, or told by a reminder that may come back', async () => {
    const [still, byStaff, byReminder, off, ownWish] = [await booked(), await booked(), await booked(), await booked(), await booked()];
    for (const appointment of [still, byStaff, byReminder, ownWish]) await move(appointment, later(appointment));
    await act(off, 'cancel', { by: 'clinic' });
    await act(byStaff, 'patient-told');
    await act(ownWish, 'patient-told');
    await act(ownWish, 'cancel', { by: 'patient' });
    const message = randomUUID();
    const told = 'UPDATE appointment SET told_at = now(), told_message_id = $2 WHERE id = $1';
    await clinic.app.sql(told, [byReminder.id, message]);
    const migration = new KeepWhoToldWhat1795990500400();
    const runner = { query: (text: string) => clinic.app.sql(text) } as unknown as QueryRunner;
    await migration.down(runner);
    await migration.up(runner);
    const all = [still, byStaff, byReminder, off];
    expect(await Promise.all(all.map(untold))).toEqual([true, false, false, true]);
    expect((await act(byStaff, 'patient-not-told')).untold).toBe(true);
    expect((await act(still, 'patient-told')).untold).toBe(false);
    const news = clinic.app.nest.get(PatientNews);
    await clinic.app.nest.get(Db).tx(systemCtx(clinic.clinic.id, 'test'), (ctx) => news.notToldBy(ctx, message, byReminder.id));
    expect(await untold(byReminder)).toBe(true);
    // What a patient called off nobody told them: that the clinic calls it off later is news.
    expect((await act(ownWish, 'restore', OVER)).untold).toBe(false);
    expect((await act(ownWish, 'cancel', { by: 'clinic' })).untold).toBe(true);
    // Each is as its patient knows it, once it is moved back or restored.
    expect((await move(byReminder, byReminder.start)).untold).toBe(false);
    expect((await act(off, 'restore', OVER)).untold).toBe(false);
  });
});
