import type { MessageStatus } from '@keel/contracts';
import { Button, Skeleton, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../api/call.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { toastDone, toastProblem } from '../../ui/toasts.js';
import { messagesOfVisitQuery, useWithdrawLinks } from '../inbox/inbox.queries.js';
import { useCan } from '../session/use-session.js';
import { Part } from './part.js';
import type { Visit } from './visit.queries.js';
import { visitPanelWords } from './visit-panel-words.js';

type Message = Answer<'MessageDto'>;

/** What staff must look into. */
const AMISS: readonly MessageStatus[] = ['failed', 'unknown', 'suppressed'];

/** What the patient was told of this visit, and will be. */
export function MessagesPart({ visit }: { visit: Visit }) {
  const t = useWords(visitPanelWords);
  const messages = useQuery(messagesOfVisitQuery(visit.id));
  return (
    <Part title={t('messages.title')}>
      {messages.error && !messages.data && <ProblemNotice error={messages.error} onRetry={() => void messages.refetch()} />}
      {!messages.error && !messages.data && <Skeleton height={20} />}
      {messages.data?.length === 0 && <Text c="dimmed">{t('messages.none')}</Text>}
      {messages.data
        ?.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
        .map((message) => (
          <MessageLine key={message.id} message={message} />
        ))}
      {messages.data?.some(({ linksOpen }) => linksOpen) && <WithdrawLinks visit={visit} />}
    </Part>
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
    <Button variant="default" size="xs" w="max-content" loading={withdraw.isPending} onClick={run}>
      {t('messages.withdrawLinks')}
    </Button>
  );
}

function MessageLine({ message }: { message: Message }) {
  const t = useWords(visitPanelWords);
  const format = useFormat();
  const { status, channel } = message;
  const at = message.deliveredAt ?? message.sentAt ?? message.dueAt;
  const amiss = AMISS.includes(status);
  return (
    <Text c={status === 'skipped' ? 'dimmed' : amiss ? 'var(--mantine-color-error)' : undefined}>
      {amiss && <IconAlertTriangle size={15} stroke={1.9} aria-hidden style={{ verticalAlign: '-2px' }} />} {t(`messages.${channel}`)}
      {' · '}
      {t(`messages.status.${status}`, { time: `${format.day(at)}, ${format.time(at)}` })}
    </Text>
  );
}
