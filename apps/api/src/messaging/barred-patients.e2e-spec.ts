import { dueNow, providers, type Providers, until } from '../testing/messaging.fixture.js';
import { session, type Session } from '../testing/session.js';
import { aPlanned, messagesOf, once } from './testing.js';

let world: Providers;
let clinic: Session;

beforeAll(async () => {
  world = await providers();
  clinic = await session('owner', { workers: true, env: world.env });
  world.leadTo(clinic.app);
});

const change = (patientId: string, body: object) => clinic.owner.patch(`/patients/${patientId}`, body, { ifMatch: '*' }).expect(200);
const states = async (appointmentId: string) =>
  (await messagesOf(clinic.owner, appointmentId)).map(({ status, reason }) => [status, reason]);

describe('who is archived or has died', () => {
  it.each([
    [{ archived: true }, { archived: false }, 'patient_archived'],
    [{ deceasedOn: '2026-02-01' }, { deceasedOn: null }, 'patient_deceased'],
  ])('is not written to, and hears again of what is still to come when that is taken back (%j)', async (barring, back, reason) => {
    const { patientId, appointmentId } = await aPlanned(clinic);
    await change(patientId, barring);
    await until(async () => (await states(appointmentId)).every(([status, why]) => status === 'suppressed' && why === reason), 'held back');
    // Two hours go by; it became due in the middle of them. What was due already when it was held back goes on (holding.e2e).
    await clinic.app.sql(
      `UPDATE message SET due_at = now() - interval '1 hour', updated_at = now() - interval '2 hours'
       WHERE appointment_id = $1 AND channel = 'email'`,
      [appointmentId],
    );
    await change(patientId, back);
    await until(async () => (await states(appointmentId)).some(([status]) => status === 'scheduled'), 'taken up');
    // What became due meanwhile is not caught up with.
    expect((await messagesOf(clinic.owner, appointmentId)).map(({ channel, status }) => [channel, status]).sort()).toEqual([
      ['email', 'suppressed'],
      ['sms', 'scheduled'],
    ]);
  });

  it('gets nothing by a row that is due already, whatever is still on the way', async () => {
    const { patientId, appointmentId, phone, email } = await aPlanned(clinic);
    // As if the event were late: only the record says it.
    await clinic.app.sql('UPDATE patient SET archived_at = now() WHERE id = $1', [patientId]);
    await dueNow(clinic.app, appointmentId);
    expect(await once(clinic.owner, appointmentId, 'sms', 'suppressed')).toMatchObject({ reason: 'patient_archived' });
    await once(clinic.owner, appointmentId, 'email', 'suppressed');
    expect([world.sandbox.control.sms(phone), world.sandbox.control.mails(email)]).toEqual([[], []]);
  });
});

describe('a corrected address', () => {
  it('gets what waits, and the wrong one gets nothing', async () => {
    const { patientId, appointmentId, phone, email } = await aPlanned(clinic);
    const corrected = { email: `corrected-${email}`, phone: phone.replace('+1613', '+1343') };
    await change(patientId, corrected);
    await dueNow(clinic.app, appointmentId);
    await once(clinic.owner, appointmentId, 'sms', 'delivered');
    await once(clinic.owner, appointmentId, 'email', 'sent');
    expect([world.sandbox.control.sms(phone), world.sandbox.control.mails(email)]).toEqual([[], []]);
    expect(world.sandbox.control.sms(corrected.phone)).toHaveLength(1);
    expect(world.sandbox.control.mails(corrected.email)).toHaveLength(1);
  });
});
