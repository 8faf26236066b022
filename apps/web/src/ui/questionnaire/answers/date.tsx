import { TextInput } from '@mantine/core';
import type { AnswerPart, AnswerProps } from './answer-part.js';
import { useLabels } from './use-labels.js';

function DateField(props: AnswerProps<'date'>) {
  const labels = useLabels(props);
  const { value = '', onChange } = props;
  return <TextInput {...labels} type="date" maw={200} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
}

export const date: AnswerPart<'date'> = { Field: DateField };
