import type { QuestionBase, QuestionKind } from '../question-kind.js';
import { isText, wrongText } from '../texts.js';

export interface TextQuestion extends QuestionBase {
  type: 'text';
}

/** As much as one line of an answer holds. */
export const LINE_CHARACTERS = 1_000;

/** One line of text, kept as it was typed. */
export const text: QuestionKind<TextQuestion, string> = {
  type: 'text',
  parts: {},
  carriedForward: true,
  faults: () => [],
  begun: () => ({}),
  holds: isText,
  check: (_, value) => wrongText(value, LINE_CHARACTERS),
  canonical: (line) => line || undefined,
  summary: (_, line) => line,
};
