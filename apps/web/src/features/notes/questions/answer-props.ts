import type { AnswerValue, Question } from '@keel/contracts';

/** What every kind of answer is given. */
export interface AnswerProps {
  question: Question;
  label: string;
  value: AnswerValue | undefined;
  error: string | undefined;
  onChange: (value: AnswerValue | undefined) => void;
}
