import { addDays } from '@keel/calendar';
import { APPOINTMENT_ACTIONS, APPOINTMENT_STATUSES, type AppointmentAction, type AppointmentStatus, nextStatus } from '@keel/contracts';
import { aDiary, at, anAppointment, comingDay, type TestAppointment } from '../../testing/scheduling.fixture.js';
import { type Session, session } from '../../testing/session.js';
import { newId, systemCtx } from '../../platform/index.js';
import { Db } from '../../platform/index.js';
import { AppointmentNotBegunError } from '../scheduling.errors.js';
import { AppointmentsService } from './appointments.service.js';
import { type InvoiceFacts, AppointmentCards } from './appointment-cards.js';

const day = comingDay();
/** A day on which every appointment has begun. */
const past = addDays(day, -28);
// Online requests, which alone begin as pending, are approved where they are made.
const OVER_HTTP = APPOINTMENT_ACTIONS.filter((action) => action !== 'approve' && action !== 'decline');
const pathOf = (action: AppointmentAction) => action.replaceAll('_', '-');

async function scene(over: Parameters<typeof session>[1] = {}) {
  const open = await session('owner', over);
  const diary = await aDiary(open.owner);
  const act = (appointment: { id: string }, action: AppointmentAction, body?: object) =>
    open.agent.post(`/appointments/${appointment.id}/${pathOf(action)}`, body ?? (action === 'cancel' ? { by: 'clinic' } : undefined));
  const lastEvent = async () =>
    (
      await open.app.sql<{ type: string; payload: object }>(
        "SELECT type, payload FROM outbox WHERE clinic_id = $1 AND type LIKE 'appointment.%' ORDER BY id DESC LIMIT 1",
        [open.clinic.id],
      )
    )[0];
  return { ...open, diary, act, lastEvent };
}

/** An appointment of the wanted state, put there behind the API's back: so every pair of the table can be tried. */
async function anAppointmentThatIs(
  { agent, app }: Session,
  diary: Awaited<ReturnType<typeof aDiary>>,
  status: AppointmentStatus,
  start: string,
): Promise<TestAppointment> {
  const appointment = await anAppointment(agent, diary, { start, overbook: true });
  await app.sql('UPDATE appointment SET status = $2 WHERE id = $1', [appointment.id, status]);
  return appointment;
}

describe('every action from every state', () => {
  it.each(APPOINTMENT_STATUSES)('is what the table says from %s', async (status) => {
    const open = await scene();
    for (const [index, action] of OVER_HTTP.entries()) {
      const start = new Date(Date.parse(at(action === 'no_show' ? past : day, '06:00')) + index * 3_600_000).toISOString();
      const appointment = await anAppointmentThatIs(open, open.diary, status, start);
      const answer = await open.act(appointment, action);
      const expected = nextStatus(status, action);
      if (expected) {
        expect([answer.status, answer.body]).toEqual([200, expect.objectContaining({ status: expected, version: 2, timeVersion: 1 })]);
      } else {
        const actions = APPOINTMENT_ACTIONS.filter((one) => nextStatus(status, one));
        expect([answer.status, answer.body]).toEqual([
          409,
          expect.objectContaining({ code: 'INVALID_TRANSITION', status: 409, currentStatus: status, actions }),
        ]);
      }
    }
  });
});

describe('an appointment', () => {
  it('goes from booked to completed, each step told by one event', async () => {
    const { agent, app, clinic, diary, act } = await scene();
    const appointment = await anAppointment(agent, diary);
    for (const action of ['confirm', 'arrive', 'start', 'complete'] as const) await act(appointment, action).expect(200);
    const rows = await app.sql<{ type: string }>("SELECT type FROM outbox WHERE clinic_id = $1 AND type LIKE 'appointment.%' ORDER BY id", [
      clinic.id,
    ]);
    expect(rows.map((row) => row.type)).toEqual(
      ['booked', 'confirmed', 'arrived', 'started', 'completed'].map((name) => `appointment.${name}`),
    );
  });

  it('is changed only at the version seen, where a version is sent', async () => {
    const { agent, diary } = await scene();
    const appointment = await anAppointment(agent, diary);
    await agent.post(`/appointments/${appointment.id}/confirm`, { by: 'patient' }, { ifMatch: 1 }).expect(200);
    const stale = await agent.post(`/appointments/${appointment.id}/arrive`, undefined, { ifMatch: 1 }).expect(412);
    expect(stale.body).toMatchObject({ code: 'STALE_VERSION', current: { status: 'confirmed', version: 2 } });
    await agent.post(`/appointments/${appointment.id}/arrive`, undefined, { ifMatch: 2 }).expect(200);
  });
});

