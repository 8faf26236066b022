import { LINE_CHARACTERS } from '@keel/contracts';
import { TextInput } from '@mantine/core';
import { useWords } from '../../../i18n/words.js';
import type { AnswerPart, AnswerProps } from './answer-part.js';
import { answerWords } from './answer-words.js';
import { useLabels } from './use-labels.js';

function LineField(props: AnswerProps<'text'>) {
  const t = useWords(answerWords);
  const labels = useLabels(props);
  const { value = '', onChange } = props;
  return (
    <TextInput
      {...labels}
      error={labels.error ?? (value.length >= LINE_CHARACTERS && t('full'))}
      value={value}
      maxLength={LINE_CHARACTERS}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export const text: AnswerPart<'text'> = { Field: LineField };
