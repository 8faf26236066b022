import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link, Navigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { paths } from '../../../paths.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { PageTitle } from '../../../ui/title.js';
import { PaperGapsOf } from '../../../ui/clinic/paper-gaps-notice.js';
import { useCan } from '../../../session/use-session.js';
import { canSetUp } from '../sections.js';
import classes from './set-up.module.css';
import { setUpWords } from './set-up-words.js';
import { StepLink } from './step-link.js';
import { type Progress, type StepKey, STEPS } from './steps.js';
import { useSetUp } from './use-set-up.js';
import { lazyDrawer } from '../../../ui/lazy-drawer.js';

const PractitionerDialog = lazyDrawer(() =>
  import('../practitioners/practitioner-dialog.js').then((module) => ({ default: module.PractitionerDialog })),
);

/** What a new clinic needs before its first appointment; whoever cannot do it sees the settings instead. */
export function SetUpSection() {
  return canSetUp(useCan()) ? <Checklist /> : <Navigate to={paths.settingsSection('clinic')} replace />;
}

function Checklist() {
  const t = useWords(setUpWords);
  const { progress, error, retry } = useSetUp();
  const ready = progress && !progress.next;
  return (
    <Stack gap="md">
      <div>
        <PageTitle text={ready ? t('ready') : t('title')} />
        <Text c="dimmed" maw={680}>
          {ready ? t('readyLead') : t('lead')}
        </Text>
      </div>
      <ProblemNotice error={progress ? null : error} onRetry={retry} />
      {progress ? <Steps progress={progress} /> : !error && <Loading />}
      {progress?.done.services && <PaperGapsOf />}
      {ready && (
        <Group>
          <Button renderRoot={(root) => <Link to={paths.schedule()} {...root} />}>{t('toSchedule')}</Button>
        </Group>
      )}
    </Stack>
  );
}

function Steps({ progress }: { progress: Progress }) {
  const t = useWords(setUpWords);
  return (
    <>
      <Text fw={600} role="status">
        {t('progress', { count: progress.count })}
      </Text>
      <ol className={classes['steps']} aria-label={t('steps')}>
        {STEPS.map((key, at) => (
          <li key={key} className={classes['step']} data-done={progress.done[key] || undefined}>
            <span className={classes['mark']} aria-hidden>
              {progress.done[key] ? <IconCheck size={16} stroke={2.2} /> : at + 1}
            </span>
            <div className={classes['text']}>
              <strong>{t(`step.${key}.title`)}</strong>
              <span className="skip-link">{progress.done[key] ? t('done') : t('open')}</span>
              <div className={classes['about']}>{t(`step.${key}.text`)}</div>
            </div>
            <Act step={key} progress={progress} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** The next step's button is the one to press. */
function Act({ step, progress }: { step: StepKey; progress: Progress }) {
  const t = useWords(setUpWords);
  const { done, next } = progress;
  const variant = step === next ? 'filled' : 'default';
  if (done[step]) return step === 'appointment' ? null : <See step={step} />;
  if (step === 'practitioners') return <ActPractitioners primary={step === next} />;
  const waits = step === 'appointment' && !(done.practitioners && done.services && done.hours);
  if (waits) {
    return (
      <Button variant="default" disabled title={t('appointmentWaits')} aria-describedby="appointment-waits">
        {t('step.appointment.act')}
        <span className="skip-link" id="appointment-waits">
          {t('appointmentWaits')}
        </span>
      </Button>
    );
  }
  return (
    <StepLink step={step} variant={variant}>
      {t(`step.${step}.act`)}
    </StepLink>
  );
}

/** What is done can be looked at and changed. */
function See({ step }: { step: StepKey }) {
  const t = useWords(setUpWords);
  return (
    <StepLink step={step} variant="subtle" aria-label={t('seeOf', { step: t(`step.${step}.title`) })}>
      {t('see')}
    </StepLink>
  );
}

/** A founder who works alone is entered here, without leaving the page. */
function ActPractitioners({ primary }: { primary: boolean }) {
  const t = useWords(setUpWords);
  const [me, setMe] = useState(false);
  return (
    <Group gap="xs">
      <StepLink step="practitioners" variant="default">
        {t('otherPractitioner')}
      </StepLink>
      <Button variant={primary ? 'filled' : 'default'} onClick={() => setMe(true)}>
        {t('step.practitioners.act')}
      </Button>
      <Suspense>{me && <PractitionerDialog practitioner="me" onClose={() => setMe(false)} />}</Suspense>
    </Group>
  );
}

function Loading() {
  const t = useWords(setUpWords);
  return (
    <Stack role="status" aria-label={t('loading')} gap="xs">
      {STEPS.map((key) => (
        <Skeleton key={key} h={64} />
      ))}
    </Stack>
  );
}
