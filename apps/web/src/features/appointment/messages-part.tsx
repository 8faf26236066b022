import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useNow } from '../../ui/use-now.js';
import { toastDone, toastProblem } from '../../ui/toasts.js';
import { messagesOfAppointmentQuery, remindersOfAppointmentQuery, useWithdrawLinks } from '../../data/messages.js';
import { useCan } from '../../session/use-session.js';
import { HeldLine, MessageLine } from './message-lines.js';
import { Part } from '../../ui/appointments/part.js';
import { isUntold, linesOf, type Message, type Reminder } from './reminder-lines.js';
import type { Appointment } from '../../data/appointments.js';
import { appointmentPanelWords } from '../../ui/appointments/appointment-panel-words.js';

/** What the patient was told of this appointment, and will be: as the sender would decide now. */
export function MessagesPart({ appointment }: { appointment: Appointment }) {
  const t = useWords(appointmentPanelWords);
  const messages = useQuery(messagesOfAppointmentQuery(appointment.id));
  const reminders = useQuery(remindersOfAppointmentQuery(appointment));
  const error = messages.error ?? reminders.error;
  const known = messages.data && reminders.data && { messages: messages.data, reminders: reminders.data };
  const retry = () => void Promise.all([messages.refetch(), reminders.refetch()]);
  return (
    <Part title={t('messages.title')}>
      {error && !known && <ProblemNotice error={error} onRetry={retry} />}
      {!error && !known && <Skeleton height={20} />}
      {known && <Lines appointment={appointment} {...known} />}
      {messages.data?.some(({ linksOpen }) => linksOpen) && <WithdrawLinks appointment={appointment} />}
    </Part>
  );
}

export function Lines({
  appointment,
  messages,
  reminders,
}: {
  appointment: Appointment;
  messages: readonly Message[];
  reminders: readonly Reminder[];
}) {
  const t = useWords(appointmentPanelWords);
  const now = useNow();
  const lines = linesOf(appointment, messages, reminders, now);
  // Who was told of the appointment as it is now needs no reminder to know of it; who is still to be told is spoken of above.
  const nobodyTold = !appointment.untold && !appointment.told && isUntold(appointment, reminders, now);
  return (
    <>
      {lines.length === 0 && !nobodyTold && <Text c="dimmed">{t('messages.none')}</Text>}
      {lines.map(({ key, message, held }) =>
        message ? (
          <MessageLine key={key} message={message} held={held} appointment={appointment} />
        ) : (
          held && <HeldLine key={key} reminder={held} />
        ),
      )}
      {nobodyTold && <Text>{t('messages.noneGoes')}</Text>}
    </>
  );
}

/** For a message that went to somebody whom the appointment does not concern: what was sent opens nothing any more. */
function WithdrawLinks({ appointment }: { appointment: Appointment }) {
  const t = useWords(appointmentPanelWords);
  const can = useCan();
  const withdraw = useWithdrawLinks();
  if (!can('appointment:manage')) return null;
  // A promise rather than callbacks: the button is gone with the last link.
  const run = () => void withdraw.mutateAsync(appointment.id).then(() => toastDone(t('messages.linksWithdrawn')), toastProblem);
  return (
    <Button variant="default" size="xs" mt="xs" w="max-content" loading={withdraw.isPending} onClick={run}>
      {t('messages.withdrawLinks')}
    </Button>
  );
}
