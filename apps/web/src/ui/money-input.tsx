import { TextInput, type TextInputProps } from '@mantine/core';
import { parseMoney, typedMoney } from './typed-money.js';
import { useLocale } from '../i18n/index.js';

interface Props extends Omit<TextInputProps, 'onChange'> {
  /** As it is typed; `parseMoney` reads it. */
  value?: string;
  onChange?: (text: string) => void;
}

/** An amount in the clinic's currency, typed as the reader writes it; put in order when the field is left. */
export function MoneyInput({ value = '', onChange, ...props }: Props) {
  const locale = useLocale();
  const sign = <span aria-hidden>$</span>;
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...(locale === 'fr' ? { rightSection: sign } : { leftSection: sign, leftSectionWidth: 28 })}
      {...props}
      value={value}
      onChange={(event) => onChange?.(event.currentTarget.value)}
      onBlur={(event) => {
        const cents = parseMoney(value, locale);
        if (cents !== undefined) onChange?.(typedMoney(cents, locale));
        props.onBlur?.(event);
      }}
    />
  );
}
