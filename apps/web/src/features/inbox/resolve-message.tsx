import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { toastDone } from '../../ui/toasts.js';
import { useCan } from '../../session/use-session.js';
import { type MessageDetail, type Outcome, useResolve } from '../../data/messages.js';
import { inboxWords } from './inbox-words.js';

const DONE = { sent: 'doneSent', not_sent: 'doneAgain', handled: 'doneHandled' } as const;

/** What somebody found out about an unknown message, or that a failed one was taken care of. */
export function ResolveMessage({ message }: { message: MessageDetail }) {
  const t = useWords(inboxWords);
  const can = useCan();
  const resolve = useResolve();
  const blocked = can('message:send') ? undefined : t('noRight');
  const button = (outcome: Outcome, label: string, primary: boolean) => (
    <Button
      variant={primary ? 'filled' : 'default'}
      disabled={blocked !== undefined || (resolve.isPending && resolve.variables.outcome !== outcome)}
      loading={resolve.isPending && resolve.variables.outcome === outcome}
      {...(blocked && { 'aria-describedby': 'resolve-blocked' })}
      onClick={() => resolve.mutate({ message, outcome }, { onSuccess: () => toastDone(t(DONE[outcome])) })}
    >
      {label}
    </Button>
  );
  return (
    <Stack gap="xs">
      <ProblemNotice error={resolve.error} />
      {message.status === 'unknown' ? (
        <>
          <Title order={3} size="h5">
            {t('resolveTitle')}
          </Title>
          <Group gap="xs">
            {button('sent', t('arrived'), true)}
            {button('not_sent', t('again'), false)}
          </Group>
        </>
      ) : (
        <Group>{button('handled', t('handle'), true)}</Group>
      )}
      {blocked && (
        <Text id="resolve-blocked" c="dimmed">
          {blocked}
        </Text>
      )}
    </Stack>
  );
}
