import type { LocalText, QuestionOf, QuestionType } from '@keel/contracts';
import type { ComponentType } from 'react';

export interface FieldsProps<T extends QuestionType> {
  question: QuestionOf<T>;
  onChange: (part: Partial<QuestionOf<T>>) => void;
}

/** What the editor asks about one type of question, beside what it asks about each. */
export interface DefinitionPart<T extends QuestionType> {
  Fields?: ComponentType<FieldsProps<T>>;
  /** What a list tells of it. */
  about?: (question: QuestionOf<T>, local: (text: LocalText) => string) => string[];
}
