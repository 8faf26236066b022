import type { AppointmentStatus, Channel } from '@keel/contracts';
import type { Barred } from '../../patients/index.js';
import { endedBy, isOurHold } from './holds.js';

/** What is true when a reminder is about to go, read again in the transaction that lets it go. */
export interface ReminderFacts {
  message: {
    channel: Channel;
    timeVersion: number | null;
    attempts: number;
    /** Why it waited, where it did. */
    reason: string | null;
  };
  /** Undefined where the appointment is gone. */
  appointment: { status: AppointmentStatus; start: Date; timeVersion: number } | undefined;
  /** The rule is there and switched on. */
  ruleActive: boolean;
  contact: { address: string | undefined; allowed: boolean; barred: Barred | null };
  optedOut: boolean;
  /** The installation has a provider for this channel. */
  configured: boolean;
  /** It writes to where the address is. */
  served: boolean;
  now: Date;
}

export type Decision = { status: 'send' } | { status: 'skipped' | 'suppressed' | 'opted_out' | 'failed'; reason: string };

export const REMINDABLE: readonly AppointmentStatus[] = ['booked', 'confirmed'];

/** The last word before a reminder leaves: whatever has changed since it was scheduled wins over the schedule. */
export function decideReminder(facts: ReminderFacts): Decision {
  const { message, appointment, now } = facts;
  if (!appointment) return { status: 'skipped', reason: 'appointment_gone' };
  if (appointment.timeVersion !== message.timeVersion) return { status: 'skipped', reason: 'appointment_moved' };
  if (!REMINDABLE.includes(appointment.status)) return { status: 'skipped', reason: `appointment_${appointment.status}` };
  if (now >= appointment.start) {
    // What our own bounds held until now, the clinic has to hear of: it could not know.
    if (isOurHold(message.reason)) return { status: 'failed', reason: endedBy(message.reason) };
    // One that was tried and never got through is a failure that staff should see, not a matter of course.
    return message.attempts > 0 ? { status: 'failed', reason: 'too_late' } : { status: 'skipped', reason: 'too_late' };
  }
  if (facts.contact.barred) return { status: 'suppressed', reason: `patient_${facts.contact.barred}` };
  if (!facts.ruleActive) return { status: 'skipped', reason: 'rule_off' };
  if (!facts.configured) return { status: 'suppressed', reason: 'channel_not_configured' };
  if (!facts.contact.address) return { status: 'suppressed', reason: 'no_address' };
  if (!facts.contact.allowed) return { status: 'suppressed', reason: 'no_consent' };
  if (facts.optedOut) return { status: 'opted_out', reason: 'opted_out' };
  if (!facts.served) return { status: 'suppressed', reason: 'country_not_texted' };
  return { status: 'send' };
}
