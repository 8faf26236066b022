import { NumberInput, Text, TextInput } from '@mantine/core';
import { useLocalText } from '../../../i18n/local-text.js';
import type { AnswerProps } from './answer-props.js';
import { useLocale } from '../../../i18n/index.js';
import { useWords } from '../../../i18n/words.js';
import { notesWords } from '../notes-words.js';

const MOST_CHARACTERS = 1000;

/** What a label of a one-line answer has in common. */
function useCommon({ question, label, error }: AnswerProps) {
  const local = useLocalText();
  return { label, error, description: question.help && local(question.help), withAsterisk: question.required ?? false };
}

export function LineInput(props: AnswerProps) {
  const t = useWords(notesWords);
  const common = useCommon(props);
  const text = (props.value as string | undefined) ?? '';
  return (
    <TextInput
      {...common}
      error={common.error ?? (text.length >= MOST_CHARACTERS && t('field.full'))}
      value={text}
      maxLength={MOST_CHARACTERS}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

export function DateInput(props: AnswerProps) {
  const common = useCommon(props);
  return (
    <TextInput
      {...common}
      type="date"
      maw={200}
      value={(props.value as string | undefined) ?? ''}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** What is out of bounds stays as it was typed, and is said. */
export function NumericInput(props: AnswerProps) {
  const t = useWords(notesWords);
  const locale = useLocale();
  const common = useCommon(props);
  const { question, value, onChange } = props;
  const { min = -Infinity, max = Infinity, unit } = question;
  const outside = typeof value === 'number' && (value < min || value > max);
  return (
    <NumberInput
      {...common}
      error={outside ? t('field.range', { min: question.min ?? '…', max: question.max ?? '…' }) : common.error}
      maw={260}
      hideControls
      clampBehavior="none"
      decimalSeparator={locale === 'fr' ? ',' : '.'}
      allowedDecimalSeparators={['.', ',']}
      value={(value as number | undefined) ?? ''}
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
