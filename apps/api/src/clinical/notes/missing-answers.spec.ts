import type { AnsweredSection, Question, TemplateSection } from '@keel/contracts';
import { BUILT_IN_TEMPLATES } from '../templates/built-in/index.js';
import { missingAnswers } from './missing-answers.js';

const ask = (question: Question): TemplateSection => ({ key: 's', title: { en: 'S' }, questions: [question] });

describe('signing', () => {
  it('asks for the required answers, and in the templates of Keel there are none', () => {
    for (const { sections } of BUILT_IN_TEMPLATES) expect(missingAnswers(sections, [])).toEqual([]);
    const sections = [ask({ key: 'q', type: 'checkbox', label: { en: 'Q' }, required: true })];
    const said = (value: boolean): AnsweredSection[] => [{ key: 's', answers: [{ key: 'q', value }] }];
    expect(missingAnswers(sections, [])).toHaveLength(1);
    expect(missingAnswers(sections, said(false))).toEqual([]);
  });
});
