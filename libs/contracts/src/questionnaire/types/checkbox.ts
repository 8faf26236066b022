import type { QuestionBase, QuestionKind } from '../question-kind.js';
import { ANSWER_WORDS } from '../wording.js';

export interface CheckboxQuestion extends QuestionBase {
  type: 'checkbox';
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** Yes or no, and no is an answer too. Consent is given today, so it is asked anew at every appointment. */
export const checkbox: QuestionKind<CheckboxQuestion, boolean> = {
  type: 'checkbox',
  parts: {},
  carriedForward: false,
  faults: () => [],
  begun: () => ({}),
  holds: isBoolean,
  check: (_, value) => (isBoolean(value) ? undefined : 'Send true or false.'),
  canonical: (said) => said,
  summary: (_, said, { language }) => ANSWER_WORDS[language][said ? 'yes' : 'no'],
};
