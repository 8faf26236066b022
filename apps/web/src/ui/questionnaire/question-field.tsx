import type { AnswerValue, Question } from '@keel/contracts';
import { useLocalText } from '../../i18n/local-text.js';
import { ANSWER_PARTS, type AnswerParts, partOf } from './answer-parts.js';

interface Props {
  /** Where a link to the question leads. */
  id: string;
  question: Question;
  value: AnswerValue | undefined;
  error?: string | undefined;
  /** Where some types are answered in another way than everywhere. */
  parts?: AnswerParts;
  onChange: (value: AnswerValue | undefined) => void;
}

/** A question of any type, to be answered. */
export function QuestionField({ id, question, value, error, parts = ANSWER_PARTS, onChange }: Props) {
  const local = useLocalText();
  const Field = partOf(parts, question)?.Field;
  return (
    <div id={id} style={{ scrollMarginTop: 120 }}>
      {Field && <Field {...{ question, value, error, onChange }} label={local(question.label)} />}
    </div>
  );
}
