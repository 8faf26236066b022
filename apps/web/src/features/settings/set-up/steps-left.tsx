import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useWords } from '../../../i18n/words.js';
import { paths } from '../../../paths.js';
import classes from './set-up.module.css';
import { setUpWords } from './set-up-words.js';
import { StepLink } from './step-link.js';
import { useSetUp } from './use-set-up.js';

/** What is left to do, in one line, with the next step. */
export function StepsLeft({ onDismiss }: { onDismiss: () => void }) {
  const t = useWords(setUpWords);
  const { progress } = useSetUp();
  const { pathname } = useLocation();
  const next = progress?.next;
  if (!progress || !next) return null;
  const isHere = pathname === paths.settingsSection(next);
  return (
    <div className={classes['banner']} role="region" aria-label={t('title')}>
      <p>{t('banner', { count: progress.count })}</p>
      <span className={classes['all']}>
        <Button variant="subtle" renderRoot={(root) => <Link to={paths.settings()} {...root} />}>
          {t('all')}
        </Button>
      </span>
      {!isHere && (
        <StepLink step={next} variant="light">
          {t('next', { step: t(`step.${next}.title`) })}
        </StepLink>
      )}
      <ActionIcon variant="subtle" color="gray" size={32} onClick={onDismiss} aria-label={t('dismiss')} title={t('dismiss')}>
        <IconX size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
    </div>
  );
}
