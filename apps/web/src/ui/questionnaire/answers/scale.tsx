import type { QuestionOf } from '@keel/contracts';
import { NumberInput } from '@mantine/core';
import type { AnswerPart, AnswerProps } from './answer-part.js';
import { Chips } from './chips.js';
import { useLabels } from './use-labels.js';

/** As many steps as can be told apart in a row. */
const MOST_STEPS = 11;

/** The steps of a scale, all of them in sight, or a number where they are too many. */
function ScaleField(props: AnswerProps<'scale'>) {
  const { label, error, description, withAsterisk } = useLabels(props);
  const steps = stepsOf(props.question);
  if (!steps) return <LongScale {...props} />;
  const { value, onChange } = props;
  return (
    <Chips
      {...{ label, error }}
      help={description}
      required={withAsterisk}
      narrow
      options={steps.map((step) => ({ value: String(step), label: String(step) }))}
      chosen={value === undefined ? [] : [String(value)]}
      onChange={([chosen]) => onChange(chosen === undefined ? undefined : Number(chosen))}
    />
  );
}

function stepsOf({ min, max }: QuestionOf<'scale'>): number[] | undefined {
  const count = max - min + 1;
  return count > MOST_STEPS ? undefined : Array.from({ length: count }, (_, at) => min + at);
}

function LongScale(props: AnswerProps<'scale'>) {
  const labels = useLabels(props);
  const { question, value, onChange } = props;
  return (
    <NumberInput
      {...labels}
      maw={160}
      allowDecimal={false}
      clampBehavior="none"
      min={question.min}
      max={question.max}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
    />
  );
}

export const scale: AnswerPart<'scale'> = { Field: ScaleField, wide: true };
