import { useLocalText } from '../../../i18n/local-text.js';
import type { AnswerPart, AnswerProps } from './answer-part.js';
import { Chips } from './chips.js';
import { useLabels } from './use-labels.js';

/** One of a few, all of them in sight. */
function ChoiceField(props: AnswerProps<'choice'>) {
  const local = useLocalText();
  const { label, error, description, withAsterisk } = useLabels(props);
  const { question, value, onChange } = props;
  return (
    <Chips
      {...{ label, error }}
      help={description}
      required={withAsterisk}
      options={question.options.map((option) => ({ value: option.value, label: local(option.label) }))}
      chosen={value === undefined ? [] : [value]}
      onChange={([chosen]) => onChange(chosen)}
    />
  );
}

export const choice: AnswerPart<'choice'> = { Field: ChoiceField, wide: true };