describe('cancelling', () => {
  it('frees the time, and says by whom and why', async () => {
    const { agent, diary, act, lastEvent } = await scene();
    const appointment = await anAppointment(agent, diary);
    await act(appointment, 'cancel', {}).expect(400);
    const cancelled = await act(appointment, 'cancel', { by: 'patient', reason: 'Feels better' }).expect(200);
    expect(cancelled.body).toMatchObject({ status: 'cancelled', cancelledBy: 'patient', cancelReason: 'Feels better' });
    expect(await lastEvent()).toMatchObject({
      type: 'appointment.cancelled',
      payload: { by: 'patient', late: false, start: appointment.start },
    });
    expect(JSON.stringify(await lastEvent())).not.toContain('Feels');
    await anAppointment(agent, diary);
  });

  it("is late by the patient inside the clinic's notice, never by the clinic", async () => {
    const { agent, diary, act, lastEvent } = await scene();
    const soon = new Date(Math.ceil(Date.now() / 3_600_000 + 3) * 3_600_000);
    const appointment = await anAppointment(agent, diary, { start: soon.toISOString() });
    expect((await act(appointment, 'cancel', { by: 'patient' }).expect(200)).body).toMatchObject({ status: 'late_cancelled' });
    expect(await lastEvent()).toMatchObject({ payload: { late: true } });
    expect((await act(appointment, 'restore').expect(200)).body).toMatchObject({ status: 'booked', cancelledBy: null });
    expect((await act(appointment, 'cancel', { by: 'clinic' }).expect(200)).body).toMatchObject({ status: 'cancelled' });
  });

  it('is taken back while the time is free, and not after', async () => {
    const { agent, diary, act, lastEvent } = await scene();
    const start = at(past, '10:00');
    const appointment = await anAppointment(agent, diary, { start });
    await act(appointment, 'cancel').expect(200);
    await act(appointment, 'restore').expect(200);
    expect(await lastEvent()).toMatchObject({ type: 'appointment.restored', payload: { start: appointment.start, timeVersion: 1 } });
    await agent.post('/appointments', { ...diary, start: appointment.start }).expect(409);
    await act(appointment, 'no_show').expect(200);
    const other = await anAppointment(agent, diary, { start });
    const refused = await act(appointment, 'restore').expect(409);
    expect(refused.body).toMatchObject({ code: 'SLOT_TAKEN' });
    await act(other, 'cancel').expect(200);
    await act(appointment, 'restore').expect(200);
  });
});

describe('leaving unseen', () => {
  it('frees the time, and is taken back while that is free', async () => {
    const { agent, diary, act, lastEvent } = await scene();
    const appointment = await anAppointment(agent, diary);
    await act(appointment, 'arrive').expect(200);
    await act(appointment, 'leave_unseen').expect(200);
    const other = await anAppointment(agent, diary);
    expect((await act(appointment, 'restore').expect(409)).body).toMatchObject({ code: 'SLOT_TAKEN' });
    await act(other, 'cancel').expect(200);
    expect((await act(appointment, 'restore').expect(200)).body).toMatchObject({ status: 'booked', start: appointment.start });
    expect(await lastEvent()).toMatchObject({ type: 'appointment.restored' });
    for (const action of ['arrive', 'start', 'complete'] as const) await act(appointment, action).expect(200);
  });
});

describe('a completed appointment', () => {
  it('is reopened, told by one event, and keeps its time throughout', async () => {
    const { agent, diary, act, lastEvent } = await scene();
    const appointment = await anAppointment(agent, diary);
    for (const action of ['arrive', 'start', 'complete'] as const) await act(appointment, action).expect(200);
    const moved = await agent.patch(`/appointments/${appointment.id}`, { start: at(day, '12:00') }, { ifMatch: '*' }).expect(409);
    expect(moved.body).toMatchObject({ code: 'NOT_MOVABLE', detail: expect.stringContaining('reopen') as string });
    expect((await act(appointment, 'reopen').expect(200)).body).toMatchObject({
      status: 'arrived',
      start: appointment.start,
      timeVersion: 1,
    });
    expect(await lastEvent()).toMatchObject({
      type: 'appointment.reopened',
      payload: { appointmentId: appointment.id, patientId: appointment.patientId, practitionerId: appointment.practitionerId },
    });
    await agent.post('/appointments', { ...diary, start: appointment.start }).expect(409);
    await act(appointment, 'unarrive').expect(200);
    await agent.patch(`/appointments/${appointment.id}`, { start: at(day, '12:00') }, { ifMatch: '*' }).expect(200);
  });
});

