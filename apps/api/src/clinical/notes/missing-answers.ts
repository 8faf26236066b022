import type { AnsweredSection, TemplateSection } from '@keel/contracts';
import type { FieldFault } from '../../platform/index.js';

/** Required questions without an answer: a draft may have them, a signed note may not. */
export function missingAnswers(template: readonly TemplateSection[], sections: readonly AnsweredSection[]): FieldFault[] {
  return template.flatMap(({ key, questions }) => {
    const answered = new Set(sections.find((section) => section.key === key)?.answers.map((answer) => answer.key));
    return questions
      .filter((question) => question.required && !answered.has(question.key))
      .map((question) => ({ pointer: `/sections/${key}/${question.key}`, detail: 'This must be answered before the note is signed.' }));
  });
}
