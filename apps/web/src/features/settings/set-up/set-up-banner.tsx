import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../i18n/words.js';
import { paths } from '../../../paths.js';
import { useCan } from '../../session/use-session.js';
import { canSetUp } from '../sections.js';
import classes from './set-up.module.css';
import { setUpWords } from './set-up-words.js';
import { StepLink } from './step-link.js';
import { everVisitedQuery, useDismissed, useSetUp } from './use-set-up.js';

/** Above a schedule on which nothing was ever booked: what is left to do, until it is done or waved away. */
export function ScheduleSetUpBanner() {
  const may = canSetUp(useCan());
  const { data: visited } = useQuery({ ...everVisitedQuery, enabled: may });
  if (!may || visited !== false) return null;
  return (
    <div className={classes['above']}>
      <SetUpBanner />
    </div>
  );
}

/** How far the set-up is, and the way to its next step. */
export function SetUpBanner() {
  const t = useWords(setUpWords);
  const may = canSetUp(useCan());
  const [dismissed, dismiss] = useDismissed();
  const { progress } = useSetUp(may && !dismissed);
  const { pathname } = useLocation();
  const next = progress?.next;
  if (dismissed || !progress || !next) return null;
  const isHere = pathname === paths.settingsSection(next);
  return (
    <div className={classes['banner']} role="region" aria-label={t('title')}>
      <p>{t('banner', { count: progress.count })}</p>
      <Button variant="subtle" renderRoot={(root) => <Link to={paths.settings()} {...root} />}>
        {t('all')}
      </Button>
      {!isHere && (
        <StepLink step={next} variant="light">
          {t('next', { step: t(`step.${next}.title`) })}
        </StepLink>
      )}
      <ActionIcon variant="subtle" color="gray" size={32} onClick={dismiss} aria-label={t('dismiss')} title={t('dismiss')}>
        <IconX size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
    </div>
  );
}
