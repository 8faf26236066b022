import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from '../i18n/words.js';
import { uiWords } from './ui-words.js';

/** A password, with the eye that shows it named in the reader's language. */
export function PasswordField(props: PasswordInputProps) {
  const t = useWords(uiWords);
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': t('field.passwordEye') }} {...props} />;
}
