import { useLocalText } from '../../../i18n/local-text.js';
import type { AnswerPart, AnswerProps } from './answer-part.js';
import { Chips } from './chips.js';
import { useLabels } from './use-labels.js';

/** Some of a few, all of them in sight. */
function MultiChoiceField(props: AnswerProps<'multi_choice'>) {
  const local = useLocalText();
  const { label, error, description, withAsterisk } = useLabels(props);
  const { question, value = [], onChange } = props;
  return (
    <Chips
      {...{ label, error, onChange }}
      help={description}
      required={withAsterisk}
      multiple
      options={question.options.map((option) => ({ value: option.value, label: local(option.label) }))}
      chosen={value}
    />
  );
}

export const multiChoice: AnswerPart<'multi_choice'> = { Field: MultiChoiceField, wide: true };
