import { Alert, Button, Stack, Text } from '@mantine/core';
import { useWords } from '../i18n/words.js';
import { AlertIcon } from './icons.js';
import { problemText } from './problem-text.js';
import { problemWords } from './problem-words.js';
import { uiWords } from './ui-words.js';

/** What went wrong and what to do, where it happened; nothing where nothing went wrong. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const ui = useWords(uiWords);
  const t = useWords(problemWords);
  if (!error) return null;
  return (
    <Alert role="alert" color="red" variant="light" icon={<AlertIcon />} styles={{ icon: { color: 'var(--mantine-color-error)' } }}>
      <Stack gap="sm" align="flex-start">
        <Text>{problemText(error, t)}</Text>
        {onRetry && (
          <Button variant="default" mih={44} onClick={onRetry}>
            {ui('problem.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
