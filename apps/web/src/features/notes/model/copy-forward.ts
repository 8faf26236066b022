import { type AnswerValue, isBlank, isCarriedForward, type Question, type TemplateSection, wrongAnswer } from '@keel/contracts';
import { type Answers, type FieldKey, questionsOf } from './answers.js';

/** The answer could stand under this question, which may be of a later version of the template or of another one. */
export function fits(question: Question, value: AnswerValue): boolean {
  // One line shows no second one, although the API would take it.
  const broken = question.type === 'text' && typeof value === 'string' && value.includes('\n');
  return !broken && wrongAnswer(question, value) === undefined;
}

/** What the last note would fill in where nothing is said yet: of one section, or of the whole note. Nothing typed is replaced. */
export function copyForward(template: readonly TemplateSection[], now: Answers, last: Answers, section?: string): Answers {
  const copied = questionsOf(template).flatMap(({ key, question, section: { key: of } }): [FieldKey, AnswerValue][] => {
    const value = last[key];
    const wanted = (section === undefined || of === section) && isCarriedForward(question);
    return wanted && value !== undefined && isBlank(now[key]) && fits(question, value) ? [[key, value]] : [];
  });
  return Object.fromEntries(copied);
}

/** One answer of the last note: added under a text that is there, in place of anything else. */
export function copyOne(question: Question, now: AnswerValue | undefined, last: AnswerValue): AnswerValue {
  if (question.type !== 'long_text' || typeof now !== 'string' || typeof last !== 'string' || now === '') return last;
  return now.includes(last) ? now : `${now}\n${last}`;
}
