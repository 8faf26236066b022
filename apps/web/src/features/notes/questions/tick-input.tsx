import { Checkbox } from '@mantine/core';
import { useLocalText } from '../../../i18n/local-text.js';
import { Chips } from './chips.js';
import type { AnswerProps } from './answer-props.js';
import { useWords } from '../../../i18n/words.js';
import { notesWords } from '../notes-words.js';

/** A tick; where the note needs an answer, yes and no, since no is one too. */
export function TickInput({ question, label, value, error, onChange }: AnswerProps) {
  const t = useWords(notesWords);
  const local = useLocalText();
  const help = question.help && local(question.help);
  if (!question.required) {
    return (
      <Checkbox
        label={label}
        description={help}
        error={error}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked || undefined)}
      />
    );
  }
  return (
    <Chips
      {...{ label, error, help }}
      required
      options={[
        { value: 'yes', label: t('answer.yes') },
        { value: 'no', label: t('answer.no') },
      ]}
      chosen={value === undefined ? [] : [value ? 'yes' : 'no']}
      onChange={([chosen]) => onChange(chosen === undefined ? undefined : chosen === 'yes')}
    />
  );
}
