import { Anchor, Skeleton, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDeviceMobileMessage, IconMail } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { ListEnd } from '../../ui/list-end.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { type Message, messageQuery, patientMessagesQuery } from '../../data/messages.js';
import { messageWords } from '../../ui/messages/message-words.js';
import { MessageBadge } from '../../ui/messages/message-badge.js';
import { momentOf } from '../../ui/messages/message-reason.js';
import { useMessageWords } from '../../ui/messages/message-text.js';
import classes from './messages.module.css';
import { messagesWords } from './messages-words.js';

/** What the clinic wrote to the patient, newest first; a text is read from the API when it is opened. */
export function MessagesTab({ patientId }: { patientId: string }) {
  const t = useWords(messagesWords);
  const messages = useInfiniteQuery(patientMessagesQuery(patientId));
  const list = messages.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Stack gap="sm" maw={800}>
      <ProblemNotice error={messages.error} onRetry={() => void messages.refetch()} />
      {messages.isPending && <Loading />}
      {messages.data && list.length === 0 && (
        <Stack gap={4} maw={560}>
          <Title order={2} size="h4">
            {t('none')}
          </Title>
          <Text>{t('noneLead')}</Text>
        </Stack>
      )}
      {list.length > 0 && (
        <ul className={classes['list']} aria-label={t('title')}>
          {list.map((message) => (
            <Line key={message.id} message={message} />
          ))}
        </ul>
      )}
      <ListEnd list={messages} />
    </Stack>
  );
}

function Line({ message }: { message: Message }) {
  const inbox = useWords(messageWords);
  const format = useFormat();
  const words = useMessageWords();
  const [open, setOpen] = useState(false);
  const Channel = message.channel === 'sms' ? IconDeviceMobileMessage : IconMail;
  const Arrow = open ? IconChevronDown : IconChevronRight;
  const moment = momentOf(message);
  return (
    <li className={classes['message']}>
      <UnstyledButton className={classes['line']} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Arrow size={14} aria-hidden />
        <Channel size={16} stroke={1.7} role="img" aria-label={inbox(`channel.${message.channel}`)} />
        <span className={classes['about']}>{words.about(message)}</span>
        <MessageBadge message={message} />
        <Text span size="xs" c="dimmed" className={classes['when']}>
          {format.date(moment)}, {format.time(moment)}
        </Text>
      </UnstyledButton>
      {open && <Written message={message} />}
    </li>
  );
}

/** What was written, why it ended as it did, and where somebody must look into it. */
function Written({ message }: { message: Message }) {
  const t = useWords(messagesWords);
  const inbox = useWords(messageWords);
  const words = useMessageWords();
  const detail = useQuery(messageQuery(message.id));
  const why = words.why(message);
  return (
    <Stack gap={6} className={classes['written']}>
      {why && <Text>{why}</Text>}
      <ProblemNotice error={detail.error} onRetry={() => void detail.refetch()} />
      {detail.isPending && <Skeleton h={60} aria-hidden />}
      {detail.data?.subject && <Text fw={600}>{detail.data.subject}</Text>}
      {detail.data &&
        (detail.data.text ? (
          <p className={classes['text']}>{detail.data.text}</p>
        ) : (
          <Text c="dimmed">{inbox(message.kind === 'received' ? 'noWords' : 'noText')}</Text>
        ))}
      {message.attention && (
        <Anchor size="sm" w="max-content" renderRoot={(props) => <Link to={paths.inbox()} search={{ message: message.id }} {...props} />}>
          {t('decide')}
        </Anchor>
      )}
    </Stack>
  );
}

function Loading() {
  return (
    <Stack gap="xs" aria-hidden>
      {Array.from({ length: 6 }, (_, row) => (
        <Skeleton key={row} h={36} />
      ))}
    </Stack>
  );
}
