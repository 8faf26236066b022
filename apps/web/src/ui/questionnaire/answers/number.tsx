import { NumberInput, Text } from '@mantine/core';
import { useLanguage } from '../../../i18n/index.js';
import { useWords } from '../../../i18n/words.js';
import type { AnswerPart, AnswerProps } from './answer-part.js';
import { answerWords } from './answer-words.js';
import { useLabels } from './use-labels.js';

/** What is out of bounds stays as it was typed, and is said. */
function NumberField(props: AnswerProps<'number'>) {
  const t = useWords(answerWords);
  const language = useLanguage();
  const labels = useLabels(props);
  const { question, value, onChange } = props;
  const { min = -Infinity, max = Infinity, unit } = question;
  const outside = value !== undefined && (value < min || value > max);
  return (
    <NumberInput
      {...labels}
      error={outside ? t('range', { min: question.min ?? '…', max: question.max ?? '…' }) : labels.error}
      maw={260}
      hideControls
      clampBehavior="none"
      decimalSeparator={language === 'fr' ? ',' : '.'}
      allowedDecimalSeparators={['.', ',']}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
      rightSectionWidth={unit ? 70 : undefined}
      rightSection={
        unit && (
          <Text size="sm" c="dimmed">
            {unit}
          </Text>
        )
      }
    />
  );
}

export const number: AnswerPart<'number'> = { Field: NumberField };
