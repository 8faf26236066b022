import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { signInWords } from './sign-in-words.js';
import { uiWords } from '../../ui/ui-words.js';
import { askPasswordReset } from '../../data/invitations.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { isEmail } from '../../ui/email.js';

/** Asks for a link to choose a new password; the answer is the same whether or not the address is known. */
export function ForgotForm({ onBack }: { onBack: () => void }) {
  const t = useWords(signInWords);
  const ui = useWords(uiWords);
  const ask = useMutation({ mutationFn: askPasswordReset });
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '' },
    validate: { email: (value) => (isEmail(value) ? null : ui('field.emailFault')) },
  });
  const back = (
    <Button variant="subtle" size="md" onClick={onBack}>
      {t('forgot.back')}
    </Button>
  );
  if (ask.isSuccess) {
    return (
      <Stack>
        <Title order={2} size="h3">
          {t('forgot.sentTitle')}
        </Title>
        <Text role="status">{t('forgot.sent', { email: ask.variables })}</Text>
        {back}
      </Stack>
    );
  }
  return (
    <form onSubmit={form.onSubmit(({ email }) => ask.mutate(email.trim()))} noValidate>
      <Stack>
        <Title order={2} size="h3">
          {t('forgot.title')}
        </Title>
        <Text>{t('forgot.lead')}</Text>
        <ProblemNotice error={ask.error} />
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          size="md"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <Button type="submit" size="md" loading={ask.isPending}>
          {t('forgot.submit')}
        </Button>
        {back}
      </Stack>
    </form>
  );
}
