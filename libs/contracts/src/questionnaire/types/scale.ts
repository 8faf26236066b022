import { isNumber, outside, spelt } from '../numbers.js';
import type { QuestionBase, QuestionKind } from '../question-kind.js';
import { ANSWER_WORDS } from '../wording.js';

export interface ScaleQuestion extends QuestionBase {
  type: 'scale';
  /** Both ends included. */
  min: number;
  max: number;
}

/** A step between two ends. Today's pain is not last week's, so it is rated anew at every appointment. */
export const scale: QuestionKind<ScaleQuestion, number> = {
  type: 'scale',
  parts: { min: isNumber, max: isNumber },
  carriedForward: false,
  faults: ({ min, max }, pointer) =>
    Number.isInteger(min) && Number.isInteger(max) ? [] : [{ pointer: `${pointer}/min`, code: 'scaleEnds' }],
  begun: ({ min = 0, max = 10 }) => ({ min, max }),
  holds: isNumber,
  check: (question, value) => {
    if (!isNumber(value)) return 'Send a number.';
    return Number.isInteger(value) ? outside(question, value) : 'Send a whole number.';
  },
  canonical: (step) => step,
  summary: ({ max }, step, { language }) => `${spelt(step, language)} ${ANSWER_WORDS[language].of} ${max}`,
};
