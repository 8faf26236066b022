import type { BodyChart, BodyView } from './body-chart.js';
import type { Locale } from './types.js';

/** How a question of a note is asked and what its answer looks like in JSON. */
export const QUESTION_TYPES = [
  'text',
  'long_text',
  'number',
  'scale',
  'choice',
  'multi_choice',
  'checkbox',
  'date',
  'body_region',
  'body_chart',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Words in the languages of Keel; a clinic may write its own in one of them only. */
export type LocalText = Partial<Record<Locale, string>>;

export interface QuestionOption {
  value: string;
  label: LocalText;
}

export interface Question {
  /** Unique in its section; answers refer to it. */
  key: string;
  type: QuestionType;
  label: LocalText;
  help?: LocalText;
  /** A note cannot be signed without it. */
  required?: boolean;
  /** For `choice` and `multi_choice`. */
  options?: QuestionOption[];
  /** For `number` and `scale`, both ends included; a scale needs both. */
  min?: number;
  max?: number;
  /** For `number`, e.g. `°`, `mmHg`. */
  unit?: string;
  /** For `body_chart`: what can be drawn on; the whole body from four sides unless named. */
  views?: BodyView[];
}

export interface TemplateSection {
  key: string;
  title: LocalText;
  questions: Question[];
}

/**
 * An answer as JSON: text, choice and date are texts, number and scale numbers, checkbox a boolean, the many-valued ones lists
 * of texts, a body chart its drawing.
 */
export type AnswerValue = string | number | boolean | string[] | BodyChart;

export interface Answer {
  key: string;
  value: AnswerValue;
}

export interface AnsweredSection {
  key: string;
  answers: Answer[];
}

const MIDLINE = ['head', 'face', 'neck', 'thoracic_spine', 'lumbar_spine', 'sacrum', 'chest', 'abdomen', 'pelvis'] as const;
const PAIRED = [
  'jaw',
  'shoulder',
  'upper_arm',
  'elbow',
  'forearm',
  'wrist',
  'hand',
  'hip',
  'buttock',
  'thigh',
  'knee',
  'lower_leg',
  'ankle',
  'foot',
  'toes',
] as const;

/** A place of the body, e.g. `neck`, `shoulder.left`. */
export type BodyRegion = (typeof MIDLINE)[number] | `${(typeof PAIRED)[number]}.${'left' | 'right'}`;

/** Places of the body that a `body_region` answer may name. */
export const BODY_REGIONS: readonly BodyRegion[] = [
  ...MIDLINE,
  ...PAIRED.flatMap((part): BodyRegion[] => [`${part}.left`, `${part}.right`]),
];

/** What a phrase is called by after `/`: small letters of any language, digits, - and _. */
export const PHRASE_TRIGGER = /^[\p{Ll}\p{N}][\p{Ll}\p{N}_-]{0,29}$/u;
