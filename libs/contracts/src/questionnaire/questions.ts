import { isLocalText, noWords } from './labels.js';
import type { QuestionBase, QuestionFault, QuestionKind, QuestionParts, Reader } from './question-kind.js';
import { isText } from './texts.js';
import { bodyChart } from './types/body-chart.js';
import { bodyRegion } from './types/body-region.js';
import { checkbox } from './types/checkbox.js';
import { choice } from './types/choice.js';
import { date } from './types/date.js';
import { longText } from './types/long-text.js';
import { multiChoice } from './types/multi-choice.js';
import { number } from './types/number.js';
import { scale } from './types/scale.js';
import { text } from './types/text.js';
import { ANSWER_WORDS } from './wording.js';

/** Every type of question there is, in the order in which they are offered. The union below is made of it. */
const KINDS = {
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

type Kinds = typeof KINDS;
type Of<K> = K extends QuestionKind<infer Q, infer V> ? { question: Q; answer: V } : never;

export type QuestionType = keyof Kinds;
export type QuestionOf<T extends QuestionType> = Of<Kinds[T]>['question'];
export type AnswerOf<T extends QuestionType> = Of<Kinds[T]>['answer'];

/** How a question is asked: what else a definition holds depends on its `type`. */
export type Question = { [T in QuestionType]: QuestionOf<T> }[QuestionType];
/** An answer as JSON, which looks as its question's type says. */
export type AnswerValue = AnswerOf<QuestionType>;

export const QUESTION_TYPES = Object.keys(KINDS) as QuestionType[];

/** Undefined for a type that a later version of Keel knows of. */
function kindOf(type: string): QuestionKind<Question, AnswerValue> | undefined {
  // A question is only ever handed to the kind of its own type, which the compiler cannot follow through a look-up.
  return Object.hasOwn(KINDS, type) ? (KINDS[type as QuestionType] as unknown as QuestionKind<Question, AnswerValue>) : undefined;
}

/** What is wrong with a definition, which may be any JSON; without a fault it is a `Question`. */
export function questionFaults(definition: unknown, pointer: string): QuestionFault[] {
  const malformed = malformedMember(definition);
  if (malformed !== undefined) return [{ pointer: `${pointer}${malformed}`, code: 'malformed' }];
  const { type, label, ...rest } = definition as Question & QuestionParts;
  const { options, views, min, max } = rest;
  const kind = kindOf(type);
  const faults = [...noWords(label, `${pointer}/label`), ...(kind?.faults(rest, pointer) ?? [])];
  if (options && !kind?.parts.options) faults.push({ pointer: `${pointer}/options`, code: 'optionsElsewhere' });
  if (views && !kind?.parts.views) faults.push({ pointer: `${pointer}/views`, code: 'viewsElsewhere' });
  // A type without bounds may stand beside any JSON in their place.
  if (typeof min === 'number' && typeof max === 'number' && min >= max) faults.push({ pointer: `${pointer}/max`, code: 'minOverMax' });
  return faults;
}

/** The pointer to what cannot be read of a definition at all; empty for all of it. */
function malformedMember(definition: unknown): string | undefined {
  if (typeof definition !== 'object' || definition === null) return '';
  const { type, key, label, help, required, ...parts } = definition as Readonly<Record<string, unknown>>;
  const kind = isText(type) ? kindOf(type) : undefined;
  if (!kind) return '/type';
  if (!isText(key)) return '/key';
  if (!isLocalText(label)) return '/label';
  if (help !== undefined && !isLocalText(help)) return '/help';
  if (required !== undefined && typeof required !== 'boolean') return '/required';
  const wrong = Object.entries(kind.parts).find(([part, rightly]) => parts[part] !== undefined && !rightly(parts[part]));
  return wrong && `/${wrong[0]}`;
}

/** Whether nothing was said: there is no such answer, whatever was asked. No and nought say something. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return QUESTION_TYPES.some((type) => {
    const kind = kindOf(type);
    return kind?.holds(value) && kind.canonical(value) === undefined;
  });
}

/** What is wrong with an answer, for whoever calls the API; undefined where nothing is. */
export function wrongAnswer(question: Question, value: unknown): string | undefined {
  const kind = kindOf(question.type);
  return kind ? kind.check(question, value) : 'Questions of this type cannot be answered here.';
}

/** An answer as it is stored, compared and hashed; undefined for what says nothing and for what is none to this question. */
export function canonicalAnswer(question: Question, value: unknown): AnswerValue | undefined {
  const kind = kindOf(question.type);
  return kind?.holds(value) ? kind.canonical(value) : undefined;
}

/** An answer in plain words, out of bounds or not; also that there is none. */
export function summaryOf(question: Question, value: AnswerValue | undefined, reader: Reader): string {
  if (value === undefined) return ANSWER_WORDS[reader.language].none;
  const kind = kindOf(question.type);
  if (kind?.holds(value)) return kind.summary(question, value, reader);
  return typeof value === 'object' ? '' : String(value);
}

/** False for what is said anew at every appointment: such an answer is taken over from the last only one by one. */
export function isCarriedForward({ type }: Question): boolean {
  return kindOf(type)?.carriedForward ?? false;
}

/** The question with another type, which keeps only what that type knows of. */
export function retyped<Q extends QuestionBase & { type: QuestionType }>(question: Q, type: QuestionType): Q {
  const { options, min, max, unit, views, ...kept } = question as Q & QuestionParts;
  return { ...kept, type, ...kindOf(type)?.begun({ options, min, max, unit, views } as QuestionParts) } as unknown as Q;
}
