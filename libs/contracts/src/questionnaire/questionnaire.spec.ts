import fc from 'fast-check';
import { canonicalJson } from '../canonical-json.js';
import {
  type AnswerValue,
  BODY_REGIONS,
  BODY_VIEWS,
  canonicalAnswer,
  checkAnswers,
  type GivenSection,
  isBlank,
  isCarriedForward,
  LONG_TEXT_CHARACTERS,
  MARKER_KINDS,
  mergeAnswers,
  type Question,
  questionFaults,
  type QuestionType,
  QUESTION_TYPES,
  type Reader,
  retyped,
  sectionFaults,
  STROKE_COLOURS,
  STROKE_TOOLS,
  summaryOf,
  type TemplateSection,
  WHOLE_BODY,
  wrongAnswer,
} from './index.js';

const words = fc.record(
  { en: fc.string({ minLength: 1 }).filter((word) => word.trim() !== ''), fr: fc.string() },
  { requiredKeys: ['en'] },
);
const key = fc.stringMatching(/^[a-z0-9][a-z0-9_]{0,8}$/);
const options = fc.uniqueArray(fc.record({ value: key, label: words }), { minLength: 1, maxLength: 5, selector: ({ value }) => value });
const range = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 100 }))
  .map(([min, span]) => ({ min, max: min + span }));
const views = fc.uniqueArray(fc.constantFrom(...BODY_VIEWS), { minLength: 1 });

/** What a definition has that is of its type alone. A type without a line here does not build. */
const PARTS: Readonly<Record<QuestionType, fc.Arbitrary<object>>> = {
  text: fc.constant({}),
  long_text: fc.constant({}),
  number: fc.oneof(range, fc.record({ unit: fc.constantFrom('°', 'kg') }), fc.constant({})),
  scale: range,
  choice: fc.record({ options }),
  multi_choice: fc.record({ options }),
  checkbox: fc.constant({}),
  date: fc.constant({}),
  body_region: fc.constant({}),
  body_chart: fc.oneof(fc.record({ views }), fc.constant({})),
};

/** Any right definition of a type. */
const questionOf = (type: QuestionType): fc.Arbitrary<Question> =>
  fc
    .tuple(fc.record({ key, label: words, help: words, required: fc.boolean() }, { requiredKeys: ['key', 'label'] }), PARTS[type])
    .map(([base, parts]) => ({ ...base, type, ...parts }) as Question);

/** Any right answer to a question. */
function answerTo(question: Question): fc.Arbitrary<AnswerValue> {
  const { min = -1e6, max = 1e6 } = question as { min?: number; max?: number };
  switch (question.type) {
    case 'text':
    case 'long_text':
      return fc.string({ minLength: 1, maxLength: 1000, unit: 'grapheme' }).filter((text) => text.length <= 1000);
    case 'number':
      return fc.double({ min, max, noNaN: true });
    case 'scale':
      return fc.integer({ min, max });
    case 'checkbox':
      return fc.boolean();
    case 'date':
      return fc
        .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10));
    case 'choice':
      return fc.constantFrom(...question.options.map(({ value }) => value));
    case 'multi_choice':
      return fc.shuffledSubarray(
        question.options.map(({ value }) => value),
        { minLength: 1 },
      );
    case 'body_region':
      return fc.shuffledSubarray([...BODY_REGIONS], { minLength: 1 });
    case 'body_chart':
      return drawing(question).filter(({ strokes, markers }) => strokes.length + markers.length > 0);
  }
}

