import { Button, Stack, TextInput, Title } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { PasswordField } from '../../ui/password-field.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { uiWords } from '../../ui/ui-words.js';
import { type Entry, isSession, type Session } from '../../data/session.js';
import { useSignIn } from '../../session/entering.js';
import { signInWords } from './sign-in-words.js';
import { isEmail } from '../../ui/email.js';

interface Props {
  onSignedIn: (session: Session) => void;
  onForgot: () => void;
  /** Called where the password is right and more is to come: a second factor, or which of several clinics. */
  onMore: (entry: Exclude<Entry, Session>) => void;
}

/** E-mail and password on one form; Enter submits. By hand, since a form library would be a twentieth of the first load. */
export function SignInForm({ onSignedIn, onForgot, onMore }: Props) {
  const t = useWords(signInWords);
  const ui = useWords(uiWords);
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const emailFault = !isEmail(email) && ui('field.emailFault');
  const passwordFault = !password && !signIn.isError && ui('field.passwordFault');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (emailFault || !password || signIn.isPending) return;
    signIn.mutate(
      { email: email.trim(), password },
      {
        onSuccess: (answer) => (isSession(answer) ? onSignedIn(answer) : onMore(answer)),
        onError: () => setPassword(''),
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Title order={2} size="h3">
          {t('signIn.title')}
        </Title>
        <ProblemNotice error={signIn.error} />
        <TextInput
          label={t('signIn.email')}
          name="email"
          type="email"
          autoComplete="username"
          size="md"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={tried && emailFault}
        />
        <PasswordField
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          size="md"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && passwordFault}
        />
        <Button type="submit" size="md" loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
        <Button variant="subtle" size="md" onClick={onForgot}>
          {t('signIn.forgot')}
        </Button>
      </Stack>
    </form>
  );
}
