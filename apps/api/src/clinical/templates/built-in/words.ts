import type { BodyView, LocalText, Question, QuestionOption, TemplateSection } from '@keel/contracts';

/** Short makers of questions, so that a template reads like the form it is. Labels are English, then French. */
type Words = readonly [en: string, fr: string];

const local = ([en, fr]: Words): LocalText => ({ en, fr });

export const section = (key: string, title: Words, ...questions: Question[]): TemplateSection => ({ key, title: local(title), questions });

export const text = (key: string, label: Words): Question => ({ key, type: 'text', label: local(label) });

export const longText = (key: string, label: Words, help?: Words): Question => ({
  key,
  type: 'long_text',
  label: local(label),
  ...(help ? { help: local(help) } : {}),
});

export const number = (key: string, label: Words, range: { min: number; max: number; unit?: string }): Question => ({
  key,
  type: 'number',
  label: local(label),
  ...range,
});

/** Zero to ten unless told otherwise. */
export const scale = (key: string, label: Words, min = 0, max = 10): Question => ({ key, type: 'scale', label: local(label), min, max });

export const checkbox = (key: string, label: Words): Question => ({ key, type: 'checkbox', label: local(label) });

export const date = (key: string, label: Words): Question => ({ key, type: 'date', label: local(label) });

export const bodyRegion = (key: string, label: Words): Question => ({ key, type: 'body_region', label: local(label) });

export const bodyChart = (key: string, label: Words, views?: BodyView[]): Question => ({
  key,
  type: 'body_chart',
  label: local(label),
  ...(views ? { views } : {}),
});

/** The next version of a template: `question` asked right after the one with this key. */
export const askedAfter = (sections: readonly TemplateSection[], key: string, question: Question): TemplateSection[] =>
  sections.map((one) => {
    const at = one.questions.findIndex((other) => other.key === key);
    return at < 0 ? one : { ...one, questions: one.questions.toSpliced(at + 1, 0, question) };
  });

/** The next version of a template: `question` in the place of the one with its key. */
export const askedAnew = (sections: readonly TemplateSection[], question: Question): TemplateSection[] =>
  sections.map((one) => ({ ...one, questions: one.questions.map((other) => (other.key === question.key ? question : other)) }));

type Options = Readonly<Record<string, Words>>;

const options = (words: Options): QuestionOption[] => Object.entries(words).map(([value, label]) => ({ value, label: local(label) }));

export const choice = (key: string, label: Words, words: Options): Question => ({
  key,
  type: 'choice',
  label: local(label),
  options: options(words),
});

export const multiChoice = (key: string, label: Words, words: Options): Question => ({
  key,
  type: 'multi_choice',
  label: local(label),
  options: options(words),
});

/** Every template keeps a narrative of each SOAP part under the same key, so that plain SOAP fits into all of them. */
export const SOAP: Readonly<Record<'subjective' | 'objective' | 'assessment' | 'plan', { title: Words; narrative: Question }>> = {
  subjective: {
    title: ['Subjective', 'Subjectif'],
    narrative: longText('subjective', ['What the patient reports', 'Ce que rapporte la personne']),
  },
  objective: {
    title: ['Objective', 'Objectif'],
    narrative: longText('objective', ['What was observed and measured', 'Ce qui a été observé et mesuré']),
  },
  assessment: {
    title: ['Assessment', 'Analyse'],
    narrative: longText('assessment', ['Clinical impression and progress', 'Impression clinique et évolution']),
  },
  plan: {
    title: ['Plan', 'Plan'],
    narrative: longText('plan', ['Treatment, advice and next steps', 'Traitement, conseils et suite']),
  },
};

export const soapSection = (key: keyof typeof SOAP, ...questions: Question[]): TemplateSection =>
  section(key, SOAP[key].title, SOAP[key].narrative, ...questions);

export const CONSENT = checkbox('consent_confirmed', [
  'Informed consent to assessment and treatment confirmed today',
  'Consentement éclairé à l’évaluation et au traitement confirmé aujourd’hui',
]);
