import { TextInput, type TextInputProps } from '@mantine/core';
import { parseMoney, typedMoney } from './typed-money.js';
import { useLanguage } from '../i18n/index.js';

interface Props extends Omit<TextInputProps, 'onChange'> {
  /** As it is typed; `parseMoney` reads it. */
  value?: string;
  onChange?: (text: string) => void;
}

/** An amount in the clinic's currency, typed as the reader writes it; put in order when the field is left. */
export function MoneyInput({ value = '', onChange, ...props }: Props) {
  const language = useLanguage();
  const sign = <span aria-hidden>$</span>;
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...(language === 'fr' ? { rightSection: sign } : { leftSection: sign, leftSectionWidth: 28 })}
      {...props}
      value={value}
      onChange={(event) => onChange?.(event.currentTarget.value)}
      onBlur={(event) => {
        const cents = parseMoney(value, language);
        if (cents !== undefined) onChange?.(typedMoney(cents, language));
        props.onBlur?.(event);
      }}
    />
  );
}