function drawing({ views = [...WHOLE_BODY] }: Question & { type: 'body_chart' }) {
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

const anyQuestion = fc.constantFrom(...QUESTION_TYPES).chain(questionOf);
const template: fc.Arbitrary<TemplateSection[]> = fc.uniqueArray(
  fc.record({ key, title: words, questions: fc.uniqueArray(anyQuestion, { maxLength: 6, selector: (one) => one.key }) }),
  { maxLength: 3, selector: (one) => one.key },
);

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

const READER: Reader = { language: 'en', day: (date) => `day ${date}` };
const LECTRICE: Reader = { language: 'fr', day: (date) => `jour ${date}` };

describe.each(QUESTION_TYPES)('a question of type %s', (type) => {
  const answered = questionOf(type).chain((question) => fc.tuple(fc.constant(question), answerTo(question)));

  it('is sound where it has what its type needs, and takes the answers of its type', () => {
    fc.assert(
      fc.property(answered, ([question, answer]) => {
        expect(questionFaults(question, '')).toEqual([]);
        expect(wrongAnswer(question, answer)).toBeUndefined();
        expect(isBlank(answer)).toBe(false);
      }),
    );
  });

  it('keeps an answer to the byte, and what is kept is right and is kept as it is', () => {
    fc.assert(
      fc.property(answered, ([question, answer]) => {
        const kept = canonicalAnswer(question, answer);
        expect(canonicalJson(kept)).toBe(canonicalJson(answer));
        expect(wrongAnswer(question, kept)).toBeUndefined();
        expect(JSON.stringify(canonicalAnswer(question, kept))).toBe(JSON.stringify(kept));
      }),
    );
  });

  it('tells any answer in words, in both languages, on lines that were typed and no others', () => {
    fc.assert(
      fc.property(answered, ([question, answer]) => {
        for (const reader of [READER, LECTRICE]) {
          const told = summaryOf(question, answer, reader);
          expect(told).not.toMatch(/undefined|null|\[object/);
          if (typeof answer !== 'string') expect(told).not.toContain('\n');
        }
        expect(summaryOf(question, undefined, READER)).toBe('No answer');
        expect(summaryOf(question, undefined, LECTRICE)).toBe('Sans réponse');
      }),
    );
  });

  it('bears any JSON for an answer: it is blank, or wrong, or kept', () => {
    fc.assert(
      fc.property(questionOf(type), fc.jsonValue(), (question, value) => {
        const wrong = wrongAnswer(question, value);
        expect(typeof summaryOf(question, value as AnswerValue, READER)).toBe('string');
        const kept = canonicalAnswer(question, value);
        if (isBlank(value)) expect(kept).toBeUndefined();
        else if (wrong === undefined) expect(canonicalJson(kept)).toBe(canonicalJson(value));
      }),
    );
  });

  it('can be made of any other, and has then nothing that its type does not know', () => {
    fc.assert(
      fc.property(anyQuestion, (former) => {
        const codes = questionFaults(retyped(former, type), '').map(({ code }) => code);
        // Only the words of a new option are still missing.
        expect(codes.filter((code) => code !== 'noWords')).toEqual([]);
      }),
    );
  });
});

describe('a definition', () => {
  it('without bounds may have anything in their place', () => {
    expect(questionFaults({ key: 'q', type: 'text', label: { en: 'Q' }, min: { toString: '' }, max: {} }, '')).toEqual([]);
  });

  it('may be any JSON: it has a fault, or every answer can be asked of it', () => {
    const loose = fc.record(
      { key: fc.jsonValue(), type: fc.constantFrom(...QUESTION_TYPES, 'other', 'toString'), label: fc.oneof(words, fc.jsonValue()) },
      { requiredKeys: [] },
    );
    const parts = fc.record(
      { options: fc.oneof(options, fc.jsonValue()), min: fc.jsonValue(), max: fc.jsonValue(), unit: fc.jsonValue(), views: fc.jsonValue() },
      { requiredKeys: [] },
    );
    const definition = fc.oneof(
      fc.jsonValue(),
      fc.tuple(loose, parts).map(([one, other]): unknown => ({ ...one, ...other })),
      fc.tuple(anyQuestion, parts).map(([one, other]): unknown => ({ ...one, ...other })),
    );
    fc.assert(
      fc.property(definition, fc.jsonValue(), (any, value) => {
        if (questionFaults(any, '/q').length > 0) return;
        const question = any as Question;
        wrongAnswer(question, value);
        canonicalAnswer(question, value);
        expect(typeof summaryOf(question, value as AnswerValue, READER)).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });

  it('that cannot be read is refused at the member that is at fault', () => {
    const question = { key: 'q', type: 'choice', label: { en: 'Q' }, options: [{ value: 'a', label: { en: 'A' } }] };
    expect(questionFaults(question, '')).toEqual([]);
    const places = [
      ['', null],
      ['/type', { ...question, type: 'riddle' }],
      ['/type', { ...question, type: 'toString' }],
      ['/key', { ...question, key: 1 }],
      ['/label', { ...question, label: 'Q' }],
      ['/help', { ...question, help: { en: 1 } }],
      ['/required', { ...question, required: 'yes' }],
      ['/options', { ...question, options: ['a'] }],
      ['/min', { ...question, type: 'number', min: '1' }],
      ['/unit', { ...question, type: 'number', unit: 1 }],
      ['/views', { ...question, type: 'body_chart', views: ['moon'] }],
      ['/views', { ...question, type: 'body_chart', views: [] }],
    ] as const;
    for (const [pointer, definition] of places) expect(questionFaults(definition, '')).toEqual([{ pointer, code: 'malformed' }]);
  });

  it('has the faults of its type, each at its place', () => {
    const ask = (parts: object) =>
      sectionFaults([{ key: 's', title: { en: 'S' }, questions: [{ key: 'q', label: { en: 'Q' }, ...parts } as Question] }]);
    const at = (place: string, code: string) => [{ pointer: `/sections/0/questions/0/${place}`, code }];
    expect(ask({ type: 'choice' })).toEqual(at('options', 'noOptions'));
    expect(ask({ type: 'choice', options: [option('a'), option('a')] })).toEqual(at('options/1/value', 'sameValue'));
    expect(ask({ type: 'multi_choice', options: [{ value: 'a', label: {} }] })).toEqual(at('options/0/label', 'noWords'));
    expect(ask({ type: 'text', options: [option('a')] })).toEqual(at('options', 'optionsElsewhere'));
    expect(ask({ type: 'date', views: ['front'] })).toEqual(at('views', 'viewsElsewhere'));
    expect(ask({ type: 'scale', min: 0, max: 2.5 })).toEqual(at('min', 'scaleEnds'));
    expect(ask({ type: 'number', min: 2, max: 2 })).toEqual(at('max', 'minOverMax'));
    expect(ask({ type: 'text', label: { en: ' ' } })).toEqual(at('label', 'noWords'));
    expect(ask({ type: 'text', key: 'Bad Key' })).toEqual(at('key', 'badKey'));
  });

  it('says what is asked anew at every appointment: what is ticked or rated', () => {
    const anew = QUESTION_TYPES.filter((type) => !isCarriedForward({ type } as Question));
    expect(anew).toEqual(['scale', 'checkbox']);
  });
});

describe('an answer that was signed', () => {
  const question = (type: QuestionType, parts: object = {}) => ({ key: 'q', type, label: { en: 'Q' }, ...parts }) as Question;
  const marker = { view: 'front', x: 0.5, y: 0.1, kind: 'pain', label: 'here' };
  const stroke = { width: 0.01, view: 'back', tool: 'pen', points: [[0.5, 0.25]], colour: 'red' };
  const choices = { options: ['a', 'b'].map(option) };

  // Signed notes are hashed over these texts: a line that changes here breaks the seal of every note that holds such an answer.
  it.each([
    [question('text'), ' Knee ', '" Knee "'],
    [question('long_text'), 'Gives way\non stairs\u2028', '"Gives way\\non stairs\u2028"'],
    [question('number'), 0.1, '0.1'],
    [question('number'), 1e21, '1e+21'],
    [question('scale', { min: 0, max: 10 }), 0, '0'],
    [question('choice', choices), 'b', '"b"'],
    [question('multi_choice', choices), ['b', 'a'], '["b","a"]'],
    [question('checkbox'), false, 'false'],
    [question('date'), '2028-02-29', '"2028-02-29"'],
    [question('body_region'), ['shoulder.left', 'neck'], '["shoulder.left","neck"]'],
    [
      question('body_chart'),
      { strokes: [stroke], markers: [marker] },
      '{"markers":[{"kind":"pain","label":"here","view":"front","x":0.5,"y":0.1}],' +
        '"strokes":[{"colour":"red","points":[[0.5,0.25]],"tool":"pen","view":"back","width":0.01}]}',
    ],
  ] as [Question, AnswerValue, string][])('is stored to the letter: %j %j', (asked, value, stored) => {
    expect(canonicalJson(canonicalAnswer(asked, value))).toBe(stored);
    expect(JSON.stringify(canonicalAnswer(asked, value))).toBe(stored);
  });

  it.each([null, undefined, '', [], { strokes: [], markers: [] }])('is none where nothing was said: %j', (value) => {
    expect(isBlank(value)).toBe(true);
    for (const type of QUESTION_TYPES) expect(canonicalAnswer(question(type), value)).toBeUndefined();
  });

  it.each([0, false, ' ', ['neck'], { strokes: [], markers: [marker] }, {}, { strokes: [] }])('says something: %j', (value) => {
    expect(isBlank(value)).toBe(false);
  });

  it('reads as it did', () => {
    const read = (asked: Question, value: AnswerValue) => [READER, LECTRICE].map((reader) => summaryOf(asked, value, reader));
    expect(read(question('number', { unit: '°' }), 12.5)).toEqual(['12.5 °', '12,5 °']);
    expect(read(question('number'), 55)).toEqual(['55', '55']);
    expect(read(question('scale', { min: 0, max: 10 }), 7)).toEqual(['7 of 10', '7 sur 10']);
    expect(read(question('checkbox'), false)).toEqual(['No', 'Non']);
    expect(read(question('date'), '2026-12-01')).toEqual(['day 2026-12-01', 'jour 2026-12-01']);
    expect(read(question('choice', { options: [{ value: 'a', label: { fr: 'Vive' } }] }), 'a')).toEqual(['Vive', 'Vive']);
    expect(read(question('multi_choice', choices), ['b', 'gone'])).toEqual(['b, gone', 'b, gone']);
    expect(read(question('body_region'), ['neck', 'knee.left'])).toEqual(['Neck, Left knee', 'Cou, Genou gauche']);
    expect(read(question('body_chart'), { strokes: [stroke, stroke], markers: [marker] } as AnswerValue)).toEqual([
      'Pain, Front: Face, here; 2 strokes',
      'Douleur, Face\u00a0: Visage, here; 2 traits',
    ]);
    expect(read(question('long_text'), 'two\nlines')).toEqual(['two\nlines', 'two\nlines']);
  });
});

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
      long_text: [1, {}, 'x'.repeat(LONG_TEXT_CHARACTERS + 1)],
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
        const sections = [ask({ key: 'q', type, label: { en: 'Q' }, min: 0, max: 10, options: ['a', 'b'].map(option) } as Question)];
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

function ask(question: Question): TemplateSection {
  return { key: 's', title: { en: 'S' }, questions: [question] };
}

function option(value: string) {
  return { value, label: { en: value } };
}
