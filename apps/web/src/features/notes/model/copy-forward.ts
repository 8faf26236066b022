import { type AnswerValue, BODY_REGIONS, type BodyChart, type Question, type TemplateSection, WHOLE_BODY } from '@keel/contracts';
import { type Answers, type FieldKey, isBlank, questionsOf } from './answers.js';

/**
 * What is ticked or rated is said anew at every appointment: consent is given today, and a pain of last week is not today's. Such an
 * answer is taken over only one by one.
 */
const ASKED_ANEW: ReadonlySet<Question['type']> = new Set(['checkbox', 'scale']);

/** The answer could stand under this question, which may be of a later version of the template or of another one. */
export function fits(
  { type, options = [], min = -Infinity, max = Infinity, views = [...WHOLE_BODY] }: Question,
  value: AnswerValue,
): boolean {
  const known = (values: readonly string[]) => Array.isArray(value) && value.every((one) => values.includes(one));
  switch (type) {
    case 'text':
      return typeof value === 'string' && !value.includes('\n') && value.length <= 1000;
    case 'long_text':
      return typeof value === 'string';
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    case 'number':
    case 'scale':
      return typeof value === 'number' && value >= min && value <= max && (type === 'number' || Number.isInteger(value));
    case 'checkbox':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && options.some((one) => one.value === value);
    case 'multi_choice':
      return known(options.map((one) => one.value));
    case 'body_region':
      return known(BODY_REGIONS);
    case 'body_chart':
      return isChart(value) && [...value.strokes, ...value.markers].every(({ view }) => views.includes(view));
  }
}

function isChart(value: AnswerValue): value is BodyChart {
  return typeof value === 'object' && !Array.isArray(value);
}

/** What the last note would fill in where nothing is said yet: of one section, or of the whole note. Nothing typed is replaced. */
export function copyForward(template: readonly TemplateSection[], now: Answers, last: Answers, section?: string): Answers {
  const copied = questionsOf(template).flatMap(({ key, question, section: { key: of } }): [FieldKey, AnswerValue][] => {
    const value = last[key];
    const wanted = (section === undefined || of === section) && !ASKED_ANEW.has(question.type);
    return wanted && value !== undefined && isBlank(now[key]) && fits(question, value) ? [[key, value]] : [];
  });
  return Object.fromEntries(copied);
}

/** One answer of the last note: added under a text that is there, in place of anything else. */
export function copyOne(question: Question, now: AnswerValue | undefined, last: AnswerValue): AnswerValue {
  if (question.type !== 'long_text' || typeof now !== 'string' || typeof last !== 'string' || now === '') return last;
  return now.includes(last) ? now : `${now}\n${last}`;
}
