import { part } from '../../i18n/shelf.js';
import { Anchor, Card, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { CheckIcon } from '../../ui/icons.js';
import { PageTitle } from '../../ui/title.js';
import { wayOn } from '../../session/landing.js';
import type { Entry, Session } from '../../data/session.js';
import { signInWords } from './sign-in-words.js';
import { SignInForm } from './sign-in-form.js';
import classes from './start-page.module.css';

const WayIn = lazy(() => part(() => import('../../ui/sign-in/way-in.js')).then((module) => ({ default: module.WayIn })));
const ForgotForm = lazy(() => part(() => import('./forgot-form.js')).then((module) => ({ default: module.ForgotForm })));

/** What Keel is, and the way in. */
export function StartPage() {
  const t = useWords(signInWords);
  return (
    <div className={classes['start']}>
      <Stack gap="lg">
        <PageTitle text={t('start.title')} />
        <Text size="lg">{t('start.lead')}</Text>
        <ul className={classes['features']}>
          {(['book', 'chart', 'bill'] as const).map((feature) => (
            <li key={feature}>
              <CheckIcon size={18} />
              {t(`start.features.${feature}`)}
            </li>
          ))}
        </ul>
        <Text>
          {t('start.newLead')}{' '}
          <Anchor href={paths.signUp()} underline="always">
            {t('start.signUp')}
          </Anchor>
        </Text>
        <Text c="dimmed">
          {t('start.apiLead')}{' '}
          <Anchor href={paths.apiDocs()} underline="always">
            {t('start.apiDocs')}
          </Anchor>
        </Text>
      </Stack>
      <Card withBorder p={{ base: 'lg', sm: 'xl' }} shadow="sm">
        <Suspense>
          <Door />
        </Suspense>
      </Card>
    </div>
  );
}

/** Signing in, with all that may come after the password, or asking for a new one; then on to where the person was going. */
function Door() {
  const { next } = useSearch({ from: '/public/' });
  const navigate = useNavigate();
  const [entry, setEntry] = useState<Exclude<Entry, Session>>();
  const [forgot, setForgot] = useState(false);
  const goOn = (session: Session) => void navigate({ href: wayOn(next, session), replace: true });
  if (entry) return <WayIn entry={entry} onSignedIn={goOn} onBack={() => setEntry(undefined)} />;
  if (forgot) return <ForgotForm onBack={() => setForgot(false)} />;
  return <SignInForm onSignedIn={goOn} onForgot={() => setForgot(true)} onMore={setEntry} />;
}
