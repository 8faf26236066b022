import { useId } from 'react';
import classes from './choice-row.module.css';

export interface Choice<T extends string> {
  value: T;
  label: string;
  /** How many there are to do, where that is worth a number. */
  count?: number | undefined;
}

interface Props<T extends string> {
  /** What is chosen, for a screen reader. */
  label: string;
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
}

/** One of a few, all to be seen: a group of radios that wraps to more lines where words are long or the screen is narrow. */
export function ChoiceRow<T extends string>({ label, value, choices, onChange }: Props<T>) {
  const name = useId();
  return (
    <div className={classes['row']} role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} className={classes['choice']}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.label}
          {Boolean(choice.count) && <span className={classes['count']}>{choice.count}</span>}
        </label>
      ))}
    </div>
  );
}
