import type { AnswerValue, BodyChart, Question } from '@keel/contracts';
import { Input } from '@mantine/core';
import { memo, useId } from 'react';
import { BodyChartInput } from '../body-chart/body-chart-input.js';
import { useLocalText } from '../../../i18n/local-text.js';
import type { FieldKey } from '../model/answers.js';
import type { AnswerProps } from './answer-props.js';
import { ChoiceInput } from './choice-input.js';
import { DateInput, LineInput, NumericInput } from './line-inputs.js';
import { PhraseArea } from './phrase-area.js';
import { RegionInput } from './region-input.js';
import { TickInput } from './tick-input.js';
import { useWords } from '../../../i18n/words.js';
import { notesWords } from '../notes-words.js';

interface Props {
  fieldKey: FieldKey;
  question: Question;
  value: AnswerValue | undefined;
  /** Asked for at signing and still without an answer. */
  missing: boolean;
  /** The note does not take this answer. */
  refused: boolean;
  onChange: (key: FieldKey, value: AnswerValue | undefined) => void;
}

/** Where a link to a question leads. */
export const fieldId = (key: FieldKey): string => `q-${key.replace('.', '-')}`;

/** A question of the note with its answer. */
export const QuestionField = memo(function QuestionField({ fieldKey, question, value, missing, refused, onChange }: Props) {
  const t = useWords(notesWords);
  const local = useLocalText();
  const error = missing ? t('field.missing') : refused ? t('field.refused') : undefined;
  const label = local(question.label);
  const props: AnswerProps = { question, label, value, error, onChange: (next) => onChange(fieldKey, next) };
  return (
    <div id={fieldId(fieldKey)} style={{ scrollMarginTop: 120 }}>
      <Answer {...props} />
    </div>
  );
});

function Answer(props: AnswerProps) {
  switch (props.question.type) {
    case 'text':
      return <LineInput {...props} />;
    case 'long_text':
      return <PhraseArea {...props} />;
    case 'number':
      return <NumericInput {...props} />;
    case 'scale':
    case 'choice':
    case 'multi_choice':
      return <ChoiceInput {...props} />;
    case 'checkbox':
      return <TickInput {...props} />;
    case 'date':
      return <DateInput {...props} />;
    case 'body_region':
      return <RegionInput {...props} />;
    case 'body_chart':
      return <ChartAnswer {...props} />;
  }
}

function ChartAnswer({ question, label, value, error, onChange }: AnswerProps) {
  const local = useLocalText();
  const id = useId();
  return (
    <Input.Wrapper
      id={id}
      label={label}
      labelElement="div"
      withAsterisk={question.required ?? false}
      error={error}
      description={question.help && local(question.help)}
    >
      <BodyChartInput label={label} views={question.views} value={value as BodyChart | undefined} onChange={onChange} />
    </Input.Wrapper>
  );
}
