import type { Language, LocalText } from '../locales.js';
import type { BodyView } from './body/body-chart.js';

/** What every question has, whatever its type. */
export interface QuestionBase {
  /** Unique in its section; answers refer to it. */
  key: string;
  label: LocalText;
  help?: LocalText;
  /** What it is asked for is not done without it: a note is not signed. */
  required?: boolean;
}

export interface QuestionOption {
  value: string;
  label: LocalText;
}

/** What only some types know of, under the name that it has in all of them. */
export interface QuestionParts {
  options?: QuestionOption[];
  /** Both ends included. */
  min?: number;
  max?: number;
  /** E.g. `°`, `mmHg`. */
  unit?: string;
  /** What can be drawn on. */
  views?: BodyView[];
}

export type QuestionFaultCode =
  | 'malformed'
  | 'noWords'
  | 'badKey'
  | 'sameKey'
  | 'noOptions'
  | 'sameValue'
  | 'optionsElsewhere'
  | 'viewsElsewhere'
  | 'scaleEnds'
  | 'minOverMax';

export interface QuestionFault {
  /** JSON pointer. */
  pointer: string;
  code: QuestionFaultCode;
}

/** Who a summary is written for. */
export interface Reader {
  language: Language;
  /** A day, `YYYY-MM-DD`, as they read it: `formatDate` of the calendar. */
  day: (date: string) => string;
}

/** All that is decided about a type of question; how it is drawn is said in `apps/web/src/ui/questionnaire`. */
export interface QuestionKind<Q extends QuestionBase & { type: string }, V> {
  readonly type: Q['type'];
  /** The parts of a definition that it reads, each with what tells whether it has the right shape. */
  readonly parts: { readonly [P in keyof QuestionParts]?: (value: unknown) => boolean };
  /** False where it is said anew at every appointment, so that an answer is taken over only one by one. */
  readonly carriedForward: boolean;
  /** What is wrong with the parts of a definition, which have the right shape. */
  readonly faults: (parts: QuestionParts, pointer: string) => QuestionFault[];
  /** What a definition of another type keeps, or begins with, where it becomes one of this. */
  readonly begun: (former: QuestionParts) => Omit<Q, keyof QuestionBase | 'type'>;
  /** Whether a value is an answer of this type at all, within its bounds or not. */
  readonly holds: (value: unknown) => value is V;
  /** What is wrong with an answer, for whoever calls the API; undefined where nothing is. */
  readonly check: (question: Q, value: unknown) => string | undefined;
  /**
   * The answer as it is stored, compared and hashed; undefined where it says nothing, for then there is none. What was
   * signed is hashed over this, so it may never become another for an answer that was given before.
   */
  readonly canonical: (value: V) => V | undefined;
  /** In plain words, for a list, a copy and a print. */
  readonly summary: (question: Q, value: V, reader: Reader) => string;
}
