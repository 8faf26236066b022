import { Input, VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import classes from './chips.module.css';
import { useWords } from '../../../i18n/words.js';
import { answerWords } from './answer-words.js';

interface Props {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  /** Several may be chosen. */
  multiple?: boolean;
  /** Short labels of one width, as the steps of a scale. */
  narrow?: boolean;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Native radios or checkboxes that look like buttons: the keys and the words of a screen reader come with them. */
export function Chips({ label, help, error, required = false, multiple = false, narrow = false, options, chosen, onChange }: Props) {
  const t = useWords(answerWords);
  const id = useId();
  const pick = (value: string) => {
    if (!multiple) return onChange([value]);
    // In the order of the options, however they were clicked.
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    onChange(options.map((option) => option.value).filter((one) => next.includes(one)));
  };
  return (
    <fieldset className={classes['group']} aria-describedby={error || help ? `${id}-more` : undefined}>
      <legend className={classes['legend']}>
        {label}
        {required && (
          <span className={classes['asterisk']} aria-hidden="true">
            {' *'}
          </span>
        )}
        {required && <VisuallyHidden> {t('required')}</VisuallyHidden>}
      </legend>
      <span id={`${id}-more`}>
        {help && <Input.Description component="span">{help}</Input.Description>}
        {error && <Input.Error component="span">{error}</Input.Error>}
      </span>
      <div className={classes['options']}>
        {options.map((option) => (
          <label key={option.value} className={classes['chip']} data-narrow={narrow || undefined}>
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={id}
              value={option.value}
              checked={chosen.includes(option.value)}
              onChange={() => pick(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
        {!multiple && chosen.length > 0 && (
          <button type="button" className={classes['clear']} aria-label={t('clearOf', { label })} onClick={() => onChange([])}>
            {t('clear')}
          </button>
        )}
      </div>
    </fieldset>
  );
}
