import type { AppointmentStatus } from '@keel/contracts';
import type { Answer } from '../../api/call.js';

export type Message = Pick<Answer<'MessageDto'>, 'id' | 'kind' | 'channel' | 'status' | 'dueAt' | 'sentAt' | 'deliveredAt' | 'timeVersion'>;
export type Reminder = Answer<'ReminderOutlookDto'>;

const TO_COME: readonly AppointmentStatus[] = ['booked', 'confirmed'];

interface Line {
  key: string;
  at: string;
  message?: Message;
  /** It does not go, though it is planned or a rule asks for it. */
  held?: Reminder | undefined;
}

/**
 * What was written and what will be, the earliest first; a reminder that waits says what will become of it. Of a visit that is
 * not to come none is missed.
 */
export function linesOf(status: AppointmentStatus, messages: readonly Message[], reminders: readonly Reminder[]): Line[] {
  if (!TO_COME.includes(status)) {
    const left = messages.filter((message) => message.status !== 'scheduled');
    return left.map((message) => ({ key: message.id, at: message.dueAt, message }));
  }
  const written = messages.map((message): Line => {
    const held =
      message.status === 'scheduled' ? reminders.find((one) => one.messageId === message.id && one.outlook === 'held') : undefined;
    return { key: message.id, at: message.dueAt, message, held };
  });
  const missing = reminders
    .filter(({ messageId, outlook }) => messageId === null && outlook === 'held')
    .map((held): Line => ({ key: held.ruleId, at: held.dueAt, held }));
  return [...written, ...missing].toSorted((a, b) => a.at.localeCompare(b.at));
}

/** The clinic reminds of visits, but of this one to come nothing reaches the patient by itself. */
export function isUntold(status: AppointmentStatus, reminders: readonly Reminder[]): boolean {
  return TO_COME.includes(status) && reminders.length > 0 && reminders.every(({ outlook }) => outlook === 'held');
}
