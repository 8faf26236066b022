import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useShortcut } from '../../ui/shortcuts.js';
import classes from '../../ui/staff-frame.module.css';
import { uiWords } from '../../ui/ui-words.js';

const Palette = lazy(() => import('./palette.js').then((module) => ({ default: module.Palette })));
const ShortcutsDialog = lazy(() => import('./shortcuts-dialog.js').then((module) => ({ default: module.ShortcutsDialog })));

/** The way to everything, in the bar of every page and under Ctrl K; what it opens is fetched when it is first wanted. */
export function FindButton() {
  const t = useWords(uiWords);
  const [open, setOpen] = useState<'palette' | 'shortcuts'>();
  const close = () => setOpen(undefined);
  useShortcut('Ctrl+k', t('frame.find'), () => setOpen((now) => (now === 'palette' ? undefined : 'palette')));
  useShortcut('?', t('frame.shortcuts'), () => setOpen('shortcuts'));
  return (
    <>
      <button
        type="button"
        className={classes['find']}
        onClick={() => setOpen('palette')}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
      >
        <IconSearch size={16} stroke={1.7} aria-hidden />
        <span>{t('frame.find')}</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </button>
      <Suspense fallback={null}>
        {open === 'palette' && <Palette onClose={close} onShortcuts={() => setOpen('shortcuts')} />}
        {open === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      </Suspense>
    </>
  );
}
