import type { AnswerOf, QuestionOf, QuestionType } from '@keel/contracts';
import type { ComponentType } from 'react';

/** What the field of a question is given. */
export interface AnswerProps<T extends QuestionType> {
  question: QuestionOf<T>;
  label: string;
  value: AnswerOf<T> | undefined;
  error: string | undefined;
  onChange: (value: AnswerOf<T> | undefined) => void;
}

/** How one type of question is drawn. */
export interface AnswerPart<T extends QuestionType> {
  /** Where it is answered. */
  Field: ComponentType<AnswerProps<T>>;
  /** It takes the whole width where two questions could stand side by side. */
  wide?: true;
  /** Shows an answer that is more than words; the others are shown as their summary. */
  Shown?: ComponentType<{ question: QuestionOf<T>; value: AnswerOf<T> }>;
}