describe('a no-show', () => {
  it('is one only once the appointment has begun, to the moment', async () => {
    const { agent, app, clinic, diary, act } = await scene();
    const appointment = await anAppointment(agent, diary);
    const refused = await act(appointment, 'no_show').expect(409);
    expect(refused.body).toMatchObject({
      code: 'APPOINTMENT_NOT_BEGUN',
      detail: expect.stringContaining(`from ${appointment.start} on`) as string,
      from: appointment.start,
    });
    expect((await agent.get(`/appointments/${appointment.id}`)).body).toMatchObject({ status: 'booked', version: 1 });
    const appointments = app.nest.get(AppointmentsService);
    const markedAt = (instant: number) => appointments.noShow({ ...systemCtx(clinic.id, 'test'), at: new Date(instant) }, appointment.id);
    await expect(markedAt(Date.parse(appointment.start) - 1)).rejects.toThrow(AppointmentNotBegunError);
    expect(await markedAt(Date.parse(appointment.start))).toMatchObject({ status: 'no_show' });
    // One of earlier releases, which is still to come, can be taken back.
    expect((await act(appointment, 'restore').expect(200)).body).toMatchObject({ status: 'booked' });
    await act(appointment, 'arrive').expect(200);
    // What cannot be at all says so first.
    expect((await act(appointment, 'no_show').expect(409)).body).toMatchObject({ code: 'INVALID_TRANSITION' });
  });

  it('counts from the new time of an appointment that was moved', async () => {
    const { agent, diary, act } = await scene();
    const appointment = await anAppointment(agent, diary, { start: at(past, '10:00') });
    await agent.patch(`/appointments/${appointment.id}`, { start: at(day, '10:00') }, { ifMatch: '*' }).expect(200);
    expect((await act(appointment, 'no_show').expect(409)).body).toMatchObject({ code: 'APPOINTMENT_NOT_BEGUN', from: at(day, '10:00') });
    await agent.patch(`/appointments/${appointment.id}`, { start: at(past, '11:00') }, { ifMatch: '*' }).expect(200);
    await act(appointment, 'no_show').expect(200);
  });
});

describe('what the floors above tell of an appointment', () => {
  async function insideAs(open: Session) {
    const appointments = open.app.nest.get(AppointmentsService);
    const cards = open.app.nest.get(AppointmentCards);
    const db = open.app.nest.get(Db);
    return {
      appointments,
      cards,
      tell: (work: (ctx: Parameters<AppointmentsService['markDocumented']>[0]) => Promise<void>) =>
        db.tx(systemCtx(open.clinic.id, 'test'), work),
    };
  }

  it('a signed note completes it, even where nobody marked the arrival, and it cannot un-arrive', async () => {
    const open = await scene();
    const { appointments, cards, tell } = await insideAs(open);
    const appointment = await anAppointment(open.agent, open.diary);
    await tell(async (ctx) => {
      await appointments.markDocumented(ctx, appointment.id);
      await cards.recountNotes(ctx, appointment.id, async () => ({ documented: true, noteStatus: 'signed' }));
    });
    expect((await open.agent.get(`/appointments/${appointment.id}`)).body).toMatchObject({
      status: 'completed',
      documented: true,
      noteStatus: 'signed',
    });
    await open.app.sql("UPDATE appointment SET status = 'arrived' WHERE id = $1", [appointment.id]);
    for (const action of ['unarrive', 'leave_unseen'] as const)
      expect((await open.act(appointment, action).expect(409)).body).toMatchObject({ code: 'APPOINTMENT_DOCUMENTED' });
  });

  it('a started note starts an appointment that has arrived, and no other', async () => {
    const open = await scene();
    const { appointments, tell } = await insideAs(open);
    const appointment = await anAppointment(open.agent, open.diary);
    await tell(async (ctx) => void (await appointments.startFromNote(ctx, appointment.id)));
    expect((await open.agent.get(`/appointments/${appointment.id}`)).body).toMatchObject({ status: 'booked', version: 1 });
    await open.act(appointment, 'arrive').expect(200);
    await tell(async (ctx) => void (await appointments.startFromNote(ctx, appointment.id)));
    expect((await open.agent.get(`/appointments/${appointment.id}`)).body).toMatchObject({ status: 'in_session', version: 3 });
  });

  it('an invoice and its payment show without a new version', async () => {
    const open = await scene();
    const { cards, tell } = await insideAs(open);
    const appointment = await anAppointment(open.agent, open.diary);
    await open.act(appointment, 'arrive').expect(200);
    const invoiceId = newId();
    const counted = async (invoice: InvoiceFacts) => {
      await tell((ctx) => cards.recountInvoices(ctx, appointment.id, async () => invoice));
      return (await open.agent.get(`/appointments/${appointment.id}`).expect(200)).body as object;
    };
    const part = await counted({ invoiceId, invoiceStatus: 'part_paid' });
    expect(part).toMatchObject({ invoiceId, invoiceStatus: 'part_paid', paid: false, version: 2 });
    expect(await counted({ invoiceId, invoiceStatus: 'paid' })).toMatchObject({ paid: true, version: 2 });
    expect(await counted({ invoiceId: null, invoiceStatus: null })).toMatchObject({ invoiceId: null, paid: false, version: 2 });
  });
});
