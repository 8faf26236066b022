import { ANSWER_WORDS } from '@keel/contracts';
import { Checkbox } from '@mantine/core';
import { useLanguage } from '../../../i18n/index.js';
import type { AnswerPart, AnswerProps } from './answer-part.js';
import { Chips } from './chips.js';
import { useLabels } from './use-labels.js';

/** A tick; where an answer is needed, yes and no, since no is one too. */
function TickField(props: AnswerProps<'checkbox'>) {
  const words = ANSWER_WORDS[useLanguage()];
  const { label, error, description, withAsterisk } = useLabels(props);
  const { value, onChange } = props;
  if (!withAsterisk) {
    return (
      <Checkbox
        {...{ label, error, description }}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked || undefined)}
      />
    );
  }
  return (
    <Chips
      {...{ label, error }}
      help={description}
      required
      options={[
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ]}
      chosen={value === undefined ? [] : [value ? 'yes' : 'no']}
      onChange={([chosen]) => onChange(chosen === undefined ? undefined : chosen === 'yes')}
    />
  );
}

export const checkbox: AnswerPart<'checkbox'> = { Field: TickField, wide: true };
