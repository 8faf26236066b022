import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { uiWords } from '../../ui/ui-words.js';
import { type ClinicChoice, type Session, useSignIn } from './session.queries.js';
import { sessionWords } from './session-words.js';

const EMAIL = /^\S+@\S+\.\S+$/;

interface Props {
  /** Who it should be, where that is known. */
  email?: string;
  onSignedIn: (session: Session) => void;
  onForgot: () => void;
  /** Called where the person works in several clinics and must choose one. */
  onSeveral: (clinics: ClinicChoice[]) => void;
}

/** E-mail and password on one form; Enter submits. By hand, since a form library would be a twentieth of the first load. */
export function SignInForm({ email: known = '', onSignedIn, onForgot, onSeveral }: Props) {
  const t = useWords(sessionWords);
  const ui = useWords(uiWords);
  const signIn = useSignIn();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const emailFault = !EMAIL.test(email.trim()) && ui('field.emailFault');
  const passwordFault = !password && !signIn.isError && ui('field.passwordFault');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (emailFault || !password || signIn.isPending) return;
    signIn.mutate(
      { email: email.trim(), password },
      {
        onSuccess: (answer) => ('clinics' in answer ? onSeveral(answer.clinics) : onSignedIn(answer)),
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
        <PasswordInput
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
