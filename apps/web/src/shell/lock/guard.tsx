import { Button, VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useWords } from '../../i18n/words.js';
import classes from './lock.module.css';
import { LockScreen } from './lock-screen.js';
import { lockNow, onLock } from './lock-state.js';
import { lockWords } from './lock-words.js';
import { useIdle } from './use-idle.js';

/** Watches over a screen that is left alone, and covers it until its person is back. */
export function Guard() {
  const t = useWords(lockWords);
  const lock = useSyncExternalStore(onLock, lockNow);
  const { seconds, unlock } = useIdle();
  if (lock !== 'open') return <LockScreen lock={lock} onUnlocked={unlock} />;
  if (seconds === undefined) return null;
  return (
    <div className={classes['warning']}>
      {/* Read out once, not with every second. */}
      <VisuallyHidden role="alert">{t('soon')}</VisuallyHidden>
      <span aria-hidden>{t('warned', { count: seconds })}</span>
      {/* Any touch keeps it open; the button says so. */}
      <Button variant="default">{t('stayOpen')}</Button>
    </div>
  );
}
