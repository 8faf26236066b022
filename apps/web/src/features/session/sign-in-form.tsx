import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useWords } from '../../i18n/words.js';
import { sessionWords } from './session-words.js';
import { uiWords } from '../../ui/ui-words.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { type ClinicChoice, type Session, useSignIn } from './session.queries.js';

const EMAIL = /^\S+@\S+\.\S+$/;

interface Props {
  /** Who it should be, where that is known. */
  email?: string;
  onSignedIn: (session: Session) => void;
  onForgot: () => void;
  /** Called where the person works in several clinics and must choose one. */
  onSeveral: (clinics: ClinicChoice[]) => void;
}

/** E-mail and password on one form; Enter submits. */
export function SignInForm({ email: known = '', onSignedIn, onForgot, onSeveral }: Props) {
  const t = useWords(sessionWords);
  const ui = useWords(uiWords);
  const signIn = useSignIn();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: known, password: '' },
    validate: {
      email: (value) => (EMAIL.test(value.trim()) ? null : ui('field.emailFault')),
      password: (value) => (value ? null : ui('field.passwordFault')),
    },
  });
  const submit = form.onSubmit(({ email, password }) =>
    signIn.mutate(
      { email: email.trim(), password },
      {
        onSuccess: (answer) => ('clinics' in answer ? onSeveral(answer.clinics) : onSignedIn(answer)),
        onError: () => form.setFieldValue('password', ''),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Title order={2} size="h3">
          {t('signIn.title')}
        </Title>
        <ProblemNotice error={signIn.error} />
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          size="md"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          size="md"
          key={form.key('password')}
          {...form.getInputProps('password')}
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
