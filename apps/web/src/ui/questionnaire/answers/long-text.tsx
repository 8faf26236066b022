import { LONG_TEXT_CHARACTERS } from '@keel/contracts';
import { Textarea, type TextareaProps } from '@mantine/core';
import type { RefAttributes } from 'react';
import { useWords } from '../../../i18n/words.js';
import type { AnswerPart, AnswerProps } from './answer-part.js';
import { answerWords } from './answer-words.js';
import { useLabels } from './use-labels.js';

interface Props extends AnswerProps<'long_text'> {
  /** What helps to write in it: notes call phrases. */
  area?: TextareaProps & RefAttributes<HTMLTextAreaElement>;
}

/** A text of any length, as high as its lines. */
export function LongTextField({ area, ...props }: Props) {
  const t = useWords(answerWords);
  const labels = useLabels(props);
  const { value = '', onChange } = props;
  return (
    <Textarea
      {...labels}
      error={labels.error ?? (value.length >= LONG_TEXT_CHARACTERS && t('full'))}
      autosize
      minRows={2}
      maxRows={24}
      maxLength={LONG_TEXT_CHARACTERS}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...area}
    />
  );
}

export const longText: AnswerPart<'long_text'> = { Field: LongTextField, wide: true };
