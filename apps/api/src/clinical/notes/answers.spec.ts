import {
  type AnsweredSection,
  BODY_REGIONS,
  MARKER_KINDS,
  type Question,
  QUESTION_TYPES,
  STROKE_COLOURS,
  STROKE_TOOLS,
  type TemplateSection,
  WHOLE_BODY,
} from '@keel/contracts';
import fc from 'fast-check';
import { BUILT_IN_TEMPLATES } from '../templates/built-in/index.js';
import { checkAnswers, type GivenSection, MAX_ANSWER_CHARACTERS, mergeAnswers, missingAnswers, wrongAnswer } from './answers.js';

/** Any right answer to a question. */
function answerTo(question: Question): fc.Arbitrary<unknown> {
  const values = (question.options ?? []).map(({ value }) => value);
  const span = { min: question.min ?? -1e6, max: question.max ?? 1e6 };
  switch (question.type) {
    case 'text':
    case 'long_text':
      return fc.string({ minLength: 1, maxLength: 1000, unit: 'grapheme' }).filter((text) => text.length <= 1000);
    case 'number':
      return fc.double({ ...span, noNaN: true });
    case 'scale':
      return fc.integer(span);
    case 'checkbox':
      return fc.boolean();
    case 'date':
      return fc
        .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10));
    case 'choice':
      return fc.constantFrom(...values);
    case 'multi_choice':
      return fc.subarray(values, { minLength: 1 });
    case 'body_region':
      return fc.subarray([...BODY_REGIONS], { minLength: 1 });
    case 'body_chart':
      return drawing(question).filter(({ strokes, markers }) => strokes.length + markers.length > 0);
  }
}

function drawing({ views = [...WHOLE_BODY] }: Question) {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  const view = fc.constantFrom(...views);
  const stroke = fc.record({
    view,
    tool: fc.constantFrom(...STROKE_TOOLS),
    colour: fc.constantFrom(...STROKE_COLOURS),
    width: fc.double({ min: 0.001, max: 0.1, noNaN: true }),
    points: fc.array(fc.tuple(unit, unit), { minLength: 1, maxLength: 20 }),
  });
  const marker = fc.record(
    { view, x: unit, y: unit, kind: fc.constantFrom(...MARKER_KINDS), label: fc.string({ maxLength: 40 }) },
    { requiredKeys: ['view', 'x', 'y', 'kind'] },
  );
  return fc.record({ strokes: fc.array(stroke, { maxLength: 4 }), markers: fc.array(marker, { maxLength: 4 }) });
}

const template = fc.constantFrom(...BUILT_IN_TEMPLATES).map(({ sections }) => sections);

/** A template with right answers to some of its questions, in any order. */
const answered = template.chain((sections) =>
  fc
    .tuple(
      ...sections.map((section) =>
        fc
          .shuffledSubarray(section.questions)
          .chain((questions) => fc.tuple(...questions.map((question) => answerTo(question).map((value) => ({ key: question.key, value })))))
          .map((answers) => ({ key: section.key, answers: answers as { key: string; value: unknown }[] })),
      ),
    )
    .map((given) => ({ sections, given: given as GivenSection[] })),
);

const flat = (sections: readonly GivenSection[]) =>
  new Map(sections.flatMap(({ key, answers }) => answers.map((answer): [string, unknown] => [`${key}.${answer.key}`, answer.value])));

