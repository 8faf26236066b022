import type { AppointmentStatus } from '@keel/contracts';
import type { Answer } from '../../data/client/problem.js';
import type { Appointment } from '../../data/appointments.js';

export type Message = Pick<Answer<'MessageDto'>, 'id' | 'kind' | 'channel' | 'status' | 'dueAt' | 'sentAt' | 'deliveredAt' | 'timeVersion'>;
export type Reminder = Answer<'ReminderOutlookDto'>;

/** What of an appointment decides whether it is still reminded of. */
type Reminded = Pick<Appointment, 'status' | 'start'>;

const TO_COME: readonly AppointmentStatus[] = ['booked', 'confirmed'];

interface Line {
  key: string;
  at: string;
  message?: Message;
  /** It does not go, though it is planned or a rule asks for it. */
  held?: Reminder | undefined;
}

/**
 * What was written and what will be, the earliest first; a reminder that waits says what will become of it. Of an appointment that is
 * not to come none is missed, nor one by a way that the patient has no address for.
 */
export function linesOf(appointment: Reminded, messages: readonly Message[], reminders: readonly Reminder[], now: number): Line[] {
  if (!isToCome(appointment, now)) {
    const left = messages.filter((message) => message.status !== 'scheduled');
    return left.map((message) => ({ key: message.id, at: message.dueAt, message }));
  }
  const noWay = new Set(reminders.filter(({ reason }) => reason === 'no_address').map(({ messageId }) => messageId));
  const written = messages
    .filter(({ id, status }) => status !== 'scheduled' || !noWay.has(id))
    .map((message): Line => {
      const held =
        message.status === 'scheduled' ? reminders.find((one) => one.messageId === message.id && one.outlook === 'held') : undefined;
      return { key: message.id, at: message.dueAt, message, held };
    });
  const missing = reminders
    .filter(({ messageId, outlook, reason }) => messageId === null && outlook === 'held' && reason !== 'no_address')
    .map((held): Line => ({ key: held.ruleId, at: held.dueAt, held }));
  return [...written, ...missing].toSorted((a, b) => a.at.localeCompare(b.at));
}

/** The clinic reminds of appointments, but of this one to come nothing reaches the patient by itself. */
export function isUntold(appointment: Reminded, reminders: readonly Reminder[], now: number): boolean {
  return isToCome(appointment, now) && reminders.length > 0 && reminders.every(({ outlook }) => outlook === 'held');
}

/** Once it has begun, whoever is to come is late or here: no reminder helps any more. */
function isToCome({ status, start }: Reminded, now: number): boolean {
  return TO_COME.includes(status) && now < Date.parse(start);
}
