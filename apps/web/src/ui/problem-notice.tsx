import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem, UnreachableError } from '../api/call.js';
import { AlertIcon } from './icons.js';

/** What went wrong and what to do, in the reader's language. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof UnreachableError) return t('problem.unreachable');
    if (!(error instanceof ApiProblem)) return t('problem.unknown', { requestId: '–' });
    switch (error.code) {
      case 'SIGN_IN_REFUSED':
        return t('problem.signInRefused');
      case 'RATE_LIMITED':
        return t('problem.rateLimited', { minutes: Math.max(1, Math.ceil((error.retryAfterSeconds ?? 60) / 60)) });
      case 'EMAIL_IN_USE':
        return t('problem.emailInUse');
      case 'INVITATION_GONE':
        return t('problem.inviteGone');
      case 'PASSWORD_RESET_GONE':
        return t('problem.resetGone');
      case 'LINK_GONE':
        return t('problem.linkGone');
      case 'ACTION_NOT_POSSIBLE':
        return t('problem.notPossible');
      default:
        return t('problem.unknown', { requestId: error.requestId ?? '–' });
    }
  };
}

export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const words = useProblemText();
  if (!error) return null;
  return (
    <Alert role="alert" color="red" variant="light" icon={<AlertIcon />} styles={{ icon: { color: 'var(--mantine-color-error)' } }}>
      <Stack gap="sm" align="flex-start">
        <Text>{words(error)}</Text>
        {onRetry && (
          <Button variant="default" size="md" mih={44} onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
