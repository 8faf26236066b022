import { QUESTION_TYPES, sectionFaults, type TemplateSection } from '@keel/contracts';
import fc from 'fast-check';
import { changeDraft, type Draft, type DraftAction, draftOf, toSections } from './questionnaire-draft.js';

const plan: TemplateSection[] = [
  { key: 'plan', title: { en: 'Plan' }, questions: [{ key: 'plan', type: 'long_text', label: { en: 'Plan' } }] },
  { key: 'pain', title: { fr: 'Douleur' }, questions: [{ key: 'scale', type: 'scale', label: { en: 'Pain' }, min: 0, max: 10 }] },
];
const start = () => draftOf(plan);
const first = (draft: Draft) => draft.sections[0]!;

describe('a template of notes as it is edited', () => {
  it('is what it was where nothing was changed', () => expect(toSections(start())).toEqual(plan));

  it('gives what is new a key made of its words, and leaves the others alone', () => {
    const { id } = first(start());
    let draft = changeDraft(start(), { do: 'addQuestion', section: id });
    const question = first(draft).questions.at(-1)!;
    draft = changeDraft(draft, {
      do: 'changeQuestion',
      section: id,
      question: question.id,
      part: { label: { fr: 'Évolution – à domicile' } },
    });
    draft = changeDraft(draft, {
      do: 'changeQuestion',
      section: id,
      question: first(draft).questions[0]!.id,
      part: { label: { en: 'New words' } },
    });
    expect(toSections(draft)[0]?.questions.map(({ key }) => key)).toEqual(['plan', 'evolution_a_domicile']);
    const again = changeDraft(draft, { do: 'addQuestion', section: id });
    const twin = changeDraft(again, {
      do: 'changeQuestion',
      section: id,
      question: first(again).questions.at(-1)!.id,
      part: { label: { en: 'Plan' } },
    });
    expect(toSections(twin)[0]?.questions.at(-1)?.key).toBe('plan_2');
  });

  it('moves within its bounds and takes away', () => {
    const draft = changeDraft(start(), { do: 'moveSection', section: start().sections[1]!.id, by: -1 });
    expect(draft.sections.map(({ key }) => key)).toEqual(['pain', 'plan']);
    expect(changeDraft(draft, { do: 'moveSection', section: draft.sections[0]!.id, by: -1 })).toEqual(draft);
    expect(changeDraft(draft, { do: 'removeSection', section: draft.sections[0]!.id }).sections).toHaveLength(1);
  });

  it('keeps of a question only what its new type knows of, so that no type is refused for what another left', () => {
    const type = fc.constantFrom(...QUESTION_TYPES);
    fc.assert(
      fc.property(fc.array(type, { minLength: 1, maxLength: 8 }), (types) => {
        const change = (draft: Draft, part: DraftAction & { do: 'changeQuestion' }) => changeDraft(draft, part);
        let draft = start();
        for (const one of types) {
          const section = first(draft);
          draft = change(draft, { do: 'changeQuestion', section: section.id, question: section.questions[0]!.id, part: { type: one } });
        }
        const codes = sectionFaults(toSections(draft)).map(({ code }) => code);
        // Only the words of a new option are still missing.
        expect(codes.filter((code) => code !== 'noWords')).toEqual([]);
      }),
    );
  });
});
