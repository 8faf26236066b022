import { createHash } from 'node:crypto';
import { checkAnswers, LANGUAGES, type LocalText, PROFESSIONS, QUESTION_TYPES } from '@keel/contracts';
import { BUILT_IN_TEMPLATES, builtInId, builtInVersion } from './built-in/index.js';
import { templateFaults } from './check-template.js';

describe('the templates that come with Keel', () => {
  // Signed notes show their questions from these: whoever words one better adds a version, and its line here.
  it.each([
    ['soap', 1, '9e7dd6d3c81976a7'],
    ['physiotherapy', 1, 'b697c69c38a71e52'],
    ['physiotherapy', 2, '3b920e3964ed7ec9'],
    ['massage_therapy', 1, 'df1ebab9cdf716cf'],
    ['massage_therapy', 2, '33f959eff0a09e16'],
    ['foot_care', 1, 'c3686818a1cfdb55'],
    ['foot_care', 2, '3e0bffb668be5272'],
    ['foot_care', 3, '0c426302af656d6c'],
    ['occupational_therapy', 1, 'bf730fab7abb4582'],
    ['counselling', 1, '28d9134396c5477f'],
  ])('%s %i says to the letter what was released', (builtIn, version, digest) => {
    const { sections } = builtInVersion(builtIn, version) ?? {};
    expect(createHash('sha256').update(JSON.stringify(sections)).digest('hex').slice(0, 16)).toBe(digest);
  });

  it('are SOAP and one for each profession', () => {
    expect(BUILT_IN_TEMPLATES.map(({ profession }) => profession)).toEqual(expect.arrayContaining([null, ...PROFESSIONS]));
    expect(BUILT_IN_TEMPLATES).toHaveLength(1 + PROFESSIONS.length);
  });

  it('are sound, and speak every language throughout', () => {
    for (const { sections, name } of BUILT_IN_TEMPLATES) {
      expect(templateFaults(sections)).toEqual([]);
      const words: LocalText[] = [
        name,
        ...sections.flatMap((section) => [
          section.title,
          ...section.questions.flatMap((question) => [
            question.label,
            ...(question.help ? [question.help] : []),
            ...('options' in question ? question.options : []).map((one) => one.label),
          ]),
        ]),
      ];
      for (const word of words) for (const locale of LANGUAGES) expect(word[locale]?.trim()).toBeTruthy();
    }
  });

  it('take plain SOAP, each part under the key of its section', () => {
    const soap = ['subjective', 'objective', 'assessment', 'plan'].map((key) => ({ key, answers: [{ key, value: 'as usual' }] }));
    for (const { sections } of BUILT_IN_TEMPLATES) expect(checkAnswers(sections, soap)).toEqual({ sections: soap, faults: [] });
  });

  it('use every type of question somewhere', () => {
    const used = new Set(
      BUILT_IN_TEMPLATES.flatMap(({ sections }) => sections.flatMap(({ questions }) => questions.map(({ type }) => type))),
    );
    expect([...used].sort()).toEqual([...QUESTION_TYPES].sort());
  });

  it('ask for a drawing from their second version on; the first is as it was signed', () => {
    for (const [name, key] of [
      ['physiotherapy', 'body_chart'],
      ['massage_therapy', 'body_chart'],
      ['foot_care', 'foot_chart'],
    ] as const) {
      const asks = (version: number) =>
        builtInVersion(name, version)?.sections.flatMap(({ questions }) =>
          questions.filter((one) => one.type === 'body_chart').map((one) => one.key),
        );
      const newest = BUILT_IN_TEMPLATES.find(({ builtIn }) => builtIn === name)?.version ?? 0;
      expect([asks(1), asks(2), asks(newest), asks(newest + 1)]).toEqual([[], [key], [key], undefined]);
    }
  });

  it('measure in symbols that every language shares; a word belongs into the question', () => {
    const units = BUILT_IN_TEMPLATES.flatMap(({ sections }) =>
      sections.flatMap(({ questions }) => questions.flatMap((question) => ('unit' in question && question.unit ? [question.unit] : []))),
    );
    expect([...new Set(units)].filter((unit) => !['%', 's', 'min', '°', 'kg', 'cm'].includes(unit))).toEqual([]);
    expect(units.length).toBeGreaterThan(0);
  });

  it('have an id that is one clinic’s alone', () => {
    const a = '018f0000-0000-7000-8000-00000000000a';
    const b = '018f0000-0000-7000-8000-00000000000b';
    expect(builtInId(a, 'soap')).toBe(builtInId(a, 'soap'));
    expect(builtInId(a, 'soap')).not.toBe(builtInId(b, 'soap'));
    expect(builtInId(a, 'soap')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(builtInVersion('soap', 1)?.sections).toHaveLength(4);
  });
});

describe('a template of a clinic', () => {
  const question = { key: 'q', type: 'text' as const, label: { fr: 'Où ?' } };
  const section = { key: 's', title: { en: 'S' }, questions: [question] };

  it('may speak one language', () => {
    expect(templateFaults([section])).toEqual([]);
  });

  it('is refused with the place of each fault', () => {
    const pointers = templateFaults([
      { key: 's', title: {}, questions: [question, question, { ...question, key: 'Bad Key' }] },
      {
        key: 's',
        title: { en: ' ' },
        questions: [
          { ...question, type: 'choice' },
          { key: 'x', type: 'scale', label: { en: 'X' }, min: 5, max: 5.5 },
        ],
      },
      {
        key: 't',
        title: { en: 'T' },
        questions: [
          { ...question, options: [] },
          { key: 'n', type: 'number', label: { en: 'N' }, min: 2, max: 1 },
        ],
      },
    ]).map(({ pointer }) => pointer);
    expect(pointers).toEqual([
      '/sections/1/key',
      '/sections/0/title',
      '/sections/0/questions/1/key',
      '/sections/0/questions/2/key',
      '/sections/1/title',
      '/sections/1/questions/0/options',
      '/sections/1/questions/1/min',
      '/sections/2/questions/0/options',
      '/sections/2/questions/1/max',
    ]);
  });
});
