import { formatInZone } from '@keel/calendar';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem } from '../../data/client/problem.js';
import { useLocale } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import { linksWords } from './links-words.js';
import { paths } from '../../paths.js';
import { CalendarIcon } from '../../ui/icons.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { type LinkAction, type PublicLink, useLinkAction } from '../../data/public-links.js';
import { isLate } from './appointment-state.js';

/** Large enough for a thumb. */
const TOUCH = { size: 'lg', mih: 52, fullWidth: true } as const;

/** Confirm is one tap. Cancelling gives the time away and cannot be taken back here, so it asks once. */
export function AppointmentActions({ token, link }: { token: string; link: PublicLink }) {
  const t = useWords(linksWords);
  const { actions, appointment } = link;
  const act = useLinkAction(token);
  const [asking, setAsking] = useState(false);
  const run = (action: LinkAction) => act.mutate({ action, shown: appointment }, { onSettled: () => setAsking(false) });
  const running = (action: LinkAction) => act.isPending && act.variables.action === action;
  // What has changed is looked at before it is answered again.
  const changed = act.error instanceof ApiProblem && act.error.code === 'STALE_APPOINTMENT';
  const retry = act.variables && !changed && actions.includes(act.variables.action) ? act.variables.action : undefined;
  return (
    <Stack gap="sm">
      <ProblemNotice error={act.error} onRetry={retry ? () => run(retry) : undefined} />
      {changed && act.variables && <Was shown={act.variables.shown} now={appointment} />}
      {actions.includes('confirm') && !asking && (
        <Button {...TOUCH} loading={running('confirm')} disabled={act.isPending} onClick={() => run('confirm')}>
          {t('appointment.confirm')}
        </Button>
      )}
      {actions.length > 0 && !asking && (
        <Button {...TOUCH} component="a" href={paths.linkCalendar(token)} variant="default" leftSection={<CalendarIcon />}>
          {t('appointment.addToCalendar')}
        </Button>
      )}
      {actions.includes('cancel') && !asking && (
        <Button {...TOUCH} variant="default" disabled={act.isPending} onClick={() => setAsking(true)}>
          {t('appointment.cancel')}
        </Button>
      )}
      {asking && (
        <Paper withBorder p="md" role="group" aria-labelledby="cancel-title">
          <Stack gap="sm">
            <Title order={2} size="h4" id="cancel-title">
              {t('appointment.cancelTitle')}
            </Title>
            <Text>{t('appointment.cancelLead')}</Text>
            <Notice link={link} />
            <Button {...TOUCH} variant="default" disabled={act.isPending} onClick={() => setAsking(false)} autoFocus>
              {t('appointment.cancelNo')}
            </Button>
            <Button {...TOUCH} color="red.9" loading={running('cancel')} onClick={() => run('cancel')}>
              {t('appointment.cancelYes')}
            </Button>
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}

/** What the clinic asks for, and whether it is too late for that; nothing where it asks for nothing. */
function Notice({ link: { appointment, noticeHours } }: { link: PublicLink }) {
  const t = useWords(linksWords);
  if (noticeHours === 0) return null;
  const late = isLate(appointment.start, noticeHours);
  return (
    <Text fw={late ? 600 : undefined} c={late ? 'light-dark(#8a4300, #ffb566)' : undefined}>
      {t(late ? 'appointment.cancelLate' : 'appointment.cancelNotice', { count: noticeHours })}
    </Text>
  );
}

/** The appointment as the patient saw it before it was changed; above it stands what it is now. */
function Was({ shown, now }: { shown: PublicLink['appointment']; now: PublicLink['appointment'] }) {
  const t = useWords(linksWords);
  const locale = useLocale();
  if (shown.start === now.start && shown.practitioner === now.practitioner) return null;
  const start = new Date(shown.start);
  const when = [formatInZone(start, shown.timeZone, locale, 'longDate'), formatInZone(start, shown.timeZone, locale, 'time')].join(', ');
  return <Text role="status">{t('appointment.was', { when, who: shown.practitioner })}</Text>;
}
