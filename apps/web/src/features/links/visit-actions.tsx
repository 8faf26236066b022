import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem } from '../../api/call.js';
import { useWords } from '../../i18n/words.js';
import { linksWords } from './links-words.js';
import { paths } from '../../paths.js';
import { CalendarIcon } from '../../ui/icons.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { type LinkAction, useLinkAction } from './link.queries.js';

/** Large enough for a thumb. */
const TOUCH = { size: 'lg', mih: 52, fullWidth: true } as const;

/** Confirm is one tap. Cancelling gives the time away and cannot be taken back here, so it asks once. */
export function VisitActions({ token, actions, version }: { token: string; actions: readonly string[]; version: number }) {
  const t = useWords(linksWords);
  const act = useLinkAction(token);
  const [asking, setAsking] = useState(false);
  const run = (action: LinkAction) => act.mutate({ action, version }, { onSettled: () => setAsking(false) });
  const running = (action: LinkAction) => act.isPending && act.variables.action === action;
  // What has changed is looked at before it is answered again.
  const changed = act.error instanceof ApiProblem && act.error.code === 'STALE_VISIT';
  const retry = act.variables && !changed && actions.includes(act.variables.action) ? act.variables.action : undefined;
  return (
    <Stack gap="sm">
      <ProblemNotice error={act.error} onRetry={retry ? () => run(retry) : undefined} />
      {actions.includes('confirm') && !asking && (
        <Button {...TOUCH} loading={running('confirm')} disabled={act.isPending} onClick={() => run('confirm')}>
          {t('visit.confirm')}
        </Button>
      )}
      {actions.length > 0 && !asking && (
        <Button {...TOUCH} component="a" href={paths.linkCalendar(token)} variant="default" leftSection={<CalendarIcon />}>
          {t('visit.addToCalendar')}
        </Button>
      )}
      {actions.includes('cancel') && !asking && (
        <Button {...TOUCH} variant="default" disabled={act.isPending} onClick={() => setAsking(true)}>
          {t('visit.cancel')}
        </Button>
      )}
      {asking && (
        <Paper withBorder p="md" role="group" aria-labelledby="cancel-title">
          <Stack gap="sm">
            <Title order={2} size="h4" id="cancel-title">
              {t('visit.cancelTitle')}
            </Title>
            <Text>{t('visit.cancelLead')}</Text>
            <Button {...TOUCH} variant="default" disabled={act.isPending} onClick={() => setAsking(false)} autoFocus>
              {t('visit.cancelNo')}
            </Button>
            <Button {...TOUCH} color="red.9" loading={running('cancel')} onClick={() => run('cancel')}>
              {t('visit.cancelYes')}
            </Button>
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}
