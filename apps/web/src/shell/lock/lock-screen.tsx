import { Button, MantineThemeProvider, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { allAnswered } from '../../data/client/all-answered.js';
import { endIn } from '../../data/client/queries.js';
import { unanswered } from '../../data/client/unanswered-changes.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { abandonPage } from '../../ui/leave-scope.js';
import { touchTheme } from '../../ui/theme.js';
import { FactorForm } from '../../ui/sign-in/factor-form.js';
import {
  type Entry,
  isSession,
  type Proof,
  type Session,
  sessionQuery,
  stepUp,
  stepUpPasskeyOptions,
  type Way,
} from '../../data/session.js';
import { useSignIn } from '../../session/entering.js';
import { signOut } from '../../session/sign-out.js';
import { useSession } from '../../session/use-session.js';
import { WayIn } from '../../ui/sign-in/way-in.js';
import classes from './lock.module.css';
import { lockNow, type Lock, setLock } from './lock-state.js';
import { lockWords } from './lock-words.js';
import { useCover } from './use-cover.js';

interface Props {
  lock: Exclude<Lock, 'open'>;
  onUnlocked: () => void;
}

const TITLES = { idle: 'title', ended: 'endedTitle', elsewhere: 'elsewhereTitle' } as const;
const LEADS = { idle: 'lead', ended: 'endedLead', elsewhere: 'elsewhereLead' } as const;

/** Who is not the one of this screen: signs them out where they are signed in still, and leaves it anyway. */
const OTHERS = { idle: 'notYou', ended: 'other', elsewhere: 'otherThere' } as const;
const LEAVES = { idle: 'signOut', ended: 'leave', elsewhere: 'leaveThere' } as const;

const startAnew = (): void => location.replace(paths.start());
/** What was still being sent when the screen was locked is its person's, and has so long to arrive. */
const SOON_MS = 5000;
const leaveTo = (go: () => void): void => void leaveSoon(go);
async function leaveSoon(go: () => void): Promise<void> {
  await Promise.race([allAnswered(), new Promise((resolve) => setTimeout(resolve, SOON_MS))]);
  // Its person came back meanwhile, and works on.
  if (lockNow() === 'open') return;
  abandonPage();
  unanswered.clear();
  go();
}

/** Covers the work as it stands until its person is back; somebody else is asked before it is left. */
export function LockScreen(props: Props) {
  const t = useWords(lockWords);
  const place = useCover();
  const { user, clinic } = useSession();
  const [leaving, setLeaving] = useState(false);
  const { lock } = props;
  const elsewhere = lock === 'elsewhere';
  const told = { name: user.firstName, clinic: clinic.name };
  const title = t(TITLES[lock], told);
  return createPortal(
    <MantineThemeProvider theme={touchTheme}>
      <div className={classes['cover']} role="dialog" aria-modal="true" aria-label={title}>
        <div className={classes['card']}>
          <h1 className={classes['title']}>{title}</h1>
          <p className={classes['who']}>{t('who', { name: `${user.firstName} ${user.lastName}`, clinic: clinic.name })}</p>
          {leaving ? (
            <Stack>
              <Text>{t('otherLead', told)}</Text>
              <Button onClick={() => leaveTo(elsewhere ? startAnew : signOut)}>{t(LEAVES[lock])}</Button>
              <Button variant="default" autoFocus onClick={() => setLeaving(false)}>
                {t('stay')}
              </Button>
            </Stack>
          ) : (
            <Stack>
              <Text>{t(LEADS[lock], told)}</Text>
              <Back {...props} />
              <Button variant="subtle" onClick={() => setLeaving(true)}>
                {t(OTHERS[lock])}
              </Button>
            </Stack>
          )}
        </div>
      </div>
    </MantineThemeProvider>,
    place,
  );
}

/** The way back: by what the session asks for, or by signing in again where it is over. */
function Back({ lock, onUnlocked }: Props) {
  const t = useWords(lockWords);
  const queries = useQueryClient();
  const signIn = useSignIn();
  const [before] = useState(useSession());
  const [entry, setEntry] = useState<Exclude<Entry, Session>>();
  const signsIn = lock !== 'idle';
  const goOn = () => {
    const now = queries.getQueryData(sessionQuery.queryKey);
    // Somebody else, or another clinic: nothing of the page before may stay.
    if (now?.user.id !== before.user.id || now.clinic.id !== before.clinic.id) return leaveTo(startAnew);
    onUnlocked();
  };
  const signInAgain = async (password: string) => {
    const answer = await signIn.mutateAsync({ email: before.user.email, password });
    if (isSession(answer)) goOn();
    else setEntry(answer);
  };
  const prove = async (proof: Proof) => {
    if (signsIn && 'password' in proof) return signInAgain(proof.password);
    try {
      await stepUp(proof);
    } catch (error) {
      if (!endIn(error)) throw error;
      // Over, or taken elsewhere, in the meantime: the same person signs in again, and what they typed stays.
      return 'password' in proof ? signInAgain(proof.password) : setLock('ended');
    }
    goOn();
  };
  if (entry) return <WayIn entry={entry} onSignedIn={goOn} onBack={() => setEntry(undefined)} />;
  const ways: readonly Way[] = signsIn ? ['password'] : before.stepUpMethods;
  // A password that is half typed when the session ends stays; a code would be none.
  return <FactorForm key={ways.join()} ways={ways} submitLabel={t('unlock')} passkeyOptions={stepUpPasskeyOptions} prove={prove} />;
}
