import { APPOINTMENT_STATUSES } from '@keel/contracts';
import { decideReminder, type ReminderFacts } from './decide.js';
import { OUR_HOLDS } from './holds.js';

const start = new Date('2026-12-04T15:00:00Z');
const facts = (over: Partial<ReminderFacts> = {}): ReminderFacts => ({
  message: { channel: 'sms', timeVersion: 1, attempts: 0, reason: null },
  appointment: { status: 'booked', start, timeVersion: 1 },
  ruleActive: true,
  contact: { address: '+16135550199', allowed: true, barred: null },
  optedOut: false,
  configured: true,
  served: true,
  now: new Date('2026-12-02T15:00:00Z'),
  ...over,
});

describe('a reminder about to leave', () => {
  it('leaves for an appointment that stands as it was scheduled', () => expect(decideReminder(facts())).toEqual({ status: 'send' }));

  it('never reminds of an old time', () => {
    expect(decideReminder(facts({ appointment: { status: 'booked', start, timeVersion: 2 } }))).toEqual({
      status: 'skipped',
      reason: 'appointment_moved',
    });
  });

  it.each(APPOINTMENT_STATUSES)('leaves only for appointments that are to come (%s)', (status) => {
    const { status: verdict } = decideReminder(facts({ appointment: { status, start, timeVersion: 1 } }));
    expect(verdict).toBe(['booked', 'confirmed'].includes(status) ? 'send' : 'skipped');
  });

  it('is too late once the appointment has begun, and a failure where it had been tried', () => {
    expect(decideReminder(facts({ now: start }))).toEqual({ status: 'skipped', reason: 'too_late' });
    expect(decideReminder(facts({ now: start, message: { channel: 'sms', timeVersion: 1, attempts: 2, reason: null } }))).toMatchObject({
      status: 'failed',
    });
  });

  it.each(OUR_HOLDS)('is a failure of ours where our own bounds held it until then (%s)', (reason) => {
    for (const attempts of [0, 2]) {
      expect(decideReminder(facts({ now: start, message: { channel: 'sms', timeVersion: 1, attempts, reason } }))).toEqual({
        status: 'failed',
        reason: `${reason}_too_late`,
      });
    }
    // What it would have told of is no more: nobody missed anything.
    const message = { channel: 'sms', timeVersion: 1, attempts: 0, reason } as const;
    expect(decideReminder(facts({ now: start, message, appointment: { status: 'cancelled', start, timeVersion: 1 } }))).toMatchObject({
      status: 'skipped',
    });
  });

  it.each([
    [{ appointment: undefined }, 'skipped', 'appointment_gone'],
    [{ ruleActive: false }, 'skipped', 'rule_off'],
    [{ configured: false }, 'suppressed', 'channel_not_configured'],
    [{ contact: { address: undefined, allowed: true, barred: null } }, 'suppressed', 'no_address'],
    [{ contact: { address: '+16135550199', allowed: true, barred: 'archived' } }, 'suppressed', 'patient_archived'],
    [{ contact: { address: '+16135550199', allowed: true, barred: 'deceased' } }, 'suppressed', 'patient_deceased'],
    [{ contact: { address: '+16135550199', allowed: false, barred: null } }, 'suppressed', 'no_consent'],
    [{ optedOut: true }, 'opted_out', 'opted_out'],
    [{ served: false }, 'suppressed', 'country_not_texted'],
  ] as const)('is held back with its reason (%o)', (over, status, reason) => {
    expect(decideReminder(facts(over))).toEqual({ status, reason });
  });
});
