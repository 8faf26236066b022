import type { TemplateSection } from '@keel/contracts';
import { BUILT_IN_TEMPLATES } from '../templates/built-in/index.js';
import { fittingTemplate } from './template-choice.js';

const soap = BUILT_IN_TEMPLATES.filter(({ profession }) => profession === null);
const physio = BUILT_IN_TEMPLATES.filter(({ profession }) => profession === 'physiotherapist');
const given = (section: string, key: string, value: unknown) => [{ key: section, answers: [{ key, value }] }];

describe('a note that names no template', () => {
  it('takes the profession’s, for its own questions and for plain SOAP alike', () => {
    for (const answers of [[], given('subjective', 'pain_now', 4), given('plan', 'plan', 'rest')]) {
      expect(fittingTemplate([...physio, ...soap], answers)).toMatchObject({ template: { builtIn: 'physiotherapy' } });
    }
  });

  it('takes plain SOAP where the clinic’s own template does not know it', () => {
    const sections: TemplateSection[] = [{ key: 'body', title: { en: 'B' }, questions: [{ key: 'q', type: 'text', label: { en: 'Q' } }] }];
    const own = { builtIn: 'edited', sections };
    expect(fittingTemplate([own, ...soap], given('subjective', 'subjective', 'sore'))).toMatchObject({ template: { builtIn: 'soap' } });
    expect(fittingTemplate([own, ...soap], given('body', 'q', 'sore'))).toMatchObject({ template: { builtIn: 'edited' } });
  });

  it('is told what is wrong by the profession’s template', () => {
    const result = fittingTemplate([...physio, ...soap], given('subjective', 'pain_now', 11));
    expect(result).toEqual({ faults: [{ pointer: '/sections/0/answers/0/value', detail: 'Send a number from 0 to 10.' }] });
  });
});
