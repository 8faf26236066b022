import { IconSearch } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useShortcut } from '../../ui/shortcuts.js';
import { useTypeAhead } from './use-type-ahead.js';
import classes from '../staff-frame.module.css';
import { uiWords } from '../../ui/ui-words.js';
import { lazyDrawer } from '../../ui/lazy-drawer.js';

const Palette = lazyDrawer(() => import('./palette.js').then((module) => ({ default: module.Palette })));
const ShortcutsDialog = lazyDrawer(() => import('./shortcuts-dialog.js').then((module) => ({ default: module.ShortcutsDialog })));

/** The way to everything, in the bar of every page and under Ctrl K; what it opens is fetched when it is first wanted. */
export function FindButton() {
  const t = useWords(uiWords);
  const [open, setOpen] = useState<'palette' | 'shortcuts'>();
  const [typed, setTyped] = useState('');
  const show = (which: typeof open) => {
    setOpen(which);
    setTyped('');
  };
  const close = () => show(undefined);
  useTypeAhead(open === 'palette', { onTyped: setTyped, onEscape: close });
  useShortcut('Ctrl+k', t('frame.find'), () => show(open === 'palette' ? undefined : 'palette'));
  useShortcut('?', t('frame.shortcuts'), () => show('shortcuts'), { opens: true });
  return (
    <>
      <button
        type="button"
        className={classes['find']}
        onClick={() => show('palette')}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
      >
        <IconSearch size={16} stroke={1.7} aria-hidden />
        <span>{t('frame.find')}</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </button>
      <Suspense fallback={null}>
        {open === 'palette' && <Palette typed={typed} onTyped={setTyped} onClose={close} onShortcuts={() => show('shortcuts')} />}
        {open === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      </Suspense>
    </>
  );
}
