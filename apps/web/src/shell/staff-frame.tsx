import { ActionIcon, MantineThemeProvider } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { Suspense, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { onSessionEnded } from '../data/client/queries.js';
import { BookingDrawer } from '../features/booking/booking-drawer.js';
import { Live } from './live/live.js';
import { beginAsMarked, type Lock, lockNow, onLock, setLock } from './lock/lock-state.js';
import { FindButton } from './palette/find-button.js';
import { landingOf } from '../session/landing.js';
import { readFor } from '../i18n/index.js';
import { useWords } from '../i18n/words.js';
import { StepUp } from '../ui/sign-in/step-up.js';
import { useSession } from '../session/use-session.js';
import { EarlyDrawer } from '../ui/appointments/early-drawer.js';
import { RestoreOverDrawer } from '../ui/appointments/restore-over-drawer.js';
import { AppointmentDrawer } from '../features/appointment/appointment-drawer.js';
import { KeelMark } from '../ui/icons.js';
import { Me } from './me.js';
import { PrivacyProvider, usePrivacy } from '../ui/privacy.js';
import { Rail } from './rail.js';
import { ShortcutProvider, useShortcut } from '../ui/shortcuts.js';
import classes from './staff-frame.module.css';
import { staffTheme } from '../ui/theme.js';
import { prepareToTell, subscribeToasts, toastsWanted } from '../ui/toasts.js';
import { uiWords } from '../ui/ui-words.js';
import { takeBack } from '../ui/undo.js';
import { lazyDrawer } from '../ui/lazy-drawer.js';
import { WayOutDrawer } from '../ui/way-out-drawer.js';

const Toasts = lazyDrawer(() => import('../ui/toaster.js').then(({ Toasts: component }) => ({ default: component })));
const ProofBanner = lazyDrawer(() => import('./proof/proof-banner.js').then((module) => ({ default: module.ProofBanner })));
const Guard = lazyDrawer(() => import('./lock/guard.js').then((module) => ({ default: module.Guard })));
/** Nothing locks in the first moments; the first page is there sooner without the guard. */
const GUARD_AFTER_MS = 15_000;

/** Around every page of the staff: the rooms, who is here, and what is open beside the page. */
export function StaffFrame() {
  const { clinic } = useSession();
  // Before anything is seen: no time is shown as another country writes it.
  useLayoutEffect(() => readFor(clinic.locale, clinic.country), [clinic.locale, clinic.country]);
  return (
    <MantineThemeProvider theme={staffTheme}>
      <PrivacyProvider>
        <ShortcutProvider>
          <Guarded />
        </ShortcutProvider>
      </PrivacyProvider>
    </MantineThemeProvider>
  );
}

/** The screen, and what watches over it; a page that is opened while the screen is locked shows nothing before its person is back. */
function Guarded() {
  const [shown, setShown] = useState(beginAsMarked);
  const lock = useSyncExternalStore(onLock, lockNow);
  if (lock === 'open' && !shown) setShown(true);
  const [guarded, setGuarded] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setGuarded(true), GUARD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => onSessionEnded((end) => setLock(end === 'OTHER_CLINIC' ? 'elsewhere' : 'ended')), []);
  return (
    <>
      {shown && <Screen lock={lock} />}
      {/* Apart from all else that comes later: the cover must not go while something is fetched. */}
      <Suspense fallback={null}>{(guarded || lock !== 'open') && <Guard />}</Suspense>
    </>
  );
}

function Screen({ lock }: { lock: Lock }) {
  const t = useWords(uiWords);
  useShortcut('Ctrl+z', t('frame.undoLast'), () => void takeBack());
  const session = useSession();
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
          {(lock === 'open' || lock === 'idle') && <Live />}
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
      <AppointmentDrawer />
      <BookingDrawer />
      <EarlyDrawer />
      <RestoreOverDrawer />
      <WayOutDrawer />
      <Suspense fallback={null}>{toasts && <Toasts />}</Suspense>
      {lock === 'open' && <StepUp />}
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
