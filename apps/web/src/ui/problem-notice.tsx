import { part } from '../i18n/shelf.js';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isMissing } from '../data/client/problem.js';
import { isToldAbove } from '../data/client/queries.js';
import { useWords } from '../i18n/words.js';
import { AlertIcon } from './icons.js';
import { uiWords } from './ui-words.js';

/** What went wrong and what to do, where it happened; nothing where nothing went wrong. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const ui = useWords(uiWords);
  const text = useProblemText(error);
  if (!error || !text || isToldAbove(error)) return null;
  return (
    <Alert role="alert" color="red" variant="light" icon={<AlertIcon />} styles={{ icon: { color: 'var(--mantine-color-error)' } }}>
      <Stack gap="sm" align="flex-start">
        <Text>{text}</Text>
        {onRetry && !isMissing(error) && (
          <Button variant="default" mih={44} onClick={onRetry}>
            {ui('problem.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** The words are fetched when there is first something to say; where they cannot be, the clinic cannot be reached. */
function useProblemText(error: unknown): string | undefined {
  const ui = useWords(uiWords);
  const words = useQuery({
    queryKey: ['problem-text'],
    queryFn: () => part(() => import('./problem-text.js')),
    enabled: Boolean(error),
    networkMode: 'always',
    retry: false,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return words.isError ? ui('problem.unreachable') : words.data?.problemText(error);
}
