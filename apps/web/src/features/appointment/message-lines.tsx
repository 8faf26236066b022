import type { MessageStatus } from '@keel/contracts';
import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { messageWords } from '../../ui/messages/message-words.js';
import { reasonOf } from '../../ui/messages/message-reason.js';
import type { Message, Reminder } from './reminder-lines.js';
import type { Appointment } from '../../data/appointments.js';
import { appointmentPanelWords } from '../../ui/appointments/appointment-panel-words.js';

/** What staff must look into. */
const AMISS: readonly MessageStatus[] = ['failed', 'unknown', 'suppressed'];

/** One that was written or is planned. */
export function MessageLine({ message, held, appointment }: { message: Message; held: Reminder | undefined; appointment: Appointment }) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  if (held) return <HeldLine reminder={held} />;
  const { status, channel, kind } = message;
  const at = message.deliveredAt ?? message.sentAt ?? message.dueAt;
  const amiss = AMISS.includes(status);
  const text = t(`messages.status.${status}`, { time: `${format.day(at)}, ${format.time(at)}` });
  // What was written before says another time, place or practitioner than the appointment has now.
  const earlier = kind === 'reminder' && message.timeVersion !== appointment.timeVersion;
  return (
    <Text c={status === 'skipped' ? 'dimmed' : amiss ? 'var(--mantine-color-error)' : undefined}>
      {amiss && <Amiss />} {t(`messages.${kind === 'reply' || kind === 'received' ? kind : channel}`)}
      {' · '}
      {earlier ? t('messages.earlier', { text }) : text}
    </Text>
  );
}

/** A reminder that does not go, and why. */
export function HeldLine({ reminder }: { reminder: Reminder }) {
  const t = useWords(appointmentPanelWords);
  const inbox = useWords(messageWords);
  const why = reasonOf(reminder.reason);
  return (
    <Text c="var(--mantine-color-error)">
      <Amiss /> {t(`messages.${reminder.channel}`)}
      {' · '}
      {t('messages.held')}
      {why && `. ${inbox(`reason.${why}`)}`}
    </Text>
  );
}

const Amiss = () => <IconAlertTriangle size={15} stroke={1.9} aria-hidden style={{ verticalAlign: '-2px' }} />;
