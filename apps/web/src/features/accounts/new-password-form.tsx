import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useWords } from '../../i18n/words.js';
import { PasswordField } from '../../ui/password-field.js';
import { uiWords } from '../../ui/ui-words.js';
import { ProblemNotice } from '../../ui/problem-notice.js';

const SHORTEST = 10;

interface Props {
  submitLabel: string;
  busy: boolean;
  error: unknown;
  onSubmit: (password: string) => void;
}

/** One field, since it can be made visible to check it. */
export function NewPasswordForm({ submitLabel, busy, error, onSubmit }: Props) {
  const t = useWords(uiWords);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: (value) => (value.length >= SHORTEST ? null : t('field.newPasswordFault')) },
  });
  return (
    <form onSubmit={form.onSubmit(({ password }) => onSubmit(password))} noValidate>
      <Stack>
        <ProblemNotice error={error} />
        <PasswordField
          label={t('field.newPassword')}
          description={t('field.newPasswordHint')}
          autoComplete="new-password"
          size="md"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={busy}>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