describe('answers', () => {
  it('of the right kind are kept as they were typed, in the order of the template', () => {
    fc.assert(
      fc.property(answered, ({ sections, given }) => {
        const checked = checkAnswers(sections, given);
        expect(checked.faults).toEqual([]);
        expect(flat(checked.sections)).toEqual(flat(given));
        const order = sections.flatMap(({ key, questions }) => questions.map((question) => `${key}.${question.key}`));
        const kept = [...flat(checked.sections).keys()];
        expect(kept).toEqual(order.filter((key) => kept.includes(key)));
      }),
    );
  });

  it('checked a second time are the same', () => {
    fc.assert(
      fc.property(answered, ({ sections, given }) => {
        const once = checkAnswers(sections, given).sections;
        expect(checkAnswers(sections, once)).toEqual({ sections: once, faults: [] });
      }),
    );
  });

  it('of the wrong kind are each named by their place', () => {
    const wrong: Record<Question['type'], unknown[]> = {
      text: [1, true, {}, ['a'], 'x'.repeat(1001)],
      long_text: [1, {}, 'x'.repeat(MAX_ANSWER_CHARACTERS + 1)],
      number: ['7', true, 11, -1, {}],
      scale: ['7', 4.5, 11, -1],
      choice: ['c', 1, ['a']],
      multi_choice: ['a', ['a', 'c'], ['a', 'a'], [1]],
      checkbox: ['true', 1],
      date: ['2026-02-29', '2026-2-3', 20260203, 'today'],
      body_region: ['neck', ['moon'], ['shoulder'], ['neck', 'neck']],
      body_chart: ['front', [1], { strokes: [] }, { strokes: [], markers: [{}] }, { strokes: {}, markers: [] }],
    };
    for (const type of QUESTION_TYPES) {
      for (const value of wrong[type]) {
        const sections = [ask({ key: 'q', type, label: { en: 'Q' }, min: 0, max: 10, options: ['a', 'b'].map(option) })];
        const { faults, sections: kept } = checkAnswers(sections, [{ key: 's', answers: [{ key: 'q', value }] }]);
        expect(faults.map(({ pointer }) => pointer)).toEqual(['/sections/0/answers/0/value']);
        expect(kept).toEqual([]);
      }
    }
  });

  it('know the leap day of a leap year', () => {
    const question: Question = { key: 'q', type: 'date', label: { en: 'Q' } };
    expect(wrongAnswer(question, '2028-02-29')).toBeUndefined();
    expect(wrongAnswer(question, '2027-02-29')).toBeDefined();
  });

  it('to unknown or repeated questions are refused with what there is', () => {
    const sections = [ask({ key: 'q', type: 'text', label: { en: 'Q' } })];
    const given = [
      {
        key: 's',
        answers: [
          { key: 'other', value: 'x' },
          { key: 'q', value: 'a' },
          { key: 'q', value: 'b' },
        ],
      },
      { key: 'elsewhere', answers: [] },
      { key: 's', answers: [] },
    ];
    expect(checkAnswers(sections, given).faults).toEqual([
      { pointer: '/sections/0/answers/0/key', detail: expect.stringContaining('this section has q') as string },
      { pointer: '/sections/0/answers/2/key', detail: expect.stringContaining('twice') as string },
      { pointer: '/sections/1/key', detail: expect.stringContaining('this template has s') as string },
      { pointer: '/sections/2/key', detail: expect.stringContaining('twice') as string },
    ]);
  });
});

describe('an autosave', () => {
  it('changes what it names and nothing else', () => {
    fc.assert(
      fc.property(answered, fc.nat(), ({ sections, given }, seed) => {
        const all = checkAnswers(sections, given).sections;
        const part = all.map((section) => ({ ...section, answers: section.answers.filter((_, at) => (seed + at) % 2 === 0) }));
        const rest = all.map((section) => ({ ...section, answers: section.answers.filter((_, at) => (seed + at) % 2 === 1) }));
        expect(checkAnswers(sections, mergeAnswers(rest, part)).sections).toEqual(all);
        const emptied = part.map(({ key, answers }) => ({ key, answers: answers.map((answer) => ({ key: answer.key, value: null })) }));
        expect(flat(checkAnswers(sections, mergeAnswers(all, emptied)).sections)).toEqual(flat(rest));
      }),
    );
  });
});

describe('signing', () => {
  it('asks for the required answers, and in the templates of Keel there are none', () => {
    for (const { sections } of BUILT_IN_TEMPLATES) expect(missingAnswers(sections, [])).toEqual([]);
    const sections = [ask({ key: 'q', type: 'checkbox', label: { en: 'Q' }, required: true })];
    const said = (value: boolean): AnsweredSection[] => [{ key: 's', answers: [{ key: 'q', value }] }];
    expect(missingAnswers(sections, [])).toHaveLength(1);
    expect(missingAnswers(sections, said(false))).toEqual([]);
  });
});

function ask(question: Question): TemplateSection {
  return { key: 's', title: { en: 'S' }, questions: [question] };
}

function option(value: string) {
  return { value, label: { en: value } };
}
