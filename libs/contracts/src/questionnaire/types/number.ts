import { isNumber, outside, spelt } from '../numbers.js';
import type { QuestionBase, QuestionKind, QuestionParts } from '../question-kind.js';
import { isText } from '../texts.js';

export interface NumberQuestion extends QuestionBase, Pick<QuestionParts, 'min' | 'max' | 'unit'> {
  type: 'number';
}

/** A measure, with decimals and a unit where it has one. */
export const number: QuestionKind<NumberQuestion, number> = {
  type: 'number',
  parts: { min: isNumber, max: isNumber, unit: isText },
  carriedForward: true,
  faults: () => [],
  begun: ({ min, max, unit }) => ({ ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(unit && { unit }) }),
  holds: isNumber,
  check: (question, value) => (isNumber(value) ? outside(question, value) : 'Send a number.'),
  canonical: (value) => value,
  summary: ({ unit = '' }, value, { language }) => `${spelt(value, language)} ${unit}`.trim(),
};
