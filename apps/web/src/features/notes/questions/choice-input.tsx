import type { AnswerValue, Question } from '@keel/contracts';
import { NumberInput } from '@mantine/core';
import { useLocalText } from '../../../i18n/local-text.js';
import { Chips } from './chips.js';
import type { AnswerProps } from './answer-props.js';

/** As many steps as can be told apart in a row. */
const MOST_STEPS = 11;

/** One of a few, some of a few, or a step of a scale: all of them are in sight. */
export function ChoiceInput({ question, label, value, error, onChange }: AnswerProps) {
  const local = useLocalText();
  const help = question.help && local(question.help);
  const { type, required = false } = question;
  const steps = type === 'scale' ? scaleSteps(question) : undefined;
  if (type === 'scale' && !steps) return <LongScale {...{ question, label, value, error, onChange }} />;
  const options = steps
    ? steps.map((step) => ({ value: String(step), label: String(step) }))
    : (question.options ?? []).map((option) => ({ value: option.value, label: local(option.label) }));
  const multiple = type === 'multi_choice';
  const take = (chosen: string[]): AnswerValue | undefined => {
    if (multiple) return chosen;
    return type === 'scale' && chosen[0] !== undefined ? Number(chosen[0]) : chosen[0];
  };
  return (
    <Chips
      {...{ label, error, help, required, options, multiple }}
      narrow={steps !== undefined}
      chosen={Array.isArray(value) ? value : value === undefined ? [] : [String(value as string | number)]}
      onChange={(chosen) => onChange(take(chosen))}
    />
  );
}

function scaleSteps({ min = 0, max = 10 }: Question): number[] | undefined {
  const count = max - min + 1;
  return count > MOST_STEPS ? undefined : Array.from({ length: count }, (_, at) => min + at);
}

function LongScale({ question, label, value, error, onChange }: AnswerProps) {
  const local = useLocalText();
  return (
    <NumberInput
      label={label}
      description={question.help && local(question.help)}
      error={error}
      withAsterisk={question.required ?? false}
      maw={160}
      allowDecimal={false}
      clampBehavior="none"
      min={question.min}
      max={question.max}
      value={(value as number | undefined) ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
    />
  );
}
