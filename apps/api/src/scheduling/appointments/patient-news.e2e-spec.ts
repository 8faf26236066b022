import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { Db, systemCtx } from '../../platform/index.js';
import { linkTo } from '../../testing/links.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { aDiary, aVisit, type Diary, type TestVisit } from '../../testing/scheduling.fixture.js';
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
type Visit = TestVisit & { untold: boolean; told: Told; version: number };
const act = async (visit: TestVisit, action: string, body?: object) =>
  (await clinic.owner.post(`/appointments/${visit.id}/${action}`, body, { ifMatch: '*' }).expect(200)).body as Visit;
const OVER = { overbook: true };
const move = async (visit: TestVisit, start: string) =>
  (await clinic.owner.patch(`/appointments/${visit.id}`, { start, overbook: true }, { ifMatch: '*' }).expect(200)).body as Visit;
const later = ({ start }: TestVisit) => new Date(Date.parse(start) + 7_200_000).toISOString();
const booked = () => aVisit(clinic.owner, diary, { overbook: true });
const untold = async ({ id }: TestVisit) => ((await clinic.owner.get(`/appointments/${id}`).expect(200)).body as Visit).untold;

describe('what the clinic changed', () => {
  it('is untold until staff say that they told it: who and when stays, once', async () => {
    const count = async () => ((await clinic.owner.get('/appointments/untold').expect(200)).body as { count: number }).count;
    const before = await count();
    const visit = await booked();
    const cancelled = await act(visit, 'cancel', { by: 'clinic' });
    expect(cancelled.untold).toBe(true);
    expect(await count()).toBe(before + 1);
    expect((await (await stranger()).get('/appointments/untold').expect(200)).body).toEqual({ count: 0 });
    await (await nobody()).get('/appointments/untold').expect(401);
    const listed = (await clinic.owner.get('/appointments?untold=true').expect(200)).body as { data: Visit[] };
    expect(listed.data.map(({ id }) => id)).toContain(visit.id);
    const path = `/appointments/${visit.id}/patient-told`;
    await clinic.owner.post(path, undefined, { ifMatch: visit.version }).expect(412);
    const { body } = await clinic.owner.post(path, undefined, { ifMatch: cancelled.version }).expect(200);
    expect(body).toMatchObject({ untold: false, status: 'cancelled', version: cancelled.version + 1 });
    expect(await count()).toBe(before);
    // A second press changes nothing.
    const again = await clinic.owner.post(path, undefined, { ifMatch: cancelled.version + 1 }).expect(200);
    expect(again.body).toMatchObject({ version: cancelled.version + 1 });
    const told = "SELECT 1 FROM outbox WHERE type = 'appointment.patient_told' AND payload->>'appointmentId' = $1";
    expect(await clinic.app.sql(told, [visit.id])).toHaveLength(1);
    const audit = "SELECT actor_type AS actor FROM audit_entry WHERE entity_id = $1 AND action = 'update'";
    expect(await clinic.app.sql(audit, [visit.id])).toEqual([{ actor: 'user' }, { actor: 'user' }]);
  });

  it('says who told it and when, and takes it back after a slip, once', async () => {
    const visit = await booked();
    await act(visit, 'cancel', { by: 'clinic' });
    const before = Date.now();
    const told = await act(visit, 'patient-told');
    expect(told).toMatchObject({ untold: false, told: { by: 'Olive Owner', undoable: true } });
    expect(Math.abs(Date.parse(told.told?.at ?? '') - before)).toBeLessThan(60_000);
    const path = `/appointments/${visit.id}/patient-not-told`;
    await clinic.owner.post(path, undefined, { ifMatch: visit.version }).expect(412);
    const { body } = await clinic.owner.post(path, undefined, { ifMatch: told.version }).expect(200);
    expect(body).toMatchObject({ untold: true, told: null, version: told.version + 1 });
    const again = await clinic.owner.post(path, undefined, { ifMatch: told.version + 1 }).expect(200);
    expect(again.body).toMatchObject({ untold: true, version: told.version + 1 });
    const listed = (await clinic.owner.get('/appointments?untold=true').expect(200)).body as { data: Visit[] };
    expect(listed.data.map(({ id }) => id)).toContain(visit.id);
    const audit = "SELECT reason FROM audit_entry WHERE entity_id = $1 AND reason LIKE 'patient%' ORDER BY at";
    expect(await clinic.app.sql(audit, [visit.id])).toEqual([{ reason: 'patient told' }, { reason: 'patient not told' }]);
    const events = "SELECT type FROM outbox WHERE type LIKE 'appointment.patient%' AND payload->>'appointmentId' = $1";
    expect(await clinic.app.sql(events, [visit.id])).toHaveLength(2);
    expect(await act(visit, 'patient-told')).toMatchObject({ untold: false, told: { undoable: true } });
  });

  it.each(['patient-told', 'patient-not-told'])('is %s of the visit as it was seen: without a version it is refused', async (action) => {
    const visit = await booked();
    const first = await move(visit, later(visit));
    if (action === 'patient-not-told') await act(visit, 'patient-told');
    const before = await untold(visit);
    // Somebody else moves it, and this program asks no version: the new time would be what it tells of.
    const path = `/appointments/${visit.id}/${action}`;
    expect((await clinic.owner.post(path).expect(428)).body).toMatchObject({ code: 'IF_MATCH_REQUIRED' });
    expect(await untold(visit)).toBe(before);
    await move(visit, later(first));
    await clinic.owner.post(path, undefined, { ifMatch: first.version }).expect(412);
    expect(await untold(visit)).toBe(true);
  });

  it('is not taken back once the patient knows of it otherwise; that it was told stays', async () => {
    const visit = await booked();
    await move(visit, later(visit));
    await act(visit, 'patient-told');
    const confirmed = await act(visit, 'confirm', { by: 'patient' });
    expect(confirmed.told).toMatchObject({ by: 'Olive Owner', undoable: false });
    const refused = await clinic.owner.post(`/appointments/${visit.id}/patient-not-told`, undefined, { ifMatch: '*' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'PATIENT_KNOWS' });
  });

  it('is another thing to tell once the clinic changes it again: nobody has told that', async () => {
    const visit = await booked();
    await move(visit, later(visit));
    await act(visit, 'patient-told');
    // They know the later time by now.
    expect(await move(visit, visit.start)).toMatchObject({ untold: true, told: null });
    expect(await move(visit, later(visit))).toMatchObject({ untold: false, told: null });
  });

  it.each(['patient-told', 'patient-not-told'])('is %s by nobody elsewhere, without the right, or without a session', async (action) => {
    const visit = await booked();
    await act(visit, 'cancel', { by: 'clinic' });
    if (action === 'patient-not-told') await act(visit, 'patient-told');
    const path = `/appointments/${visit.id}/${action}`;
    await (await stranger()).post(path, undefined, { ifMatch: '*' }).expect(404);
    const { agent } = await member(clinic.app, clinic.owner, clinic.clinic.id, 'billing');
    await agent.post(path, undefined, { ifMatch: '*' }).expect(403);
    await (await nobody()).post(path).expect(401);
    expect(await untold(visit)).toBe(action === 'patient-told');
  });

  it('is a move to another time, and nothing once it is moved back or restored', async () => {
    const visit = await booked();
    expect((await move(visit, later(visit))).untold).toBe(true);
    expect((await move(visit, visit.start)).untold).toBe(false);
    await act(visit, 'cancel', { by: 'clinic' });
    expect((await act(visit, 'restore', OVER)).untold).toBe(false);
    await act(visit, 'cancel', { by: 'clinic' });
    await act(visit, 'patient-told');
    // They know that it is off, and now it is not.
    expect((await act(visit, 'restore', OVER)).untold).toBe(true);
  });

  it('stays so where staff confirm it, who may not have spoken with anybody; what the patient says themselves is a yes', async () => {
    const visit = await booked();
    await move(visit, later(visit));
    expect(await act(visit, 'confirm', {})).toMatchObject({ status: 'confirmed', untold: true });
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

  it('is still to be told once a visit that was taken for over is one to come again', async () => {
    const visit = await booked();
    await move(visit, later(visit));
    for (const slip of ['arrive', 'complete', 'reopen']) expect((await act(visit, slip)).untold).toBe(false);
    expect(await act(visit, 'unarrive')).toMatchObject({ status: 'booked', untold: true });
  });

  it.each([
    ['arrive', 'unarrive', undefined],
    ['cancel', 'restore', OVER],
  ])('is still to be told once a slip is taken back: %s, %s', async (slip, back, body) => {
    const visit = await booked();
    await move(visit, later(visit));
    expect((await act(visit, slip, slip === 'cancel' ? { by: 'patient' } : undefined)).untold).toBe(false);
    expect((await act(visit, back, body)).untold).toBe(true);
    expect((await move(visit, visit.start)).untold).toBe(false);
  });

  it('is nothing that anybody has to tell of somebody who has died', async () => {
    const { id } = await aPatient(clinic.owner);
    const visit = await aVisit(clinic.owner, { ...diary, patientId: id }, { overbook: true });
    expect(await act(visit, 'cancel', { by: 'clinic' })).toMatchObject({ untold: true });
    const died = (deceasedOn: string | null) => clinic.owner.patch(`/patients/${id}`, { deceasedOn }, { ifMatch: '*' }).expect(200);
    await died(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
    expect(await untold(visit)).toBe(false);
    const listed = (await clinic.owner.get(`/appointments?untold=true&patientId=${id}`).expect(200)).body as { data: Visit[] };
    expect(listed.data).toEqual([]);
    // Entered for somebody else by mistake: it is still to be told.
    await died(null);
    expect(await untold(visit)).toBe(true);
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
    const past = await aVisit(clinic.owner, diary, { start: new Date(Math.floor(Date.now() / 60_000) * 60_000 - 7_200_000).toISOString() });
    expect((await act(past, 'cancel', { by: 'clinic' })).untold).toBe(false);
  });
});

describe('what was to be told before it was kept who told what', () => {
  it('is as it was: untold, told by staff with a way back, or told by a reminder that may come back', async () => {
    const [still, byStaff, byReminder, off, ownWish] = [await booked(), await booked(), await booked(), await booked(), await booked()];
    for (const visit of [still, byStaff, byReminder, ownWish]) await move(visit, later(visit));
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
