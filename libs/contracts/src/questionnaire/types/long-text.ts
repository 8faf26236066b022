import type { QuestionBase, QuestionKind } from '../question-kind.js';
import { isText, wrongText } from '../texts.js';

export interface LongTextQuestion extends QuestionBase {
  type: 'long_text';
}

/** About thirty pages. */
export const LONG_TEXT_CHARACTERS = 100_000;

/** Lines of text, kept as they were typed. */
export const longText: QuestionKind<LongTextQuestion, string> = {
  type: 'long_text',
  parts: {},
  carriedForward: true,
  faults: () => [],
  begun: () => ({}),
  holds: isText,
  check: (_, value) => wrongText(value, LONG_TEXT_CHARACTERS),
  canonical: (lines) => lines || undefined,
  summary: (_, lines) => lines,
};
