import { EARLIEST_DAY, isKeptDay, LATEST_DAY } from '@keel/calendar';
import { type Answer, type AnsweredSection, type AnswerValue, BODY_REGIONS, type Question, type TemplateSection } from '@keel/contracts';
import type { FieldFault } from '../../platform/index.js';
import { isBlankChart, wrongBodyChart } from './body-chart-answer.js';

/** Answers as a client sends them: of any type, `null` for "not answered". */
export interface GivenSection {
  key: string;
  answers: { key: string; value?: unknown }[];
}

export const MAX_ANSWER_CHARACTERS = 100_000;
const MAX_LINE_CHARACTERS = 1_000;
const MAX_CHOICES = 100;

export interface CheckedAnswers {
  /** In the order of the template, without what was left empty. */
  sections: AnsweredSection[];
  faults: FieldFault[];
}

/** Checks answers against the questions they answer. Nothing is trimmed or changed: what was typed is what is kept. */
export function checkAnswers(template: readonly TemplateSection[], given: readonly GivenSection[]): CheckedAnswers {
  const faults: FieldFault[] = [];
  const found = new Map<string, Map<string, AnswerValue>>();
  for (const [at, one] of given.entries()) {
    const section = template.find(({ key }) => key === one.key);
    if (!section) {
      faults.push({ pointer: `/sections/${at}/key`, detail: `There is no such section; this template has ${listed(template)}.` });
      continue;
    }
    if (found.has(one.key)) faults.push({ pointer: `/sections/${at}/key`, detail: 'This section is here twice; send each once.' });
    found.set(one.key, checkSection(section, one, `/sections/${at}`, faults));
  }
  return { sections: inOrder(template, found), faults };
}

function checkSection(section: TemplateSection, given: GivenSection, pointer: string, faults: FieldFault[]): Map<string, AnswerValue> {
  const answers = new Map<string, AnswerValue>();
  for (const [at, { key, value }] of given.answers.entries()) {
    const question = section.questions.find((one) => one.key === key);
    const fault = (part: string, detail: string) => faults.push({ pointer: `${pointer}/answers/${at}/${part}`, detail });
    if (!question) {
      fault('key', `There is no such question; this section has ${listed(section.questions)}.`);
      continue;
    }
    if (answers.has(key)) fault('key', 'This question is answered twice; send one answer.');
    if (isEmpty(value)) continue;
    const wrong = wrongAnswer(question, value);
    if (wrong) fault('value', wrong);
    else answers.set(key, value as AnswerValue);
  }
  return answers;
}

/** What is wrong with an answer, or undefined where nothing is. */
export function wrongAnswer(question: Question, value: unknown): string | undefined {
  switch (question.type) {
    case 'text':
    case 'long_text':
      return wrongText(value, question.type === 'text' ? MAX_LINE_CHARACTERS : MAX_ANSWER_CHARACTERS);
    case 'number':
    case 'scale':
      return wrongNumber(question, value);
    case 'checkbox':
      return typeof value === 'boolean' ? undefined : 'Send true or false.';
    case 'date':
      return isKeptDay(value) ? undefined : `Send a day of the calendar as YYYY-MM-DD, from ${EARLIEST_DAY} to ${LATEST_DAY}.`;
    case 'choice':
      return typeof value === 'string' && valuesOf(question).includes(value) ? undefined : `Send one of ${valuesOf(question).join(', ')}.`;
    case 'multi_choice':
      return wrongList(value, valuesOf(question));
    case 'body_region':
      return wrongList(value, BODY_REGIONS);
    case 'body_chart':
      return wrongBodyChart(question, value);
  }
}

function wrongText(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string') return 'Send text.';
  return value.length > most ? `This is ${value.length} characters long; at most ${most} fit here.` : undefined;
}

function wrongNumber({ type, min, max }: Question, value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'Send a number.';
  if (type === 'scale' && !Number.isInteger(value)) return 'Send a whole number.';
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
    return `Send a number from ${min ?? 'any'} to ${max ?? 'any'}.`;
  }
  return undefined;
}

function wrongList(value: unknown, known: readonly string[]): string | undefined {
  if (!Array.isArray(value)) return 'Send a list of texts.';
  if (value.length > MAX_CHOICES || new Set(value).size !== value.length) return 'Send each choice once.';
  const strange: unknown = value.find((one) => typeof one !== 'string' || !known.includes(one));
  return strange === undefined ? undefined : `Send a list of ${known.slice(0, 60).join(', ')}.`;
}

function valuesOf(question: Question): string[] {
  return (question.options ?? []).map(({ value }) => value);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && (Array.isArray(value) ? value.length === 0 : isBlankChart(value));
}

function inOrder(template: readonly TemplateSection[], found: Map<string, Map<string, AnswerValue>>): AnsweredSection[] {
  return template.flatMap(({ key, questions }) => {
    const values = found.get(key);
    const answers = questions.flatMap((question): Answer[] => {
      const value = values?.get(question.key);
      return value === undefined ? [] : [{ key: question.key, value }];
    });
    return answers.length > 0 ? [{ key, answers }] : [];
  });
}

/** An autosave of some fields on top of the draft: what it names replaces, `null` empties, the rest stays. */
export function mergeAnswers(draft: readonly AnsweredSection[], change: readonly GivenSection[]): GivenSection[] {
  const merged = new Map<string, Map<string, unknown>>();
  for (const { key, answers } of [...draft, ...change]) {
    const values = merged.get(key) ?? new Map<string, unknown>();
    for (const answer of answers) values.set(answer.key, 'value' in answer ? answer.value : null);
    merged.set(key, values);
  }
  return [...merged].map(([key, values]) => ({ key, answers: [...values].map(([question, value]) => ({ key: question, value })) }));
}

/** Required questions without an answer: a draft may have them, a signed note may not. */
export function missingAnswers(template: readonly TemplateSection[], sections: readonly AnsweredSection[]): FieldFault[] {
  return template.flatMap(({ key, questions }) => {
    const answered = new Set(sections.find((section) => section.key === key)?.answers.map((answer) => answer.key));
    return questions
      .filter((question) => question.required && !answered.has(question.key))
      .map((question) => ({ pointer: `/sections/${key}/${question.key}`, detail: 'This must be answered before the note is signed.' }));
  });
}

function listed(things: readonly { key: string }[]): string {
  return things.map(({ key }) => key).join(', ');
}
