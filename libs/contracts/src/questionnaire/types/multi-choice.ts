import { isTexts, wrongList } from '../lists.js';
import { areOptions, begunOptions, optionFaults, optionName, valuesOf } from '../options.js';
import type { QuestionBase, QuestionKind, QuestionOption } from '../question-kind.js';

export interface MultiChoiceQuestion extends QuestionBase {
  type: 'multi_choice';
  options: QuestionOption[];
}

/** Some of several, kept in the order in which they were sent. */
export const multiChoice: QuestionKind<MultiChoiceQuestion, string[]> = {
  type: 'multi_choice',
  parts: { options: areOptions },
  carriedForward: true,
  faults: optionFaults,
  begun: begunOptions,
  holds: isTexts,
  check: ({ options }, value) => wrongList(value, valuesOf(options)),
  canonical: (chosen) => (chosen.length > 0 ? chosen : undefined),
  summary: ({ options }, chosen, { language }) => chosen.map((one) => optionName(options, one, language)).join(', '),
};
