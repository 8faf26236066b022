import { Box, Skeleton, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { ListEnd } from '../../ui/list-end.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import classes from './inbox.module.css';
import { type Message, messagesQuery } from '../../data/messages.js';
import { filterOf, type InboxSearch } from './inbox-search.js';
import { inboxWords } from './inbox-words.js';
import { MessageRow } from './message-row.js';

/** Page by page; what must be looked into stands first, under its own heading. */
export function MessageList({ search }: { search: InboxSearch }) {
  const t = useWords(inboxWords);
  const list = useInfiniteQuery(messagesQuery({ ...search, filter: filterOf(search.show) }));
  const messages = list.data?.pages.flatMap(({ data }) => data);
  const attention = messages?.filter((message) => message.attention) ?? [];
  const rest = messages?.filter((message) => !message.attention) ?? [];
  const headed = attention.length > 0 && rest.length > 0;
  return (
    <>
      {list.error && !messages && (
        <Box p="md">
          <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        </Box>
      )}
      {list.isPending && <Rows />}
      {messages?.length === 0 && <Empty search={search} />}
      <Group title={headed ? t('group.attention') : undefined} messages={attention} open={search.message} />
      <Group title={headed ? t('group.rest') : undefined} messages={rest} open={search.message} />
      <Box p="md">
        <ListEnd list={list} />
      </Box>
    </>
  );
}

function Group({ title, messages, open }: { title: string | undefined; messages: readonly Message[]; open: string | undefined }) {
  const t = useWords(inboxWords);
  if (messages.length === 0) return null;
  return (
    <>
      {title && <h2 className={classes['group']}>{title}</h2>}
      <ul className={classes['list']} aria-label={title ?? t('list')}>
        {messages.map((message) => (
          <MessageRow key={message.id} message={message} open={message.id === open} />
        ))}
      </ul>
    </>
  );
}

function Empty({ search: { show, channel } }: { search: InboxSearch }) {
  const t = useWords(inboxWords);
  const [title, lead] =
    show === 'attention'
      ? ([t('allClear'), t('allClearLead')] as const)
      : show || channel
        ? ([t('emptyFilter'), t('emptyFilterLead')] as const)
        : ([t('empty'), t('emptyLead')] as const);
  return (
    <Stack gap={4} p="xl" align="center" ta="center">
      <Text fw={600}>{title}</Text>
      <Text c="dimmed" maw={460}>
        {lead}
      </Text>
    </Stack>
  );
}

const Rows = () => (
  <Stack gap={1} px="md">
    {Array.from({ length: 8 }, (_, row) => (
      <Skeleton key={row} height={56} />
    ))}
  </Stack>
);
