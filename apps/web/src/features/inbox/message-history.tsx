import { Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import classes from './inbox.module.css';
import type { MessageDetail } from '../../data/messages.js';
import { messageWords } from '../../ui/messages/message-words.js';
import { inboxWords } from './inbox-words.js';
import { reasonOf } from '../../ui/messages/message-reason.js';

/** Each hand-over to the provider, and what came of it. */
export function MessageHistory({ message: { history } }: { message: MessageDetail }) {
  const t = useWords(inboxWords);
  const words = useWords(messageWords);
  const format = useFormat();
  return (
    <Stack gap={4}>
      <Title order={3} size="h5">
        {t('history')}
      </Title>
      {history.length === 0 && <Text c="dimmed">{t('noHistory')}</Text>}
      <ol className={classes['history']}>
        {history.map(({ number, startedAt, outcome, code }) => {
          const reason = reasonOf(code);
          return (
            <li key={number}>
              <Text>
                {format.dayTime(startedAt)} · {t(`outcome.${outcome ?? 'open'}`)}
              </Text>
              {reason && (
                <Text size="xs" c="dimmed">
                  {words(`reason.${reason}`)} {code && t('code', { code })}
                </Text>
              )}
            </li>
          );
        })}
      </ol>
    </Stack>
  );
}
