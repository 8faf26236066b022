import { areOptions, begunOptions, optionFaults, optionName, valuesOf } from '../options.js';
import type { QuestionBase, QuestionKind, QuestionOption } from '../question-kind.js';
import { isText } from '../texts.js';

export interface ChoiceQuestion extends QuestionBase {
  type: 'choice';
  options: QuestionOption[];
}

/** One of several. */
export const choice: QuestionKind<ChoiceQuestion, string> = {
  type: 'choice',
  parts: { options: areOptions },
  carriedForward: true,
  faults: optionFaults,
  begun: begunOptions,
  holds: isText,
  check: ({ options }, value) => {
    const values = valuesOf(options);
    return isText(value) && values.includes(value) ? undefined : `Send one of ${values.join(', ')}.`;
  },
  canonical: (chosen) => chosen || undefined,
  summary: ({ options }, chosen, { language }) => optionName(options, chosen, language),
};
