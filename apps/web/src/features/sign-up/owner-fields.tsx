import { Fieldset, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { PasswordField } from '../../ui/password-field.js';
import { uiWords } from '../../ui/ui-words.js';
import { type FieldsProps, LEGEND } from './clinic-fields.js';
import { signUpWords } from './sign-up-words.js';

export function OwnerFields({ values, onChange, errorOf }: FieldsProps) {
  const t = useWords(signUpWords);
  const ui = useWords(uiWords);
  return (
    <Fieldset legend={t('you')} radius="md" styles={{ legend: LEGEND }}>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <TextInput
            label={t('firstName')}
            size="md"
            autoComplete="given-name"
            maxLength={100}
            value={values.firstName}
            onChange={(event) => onChange({ firstName: event.currentTarget.value })}
            error={errorOf('firstName')}
          />
          <TextInput
            label={t('lastName')}
            size="md"
            autoComplete="family-name"
            maxLength={100}
            value={values.lastName}
            onChange={(event) => onChange({ lastName: event.currentTarget.value })}
            error={errorOf('lastName')}
          />
        </SimpleGrid>
        <TextInput
          label={t('email')}
          type="email"
          size="md"
          autoComplete="email"
          maxLength={254}
          value={values.email}
          onChange={(event) => onChange({ email: event.currentTarget.value })}
          error={errorOf('email')}
        />
        <PasswordField
          label={ui('field.newPassword')}
          description={ui('field.newPasswordHint')}
          size="md"
          autoComplete="new-password"
          maxLength={200}
          value={values.password}
          onChange={(event) => onChange({ password: event.currentTarget.value })}
          error={errorOf('password')}
        />
      </Stack>
    </Fieldset>
  );
}
