import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useNow } from '../../ui/use-now.js';
import { toastDone, toastProblem } from '../../ui/toasts.js';
import { messagesOfVisitQuery, remindersOfVisitQuery, useWithdrawLinks } from '../inbox/inbox.queries.js';
import { useCan } from '../session/use-session.js';
import { HeldLine, MessageLine } from './message-lines.js';
import { Part } from './part.js';
import { isUntold, linesOf, type Message, type Reminder } from './reminder-lines.js';
import type { Visit } from './visit.queries.js';
import { visitPanelWords } from './visit-panel-words.js';

/** What the patient was told of this visit, and will be: as the sender would decide now. */
export function MessagesPart({ visit }: { visit: Visit }) {
  const t = useWords(visitPanelWords);
  const messages = useQuery(messagesOfVisitQuery(visit.id));
  const reminders = useQuery(remindersOfVisitQuery(visit));
  const error = messages.error ?? reminders.error;
  const known = messages.data && reminders.data && { messages: messages.data, reminders: reminders.data };
  const retry = () => void Promise.all([messages.refetch(), reminders.refetch()]);
  return (
    <Part title={t('messages.title')}>
      {error && !known && <ProblemNotice error={error} onRetry={retry} />}
      {!error && !known && <Skeleton height={20} />}
      {known && <Lines visit={visit} {...known} />}
      {messages.data?.some(({ linksOpen }) => linksOpen) && <WithdrawLinks visit={visit} />}
    </Part>
  );
}

export function Lines({ visit, messages, reminders }: { visit: Visit; messages: readonly Message[]; reminders: readonly Reminder[] }) {
  const t = useWords(visitPanelWords);
  const now = useNow();
  const lines = linesOf(visit, messages, reminders, now);
  // Who was told of the visit as it is now needs no reminder to know of it; who is still to be told is spoken of above.
  const nobodyTold = !visit.untold && !visit.told && isUntold(visit, reminders, now);
  return (
    <>
      {lines.length === 0 && !nobodyTold && <Text c="dimmed">{t('messages.none')}</Text>}
      {lines.map(({ key, message, held }) =>
        message ? <MessageLine key={key} message={message} held={held} visit={visit} /> : held && <HeldLine key={key} reminder={held} />,
      )}
      {nobodyTold && <Text>{t('messages.noneGoes')}</Text>}
    </>
  );
}

/** For a message that went to somebody whom the visit does not concern: what was sent opens nothing any more. */
function WithdrawLinks({ visit }: { visit: Visit }) {
  const t = useWords(visitPanelWords);
  const can = useCan();
  const withdraw = useWithdrawLinks();
  if (!can('appointment:manage')) return null;
  // A promise rather than callbacks: the button is gone with the last link.
  const run = () => void withdraw.mutateAsync(visit.id).then(() => toastDone(t('messages.linksWithdrawn')), toastProblem);
  return (
    <Button variant="default" size="xs" mt="xs" w="max-content" loading={withdraw.isPending} onClick={run}>
      {t('messages.withdrawLinks')}
    </Button>
  );
}
