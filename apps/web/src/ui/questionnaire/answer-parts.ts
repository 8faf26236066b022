import type { Question, QuestionType } from '@keel/contracts';
import type { AnswerPart } from './answers/answer-part.js';
import { bodyChart } from './answers/body-chart.js';
import { bodyRegion } from './answers/body-region.js';
import { checkbox } from './answers/checkbox.js';
import { choice } from './answers/choice.js';
import { date } from './answers/date.js';
import { longText } from './answers/long-text.js';
import { multiChoice } from './answers/multi-choice.js';
import { number } from './answers/number.js';
import { scale } from './answers/scale.js';
import { text } from './answers/text.js';

export type AnswerParts = { readonly [T in QuestionType]: AnswerPart<T> };

/** How each type of question is drawn; one that is not here does not build. */
export const ANSWER_PARTS: AnswerParts = {
  text,
  long_text: longText,
  number,
  scale,
  choice,
  multi_choice: multiChoice,
  checkbox,
  date,
  body_region: bodyRegion,
  body_chart: bodyChart,
};

/** Undefined for a type that a later version of the API knows of. */
export function partOf(parts: AnswerParts, { type }: Question): AnswerPart<QuestionType> | undefined {
  // A question is only ever handed to the part of its own type, which the compiler cannot follow through a look-up.
  return parts[type] as unknown as AnswerPart<QuestionType> | undefined;
}

/** It takes the whole width where two questions could stand side by side. */
export const isWide = (question: Question): true | undefined => partOf(ANSWER_PARTS, question)?.wide;
