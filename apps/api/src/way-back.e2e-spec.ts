import { aSignedNote } from './testing/clinical.fixture.js';
import { inDays, providers, type Providers } from './testing/messaging.fixture.js';
import { aPatient } from './testing/patients.fixture.js';
import { aDiary, anAppointment, type Diary, type TestAppointment } from './testing/scheduling.fixture.js';
import { member, session, type Session } from './testing/session.js';

let world: Providers;
let here: Session;
let diary: Diary;

beforeAll(async () => {
  world = await providers();
  here = await session('owner', { workers: true, env: world.env });
  world.leadTo(here.app);
  diary = await aDiary(here.owner);
});

const act = (appointment: { id: string }, action: string, body?: object) =>
  here.owner.post(`/appointments/${appointment.id}/${action}`, body);
const card = async ({ id }: { id: string }) => (await here.owner.get(`/appointments/${id}`).expect(200)).body as object;
const outlook = async ({ id }: { id: string }) => {
  await here.app.settle();
  const { body } = await here.owner.get(`/appointments/${id}/reminders`).expect(200);
  const rows = (body as { data: { channel: string; outlook: string; reason: string | null }[] }).data;
  return rows.map((row) => [row.channel, row.outlook, row.reason].filter(Boolean).join(' ')).sort();
};

/** An appointment in ten days, which somebody wrote up today. */
async function signedAhead(): Promise<{ appointment: TestAppointment; note: { id: string } }> {
  const patient = await aPatient(here.owner, { email: `ahead-${Date.now()}@example.com` });
  const appointment = await anAppointment(here.owner, { ...diary, patientId: patient.id }, { start: inDays(10), overbook: true });
  const note = await aSignedNote(here.owner, appointment.id);
  expect(await card(appointment)).toMatchObject({ status: 'completed', documented: true });
  return { appointment, note };
}
const enterInError = ({ id }: { id: string }) =>
  here.owner.post(`/notes/${id}/entered-in-error`, { reason: 'Meant for another appointment' }, { ifMatch: '*' }).expect(200);
const invoice = async (appointment: { id: string }, body: object = {}) =>
  ((await act(appointment, 'invoice', body).expect(201)).body as { id: string }).id;
const pay = (id: string, amount: number) => here.owner.post(`/invoices/${id}/payments`, { amount, method: 'cash' }).expect(201);

