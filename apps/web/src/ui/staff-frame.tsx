import { ActionIcon, MantineThemeProvider } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { onSessionEnded } from '../api/queries.js';
import { BookingBeside } from '../features/booking/booking-beside.js';
import { Live } from '../features/live/live.js';
import { FindButton } from '../features/palette/find-button.js';
import { landingOf } from '../features/session/landing.js';
import { suggestLocale } from '../i18n/index.js';
import { useWords } from '../i18n/words.js';
import { useSession } from '../features/session/use-session.js';
import { VisitBeside } from '../features/visit/visit-beside.js';
import { KeelMark } from './icons.js';
import { Me } from './me.js';
import { PrivacyProvider, usePrivacy } from './privacy.js';
import { Rail } from './rail.js';
import { ShortcutProvider, useShortcut } from './shortcuts.js';
import classes from './staff-frame.module.css';
import { staffTheme } from './theme.js';
import { prepareToTell, subscribeToasts, toastsWanted } from './toasts.js';
import { uiWords } from './ui-words.js';
import { takeBack } from './undo.js';

const Toasts = lazy(() => import('./toaster.js').then(({ Toasts: component }) => ({ default: component })));
const ProofBanner = lazy(() => import('../features/proof/proof-banner.js').then((module) => ({ default: module.ProofBanner })));
const SessionEnded = lazy(() => import('../features/session/session-ended.js').then((module) => ({ default: module.SessionEnded })));

/** Around every page of the staff: the rooms, who is here, and what is open beside the page. */
export function StaffFrame() {
  const { clinic } = useSession();
  useEffect(() => suggestLocale(clinic.locale === 'fr' ? 'fr' : 'en'), [clinic.locale]);
  return (
    <MantineThemeProvider theme={staffTheme}>
      <PrivacyProvider>
        <ShortcutProvider>
          <Screen />
        </ShortcutProvider>
      </PrivacyProvider>
    </MantineThemeProvider>
  );
}

function Screen() {
  const t = useWords(uiWords);
  useShortcut('Ctrl+z', t('frame.undoLast'), () => void takeBack());
  const session = useSession();
  const [ended, setEnded] = useState(false);
  useEffect(() => onSessionEnded(() => setEnded(true)), []);
  useEffect(prepareToTell, []);
  const toasts = useSyncExternalStore(subscribeToasts, toastsWanted);
  return (
    <div className={classes['frame']}>
      <a className="skip-link" href="#content">
        {t('frame.skip')}
      </a>
      <header className={classes['bar']}>
        <Link to={landingOf(session)} className={classes['place']} aria-label={t('frame.home', { clinic: session.clinic.name })}>
          <KeelMark size={28} />
          <span>{session.clinic.name}</span>
        </Link>
        <FindButton />
        <div className={classes['tools']}>
          {!ended && <Live />}
          <HideNames />
          <Me />
        </div>
      </header>
      <Rail />
      <main className={classes['page']} id="content" tabIndex={-1}>
        {!session.clinic.proved && (
          <Suspense fallback={null}>
            <ProofBanner />
          </Suspense>
        )}
        <Outlet />
      </main>
      <VisitBeside />
      <BookingBeside />
      <Suspense fallback={null}>
        {toasts && <Toasts />}
        {ended && <SessionEnded onSignedIn={() => setEnded(false)} />}
      </Suspense>
    </div>
  );
}

/** For when somebody else looks at the screen: names become initials, until pressed again. */
function HideNames() {
  const t = useWords(uiWords);
  const { hidden, toggle } = usePrivacy();
  useShortcut('Shift+P', t('frame.hideNames'), toggle);
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      onClick={toggle}
      aria-pressed={hidden}
      aria-label={t('frame.hideNames')}
      title={`${t('frame.hideNames')} (Shift+P)`}
    >
      {hidden ? <IconEyeOff size={18} stroke={1.7} aria-hidden /> : <IconEye size={18} stroke={1.7} aria-hidden />}
    </ActionIcon>
  );
}
