import { isBlank, type TemplateSection } from '@keel/contracts';
import { changeOf, missingQuestions, sameAnswer, toAnswers, withAnswer } from './answers.js';

const MARKER = { view: 'front', x: 0.5, y: 0.1, kind: 'pain' } as const;
const SECTIONS: TemplateSection[] = [
  {
    key: 's',
    title: { en: 'S' },
    questions: [
      { key: 'why', type: 'text', label: { en: 'Why' }, required: true },
      { key: 'consent', type: 'checkbox', label: { en: 'Consent' }, required: true },
      { key: 'more', type: 'long_text', label: { en: 'More' } },
    ],
  },
];

describe('answers', () => {
  it('are found by their place', () => {
    const sections = [{ key: 's', answers: [{ key: 'why', value: 'Knee' }] }];
    expect(toAnswers(sections)).toEqual({ 's.why': 'Knee' });
  });

  it('that say nothing are taken out; no and nought say something', () => {
    expect(withAnswer({ 's.why': 'Knee' }, 's.why', '')).toEqual({});
    expect(withAnswer({}, 's.consent', false)).toEqual({ 's.consent': false });
    expect([0, false, ' ', ['neck'], { strokes: [], markers: [MARKER] }].map(isBlank)).toEqual([false, false, false, false, false]);
    expect(['', [], null, undefined, { strokes: [], markers: [] }].map(isBlank)).toEqual([true, true, true, true, true]);
  });

  it('are the same drawing however the database orders its members', () => {
    const turned = { markers: [{ kind: 'pain', y: 0.1, x: 0.5, view: 'front' } as const], strokes: [] };
    expect(sameAnswer({ strokes: [], markers: [MARKER] }, turned)).toBe(true);
    expect(sameAnswer({ strokes: [], markers: [{ ...MARKER, x: 0.6 }] }, turned)).toBe(false);
    expect(sameAnswer(['neck', 'head'], ['head', 'neck'])).toBe(false);
  });

  it('make the smallest change: what is new or other, and null for what is gone', () => {
    const before = { 's.why': 'Knee', 's.more': 'Long', 'p.plan': 'Rest' } as const;
    const after = { 's.why': 'Knee', 's.consent': true, 'p.plan': 'Ice' } as const;
    expect(changeOf(before, after)).toEqual([
      {
        key: 's',
        answers: [
          { key: 'more', value: null },
          { key: 'consent', value: true },
        ],
      },
      { key: 'p', answers: [{ key: 'plan', value: 'Ice' }] },
    ]);
    expect(changeOf(after, after)).toEqual([]);
  });

  it('that are missing hold up the signature; an answer of no does not', () => {
    expect(missingQuestions(SECTIONS, {}).map(({ key }) => key)).toEqual(['s.why', 's.consent']);
    expect(missingQuestions(SECTIONS, { 's.why': 'Knee', 's.consent': false })).toEqual([]);
  });
});