describe('a note signed by mistake on an appointment to come', () => {
  it('is taken back step by step, until the appointment is booked again and its reminders go', async () => {
    const { appointment, note } = await signedAhead();
    expect(await outlook(appointment)).toEqual(['email held appointment_completed', 'sms held appointment_completed']);
    for (const action of ['unarrive', 'cancel', 'restore']) {
      const refused = await act(appointment, action, action === 'cancel' ? { by: 'clinic' } : undefined).expect(409);
      expect(refused.body).toMatchObject({ code: 'INVALID_TRANSITION', currentStatus: 'completed', actions: ['reopen'] });
    }
    expect((await act(appointment, 'reopen').expect(409)).body).toMatchObject({
      code: 'APPOINTMENT_DOCUMENTED',
      detail: expect.stringContaining('/entered-in-error') as string,
    });
    await enterInError(note);
    expect((await act(appointment, 'reopen').expect(200)).body).toMatchObject({ status: 'arrived', documented: false });
    expect((await act(appointment, 'unarrive').expect(200)).body).toMatchObject({
      status: 'booked',
      start: appointment.start,
      timeVersion: 1,
    });
    expect(await outlook(appointment)).toEqual(['email goes', 'sms goes']);
    const { body } = await here.owner.get(`/patients/${appointment.patientId}/timeline`).expect(200);
    const kinds = (body as { data: { kind: string; summary: string }[] }).data.filter(({ kind }) => !kind.startsWith('message.'));
    expect(kinds.slice(-4)).toMatchObject([
      { kind: 'note.signed' },
      { kind: 'note.entered_in_error' },
      { kind: 'appointment.reopened', summary: 'Appointment reopened' },
      { kind: 'appointment.unarrived' },
    ]);
    // It is an appointment like any other: moved, seen, written up.
    await here.owner.patch(`/appointments/${appointment.id}`, { start: inDays(11), overbook: true }, { ifMatch: '*' }).expect(200);
    await act(appointment, 'arrive').expect(200);
    await aSignedNote(here.owner, appointment.id);
    expect(await card(appointment)).toMatchObject({ status: 'completed', documented: true, noteStatus: 'signed' });
  });

  it('leaves its invoice as it is until the arrival is taken back, which the invoice may forbid', async () => {
    const states: [string, (appointment: TestAppointment) => Promise<string>, object, 200 | 409, string | undefined][] = [
      ['draft', (appointment) => invoice(appointment, { draft: true }), { invoiceStatus: null }, 200, undefined],
      ['issued', (appointment) => invoice(appointment), { invoiceStatus: 'issued' }, 200, 'void'],
      [
        'issued',
        async (appointment) => {
          const id = await invoice(appointment);
          await pay(id, 100);
          return id;
        },
        { invoiceStatus: 'part_paid' },
        409,
        'issued',
      ],
      [
        'paid',
        async (appointment) => {
          const id = await invoice(appointment);
          await pay(id, 12_000);
          return id;
        },
        { invoiceStatus: 'paid', paid: true },
        409,
        'paid',
      ],
    ];
    for (const [status, billed, shown, unarrives, after] of states) {
      const { appointment, note } = await signedAhead();
      const id = await billed(appointment);
      await enterInError(note);
      expect((await act(appointment, 'reopen').expect(200)).body).toMatchObject({ status: 'arrived', ...shown });
      expect((await here.owner.get(`/invoices/${id}`).expect(200)).body).toMatchObject({ status, appointmentStatus: 'arrived' });
      const undone = await act(appointment, 'unarrive');
      expect([status, undone.status, undone.body]).toEqual([
        status,
        unarrives,
        expect.objectContaining(unarrives === 200 ? { status: 'booked', invoiceId: null } : { code: 'APPOINTMENT_PAID' }),
      ]);
      const read = await here.owner.get(`/invoices/${id}`);
      expect([read.status, read.body]).toEqual(
        after === undefined ? [404, expect.anything()] : [200, expect.objectContaining({ status: after })],
      );
    }
  });

  it('can be billed while it is reopened, and completed again', async () => {
    const { appointment, note } = await signedAhead();
    await enterInError(note);
    await act(appointment, 'reopen').expect(200);
    const id = await invoice(appointment);
    expect((await act(appointment, 'complete').expect(200)).body).toMatchObject({ status: 'completed', invoiceId: id });
    expect((await act(appointment, 'reopen').expect(200)).body).toMatchObject({
      status: 'arrived',
      invoiceId: id,
      invoiceStatus: 'issued',
    });
  });
});

describe('reopening', () => {
  it('is for those who mark arrivals, in their own clinic, at the version that they saw', async () => {
    const { appointment, note } = await signedAhead();
    await enterInError(note);
    const { version } = (await card(appointment)) as { version: number };
    const billing = await member(here.app, here.owner, here.clinic.id, 'billing');
    await billing.agent.post(`/appointments/${appointment.id}/reopen`).expect(403);
    const stranger = await session('owner');
    await stranger.owner.post(`/appointments/${appointment.id}/reopen`).expect(404);
    await here.owner.post(`/appointments/${appointment.id}/reopen`, undefined, { ifMatch: version - 1 }).expect(412);
    const desk = await member(here.app, here.owner, here.clinic.id, 'front_desk');
    await desk.agent.post(`/appointments/${appointment.id}/reopen`, undefined, { ifMatch: version }).expect(200);
  });

  it('and signing at once end at an appointment that is completed, or at a draft that was signed after', async () => {
    for (let round = 0; round < 6; round++) {
      const { appointment, note } = await signedAhead();
      await enterInError(note);
      const { body } = await here.owner.post('/notes', { appointmentId: appointment.id }).expect(201);
      const second = body as { id: string };
      const [signed, reopened] = await Promise.all([
        here.owner.post(`/notes/${second.id}/sign`, {}, { ifMatch: '*' }),
        act(appointment, 'reopen'),
      ]);
      expect([signed.status, [200, 409].includes(reopened.status)]).toEqual([200, true]);
      expect(await card(appointment)).toMatchObject({ status: 'completed', documented: true });
    }
  });
});
