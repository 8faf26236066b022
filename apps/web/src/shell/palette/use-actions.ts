import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { chooseLanguage, useLanguage } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { usePrivacy } from '../../ui/privacy.js';
import { goOut } from '../../ui/way-out.js';
import { ROOMS } from '../rail.js';
import { uiWords } from '../../ui/ui-words.js';
import { useCan } from '../../session/use-session.js';
import { isAlike } from './alike.js';
import type { Entry } from './entries.js';
import { paletteWords } from './palette-words.js';

/** What a person may do from anywhere, by what they typed. */
export function useActions(onShortcuts: () => void): (typed: string) => Entry[] {
  const going = useGoing();
  const own = useOwn(onShortcuts);
  return (typed) =>
    [...going, ...own]
      .filter(({ label, also }) => isAlike(typed, `${label} ${also}`))
      .map(({ id, label, run }) => ({ id, group: 'action', label, aside: '', run }));
}

interface Action {
  id: string;
  label: string;
  /** Other words for it. */
  also: string;
  run: () => void;
}

/** Where to go and what to begin, for who may. */
function useGoing(): Action[] {
  const t = useWords(paletteWords);
  const ui = useWords(uiWords);
  const can = useCan();
  const navigate = useNavigate();
  const book = { id: 'book', label: t('action.book'), also: t('also.book') };
  const newPatient = { id: 'new-patient', label: t('action.newPatient'), also: t('also.newPatient') };
  return [
    ...(can('appointment:book') ? [{ ...book, run: () => void navigate({ to: '.', search: (now) => ({ ...now, book: {} }) }) }] : []),
    ...(can('patient:write') ? [{ ...newPatient, run: () => void navigate({ to: paths.newPatient() }) }] : []),
    ...ROOMS.filter(({ needs }) => can(needs)).map(({ key, to }) => ({
      id: `go-${key}`,
      label: t('action.goTo', { room: ui(`frame.room.${key}`) }),
      also: t('also.goTo'),
      run: () => void navigate({ to }),
    })),
  ];
}

/** What concerns the person at the screen alone. */
function useOwn(onShortcuts: () => void): Action[] {
  const t = useWords(paletteWords);
  const ui = useWords(uiWords);
  const language = useLanguage();
  const { hidden, toggle } = usePrivacy();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return [
    { id: 'names', label: t(hidden ? 'action.showNames' : 'action.hideNames'), also: t('also.hideNames'), run: toggle },
    {
      id: 'language',
      label: t('action.language'),
      also: t('also.language'),
      run: () => chooseLanguage(language === 'fr' ? 'en' : 'fr'),
    },
    {
      id: 'colours',
      label: ui(dark ? 'frame.light' : 'frame.dark'),
      also: t('also.colours'),
      run: () => setColorScheme(dark ? 'light' : 'dark'),
    },
    { id: 'shortcuts', label: t('action.shortcuts'), also: t('also.shortcuts'), run: onShortcuts },
    { id: 'sign-out', label: ui('frame.signOut'), also: t('also.signOut'), run: () => void goOut() },
  ];
}
