import type { LocalText } from '../locales.js';
import { noWords } from './labels.js';
import type { QuestionBase, QuestionFault, QuestionParts } from './question-kind.js';
import { type AnswerValue, canonicalAnswer, isBlank, type Question, questionFaults, type QuestionType, wrongAnswer } from './questions.js';

export interface TemplateSection {
  key: string;
  title: LocalText;
  questions: Question[];
}

export interface Answer {
  key: string;
  value: AnswerValue;
}

export interface AnsweredSection {
  key: string;
  answers: Answer[];
}

/** A question that may still be one that no type takes. */
type UncheckedQuestion = QuestionBase & QuestionParts & { type: QuestionType };

export interface UncheckedSection extends Omit<TemplateSection, 'questions'> {
  questions: readonly UncheckedQuestion[];
}

/** Answers as they are sent: of any type, `null` for "not answered". */
export interface GivenSection {
  key: string;
  answers: { key: string; value?: unknown }[];
}

export interface AnswerFault {
  /** JSON pointer into what was sent. */
  pointer: string;
  /** For whoever calls the API. */
  detail: string;
}

export interface CheckedAnswers {
  /** In the order of the template, without what was left empty. */
  sections: AnsweredSection[];
  faults: AnswerFault[];
}

const KEY = /^[a-z0-9][a-z0-9_]{0,59}$/;

/** What is wrong with sections of questions, by JSON pointer; without a fault they are `TemplateSection`s. */
export function sectionFaults(sections: readonly UncheckedSection[]): QuestionFault[] {
  return [
    ...keyFaults(sections, '/sections'),
    ...sections.flatMap(({ title, questions }, at) => [
      ...noWords(title, `/sections/${at}/title`),
      ...keyFaults(questions, `/sections/${at}/questions`),
      ...questions.flatMap((question, index) => questionFaults(question, `/sections/${at}/questions/${index}`)),
    ]),
  ];
}

function keyFaults(things: readonly { key: string }[], pointer: string): QuestionFault[] {
  return things.flatMap(({ key }, at): QuestionFault[] => {
    if (!KEY.test(key)) return [{ pointer: `${pointer}/${at}/key`, code: 'badKey' }];
    return things.findIndex((one) => one.key === key) === at ? [] : [{ pointer: `${pointer}/${at}/key`, code: 'sameKey' }];
  });
}

/** Checks answers against the questions they answer. Nothing is trimmed or changed: what was typed is what is kept. */
export function checkAnswers(template: readonly TemplateSection[], given: readonly GivenSection[]): CheckedAnswers {
  const faults: AnswerFault[] = [];
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

function checkSection(section: TemplateSection, given: GivenSection, pointer: string, faults: AnswerFault[]): Map<string, AnswerValue> {
  const answers = new Map<string, AnswerValue>();
  for (const [at, { key, value }] of given.answers.entries()) {
    const question = section.questions.find((one) => one.key === key);
    const fault = (part: string, detail: string) => faults.push({ pointer: `${pointer}/answers/${at}/${part}`, detail });
    if (!question) {
      fault('key', `There is no such question; this section has ${listed(section.questions)}.`);
      continue;
    }
    if (answers.has(key)) fault('key', 'This question is answered twice; send one answer.');
    if (isBlank(value)) continue;
    const wrong = wrongAnswer(question, value);
    const kept = wrong === undefined ? canonicalAnswer(question, value) : undefined;
    if (wrong !== undefined) fault('value', wrong);
    else if (kept !== undefined) answers.set(key, kept);
  }
  return answers;
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

function listed(things: readonly { key: string }[]): string {
  return things.map(({ key }) => key).join(', ');
}
