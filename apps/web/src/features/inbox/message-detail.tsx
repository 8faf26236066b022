import { Alert, Button, CloseButton, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { readablePhone } from '@keel/contracts';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { uiWords } from '../../ui/ui-words.js';
import { Unbroken } from '../../ui/unbroken.js';
import { useCan } from '../../session/use-session.js';
import classes from './inbox.module.css';
import { type MessageDetail as Detail, messageQuery } from '../../data/messages.js';
import { messageWords } from '../../ui/messages/message-words.js';
import { inboxWords } from './inbox-words.js';
import { MessageBadge } from '../../ui/messages/message-badge.js';
import { MessageHistory } from './message-history.js';
import { canBeHandled } from '../../ui/messages/message-reason.js';
import { ResolveMessage } from './resolve-message.js';
import { useMessageWords } from '../../ui/messages/message-text.js';

/** One message: how it stands and what to do, what was written, and each attempt to send it. */
export function MessageDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords(inboxWords);
  const kinds = useWords(messageWords);
  const ui = useWords(uiWords);
  const message = useQuery(messageQuery(id));
  return (
    <section className={classes['detail']} aria-labelledby="message-title">
      <Stack gap="md">
        <div className={classes['back']}>
          <Button variant="subtle" leftSection={<IconArrowLeft size={16} stroke={1.7} aria-hidden />} onClick={onClose}>
            {t('back')}
          </Button>
        </div>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} size="h4" id="message-title" tabIndex={-1}>
            {message.data ? kinds(`kind.${message.data.kind}`) : t('list')}
          </Title>
          <CloseButton aria-label={ui('frame.close')} onClick={onClose} />
        </Group>
        <ProblemNotice error={message.error} onRetry={() => void message.refetch()} />
        {message.isPending && <Skeleton height={240} />}
        {message.data && <Content message={message.data} />}
      </Stack>
    </section>
  );
}

function Content({ message }: { message: Detail }) {
  const t = useWords(inboxWords);
  const told = useWords(messageWords);
  const words = useMessageWords();
  const toDo = words.toDo(message);
  return (
    <>
      <Group gap="xs">
        <MessageBadge message={message} />
        <Text c="dimmed">{told(`channel.${message.channel}`)}</Text>
      </Group>
      {(words.why(message) || toDo) && (
        <Alert color={message.attention ? 'orange' : 'gray'} variant="light">
          <Stack gap={4}>
            {words.why(message) && <Text>{words.why(message)}</Text>}
            {message.status === 'unknown' && <Text>{t('unknownLead')}</Text>}
            {toDo && <Text>{toDo}</Text>}
          </Stack>
        </Alert>
      )}
      {canBeHandled(message) && <ResolveMessage message={message} />}
      <Facts message={message} />
      <Stack gap={4}>
        <Title order={3} size="h5">
          {t('text')}
        </Title>
        {message.subject && <Text fw={600}>{message.subject}</Text>}
        {message.text ? (
          <p className={classes['text']}>{message.text}</p>
        ) : (
          <Text c="dimmed">{told(message.kind === 'received' ? 'noWords' : message.sentAt ? 'notShown' : 'noText')}</Text>
        )}
      </Stack>
      {/* A text of a patient and the answer to it go through no attempts. */}
      {message.kind !== 'received' && message.kind !== 'reply' && <MessageHistory message={message} />}
    </>
  );
}

function Facts({ message }: { message: Detail }) {
  const t = useWords(inboxWords);
  const can = useCan();
  const format = useFormat();
  const words = useMessageWords();
  const { patientId, appointmentId, startsAt, to, dueAt, sentAt, deliveredAt } = message;
  const moments = { due: dueAt, sentAt, deliveredAt };
  return (
    <dl className={classes['facts']}>
      <dt>{t('openPatient')}</dt>
      <dd>{patientId && can('patient:read') ? <Link to={paths.patient(patientId)}>{words.who(message)}</Link> : words.who(message)}</dd>
      {startsAt && (
        <>
          <dt>{t('appointmentAt')}</dt>
          <dd>
            {appointmentId ? (
              <Link to="." search={(now) => ({ ...now, appointment: appointmentId })}>
                {format.dayTime(startsAt)}
              </Link>
            ) : (
              format.dayTime(startsAt)
            )}
          </dd>
        </>
      )}
      {to && (
        <>
          <dt>{t(message.kind === 'received' ? 'from' : 'to')}</dt>
          <dd>
            <Unbroken text={readablePhone(to)} />
          </dd>
        </>
      )}
      {(['due', 'sentAt', 'deliveredAt'] as const).map((name) => {
        const at = moments[name];
        return (
          at && (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(name)}</dt>
              <dd>{format.dayTime(at)}</dd>
            </div>
          )
        );
      })}
    </dl>
  );
}
