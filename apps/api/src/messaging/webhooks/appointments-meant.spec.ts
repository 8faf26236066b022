import { choicesOf, type Told, appointmentsMeant, appointmentsTold } from './appointments-meant.js';

const at = (minute: number) => new Date(Date.UTC(2026, 11, 1, 12, minute));
const told = (over: Partial<Told>): Told => ({
  clinicId: 'c',
  patientId: 'p',
  appointmentId: 'a',
  version: 1,
  reply: null,
  asks: null,
  choice: null,
  at: at(0),
  perhaps: false,
  arriving: false,
  arrivedBy: at(0),
  answers: null,
  ...over,
});

describe('what a phone was told', () => {
  it('is each appointment once, by the last that was said of it', () => {
    const texts = [told({ version: 3 }), told({ appointmentId: 'b', version: null }), told({ version: 1 }), told({ appointmentId: null })];
    expect(appointmentsTold(texts)).toEqual([
      { clinicId: 'c', appointmentId: 'a', version: 3 },
      { clinicId: 'c', appointmentId: 'b', version: null },
    ]);
  });

  it('is what surely left, where a later text may have been lost', () => {
    const perhaps = (version: number, over: Partial<Told> = {}) => told({ version, perhaps: true, ...over });
    const shown = (texts: Told[]) => appointmentsTold(texts).map(({ appointmentId, version }) => [appointmentId, version]);
    expect(shown([perhaps(3), told({ version: 2 }), told({ version: 1 })])).toEqual([['a', 2]]);
    expect(shown([perhaps(3), told({ version: null }), told({ version: 1 })])).toEqual([['a', null]]);
    expect(shown([told({ version: 3 }), perhaps(2), told({ version: 1 })])).toEqual([['a', 3]]);
    // The appointment told of last stays first, though it is not known of which version.
    expect(shown([perhaps(3), told({ appointmentId: 'b' }), perhaps(2)])).toEqual([
      ['a', 'perhaps'],
      ['b', 1],
    ]);
  });

  it('gives numbers to no question that may have been lost: an earlier one may be meant', () => {
    const question = { reply: 'which', asks: 'yes', choice: 1 } as const;
    const earlier = told({ ...question, answers: 'one', at: at(4) });
    expect(choicesOf([told({ ...question, answers: 'two', at: at(5), perhaps: true }), earlier], at(10))).toBeUndefined();
    expect(choicesOf([earlier], at(10))?.options.size).toBe(1);
  });

  it('gives numbers to the appointments of the last question alone', () => {
    const question = { reply: 'which', asks: 'yes' } as const;
    const texts = [
      told({ reply: null, at: at(9) }),
      told({ reply: 'noted', at: at(8) }),
      told({ ...question, choice: 1, at: at(5) }),
      told({ ...question, choice: 2, appointmentId: 'b', clinicId: 'd', version: 4, at: at(5) }),
      told({ ...question, asks: 'no', choice: 3, appointmentId: 'old', at: at(1) }),
    ];
    const choices = choicesOf(texts, at(10));
    expect(choices?.asks).toBe('yes');
    expect([...(choices?.options ?? [])]).toEqual([
      [1, { clinicId: 'c', appointmentId: 'a', version: 1 }],
      [2, { clinicId: 'd', appointmentId: 'b', version: 4 }],
    ]);
    expect(choicesOf([told({})], at(1))).toBeUndefined();
  });

  it('knows the lines of one question by the text that they answer, whenever each clinic kept its own', () => {
    const line = { reply: 'which', asks: 'no', answers: 'SM1' } as const;
    const texts = [
      told({ ...line, choice: 2, clinicId: 'd', appointmentId: 'b', at: at(6) }),
      told({ ...line, choice: 1, at: at(5) }),
      told({ ...line, answers: 'SM0', choice: 3, appointmentId: 'old', at: at(5) }),
    ];
    expect([...(choicesOf(texts, at(7))?.options.keys() ?? [])]).toEqual([2, 1]);
  });

  it('gives no numbers to a question that was answered, overtaken by other words, or asked a day ago', () => {
    const question = told({ reply: 'which', asks: 'yes', choice: 1, at: at(5) });
    expect(choicesOf([question], at(5))?.options.size).toBe(1);
    for (const reply of ['confirmed', 'changed', 'kept', 'reschedule', 'stop', 'start'] as const) {
      expect(choicesOf([told({ reply, at: at(6) }), question], at(7))).toBeUndefined();
    }
    expect(choicesOf([question], new Date(+at(5) + 86_400_001))).toBeUndefined();
    // Asked since of which clinic its words are.
    expect(choicesOf([question], at(7), at(6))).toBeUndefined();
    expect(choicesOf([question], at(7), at(4))?.options.size).toBe(1);
  });
});

describe('the appointments that an answer may mean', () => {
  const [a, b] = [{ status: 'confirmed' }, { status: 'booked' }] as const;

  it('are those that wait for a yes, and the one told of last', () => {
    expect(appointmentsMeant('yes', [a, b], b)).toEqual([b]);
    expect(appointmentsMeant('yes', [a, b], a)).toEqual([a, b]);
    expect(appointmentsMeant('yes', [a], a)).toEqual([a]);
  });

  it('are all of them for whoever cannot come', () => {
    expect(appointmentsMeant('no', [a, b], b)).toEqual([a, b]);
    expect(appointmentsMeant('reschedule', [a], a)).toEqual([a]);
  });
});
