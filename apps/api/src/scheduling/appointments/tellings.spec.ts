import fc from 'fast-check';
import {
  type AnsweredBy,
  answeredAgainBy,
  changed,
  confirmedBy,
  confirmedByStaff,
  isConfirmedByAnswer,
  lost,
  newsIn,
  perhapsReachedBy,
  reachedBy,
  readdressed,
  readdressedFormer,
  saidBy,
  type Stages,
  stagesFrom,
  standingOf,
  unsaid,
  withoutAnswers,
} from './tellings.js';
import type { Known } from './untold.js';

/** Hour of the day; a practitioner; or off. */
const as = (hour: number, over: Partial<Known> = {}): Known => ({
  start: `2026-12-01T${hour}:00:00Z`,
  practitionerId: 'p',
  locationId: 'l',
  off: false,
  ...over,
});
const OFF = { off: true };
const AT = '2026-11-01T10:00:00.000Z';

type Step = (stages: Stages, version: number) => Stages;
const move =
  (hour: number, over?: Partial<Known>): Step =>
  (stages, version) =>
    changed(stages, version, as(hour, over));
/** A reminder of the appointment as it is now leaves, or one of so many versions ago is heard of late. */
const sent =
  (message: string, ago = 0): Step =>
  (stages, version) =>
    reachedBy(stages, message, version - ago, AT);
/** An answer to their text, of which nobody hears whether it arrived. */
const answered =
  (message: string): Step =>
  (stages, version) =>
    perhapsReachedBy(stages, message, version, AT);
const fails =
  (message: string): Step =>
  (stages) =>
    lost(stages, message);
/** The place moved to another address. */
const readdress =
  (before: string, now: string): Step =>
  (stages, version) =>
    readdressed(stages, version, before, now);
/** A place that it has just left, or was called off at, moved to another address. */
const readdressFormer =
  (before: string, now: string): Step =>
  (stages) =>
    readdressedFormer(stages, 'l', before, now);
const says: Step = (stages) => saidBy(stages, 'olive', AT);
const slips: Step = (stages) => unsaid(stages);

/** Each step is a version of its own; the appointment was at ten o'clock, and its patient knows that. */
const after = (steps: readonly Step[]): Stages => steps.reduce((stages, step, index) => step(stages, index + 2), stagesFrom(as(10)));
const untold = (stages: Stages): boolean => {
  const { known, told } = standingOf(stages);
  return known !== null && told === null;
};

describe('whether a patient is still to be told', () => {
  const TOLD: [name: string, steps: Step[]][] = [
    ['moved there and back, of which nobody heard', [move(11), move(10)]],
    ['moved, reminded', [move(11), sent('a')]],
    ['at another address, and back', [readdress('old', 'new'), readdress('new', 'old')]],
    ['at another address, reminded', [readdress('old', 'new'), sent('a')]],
    [
      'at another address, moved elsewhere and back there, reminded',
      [readdress('old', 'new'), move(10, { locationId: 'm' }), move(10), sent('a')],
    ],
    ['called off, its place at another address meanwhile, of which somebody told', [move(10, OFF), readdressFormer('old', 'new'), says]],
    [
      'moved elsewhere, its place at another address meanwhile, reminded',
      [move(10, { locationId: 'm' }), readdressFormer('old', 'new'), sent('a')],
    ],
    [
      'called off, its place at another address meanwhile and put back, of which somebody told, and restored, of which somebody told',
      [move(10, OFF), says, readdressFormer('old', 'new'), readdressFormer('new', 'old'), move(10), says],
    ],
    ['called off, told, its place at another address', [move(10, OFF), says, readdressFormer('old', 'new')]],
    ['moved, reminded twice over, one fails', [move(11), sent('mail'), sent('text'), fails('text')]],
    ['moved, reminded twice over, the first fails before the second leaves', [move(11), sent('text'), fails('text'), sent('mail')]],
    ['moved, reminded, taken for lost, arrived after all', [move(11), sent('a'), fails('a'), sent('a')]],
    ['moved, perhaps reminded, and the reminder did leave', [move(11), answered('a'), sent('a', 1)]],
    ['moved, reminded, of which is heard late that nobody knew it', [move(11), sent('a'), answered('a')]],
    ['moved, told by staff, a reminder fails', [move(11), says, sent('a'), fails('a')]],
    ['moved, told by staff, reminded, not told by staff after all', [move(11), says, sent('a'), slips]],
    ['moved, reminded, moved, moved back to what the reminder said', [move(11), sent('a'), move(12), move(11)]],
    ['moved, reminded, moved back, and the reminder fails', [move(11), sent('a'), move(10), fails('a')]],
    ['moved, told, moved, reminded of that, the earlier reminder fails', [move(11), sent('a'), move(12), sent('b'), fails('a')]],
    ['moved, moved, and what left before the second says what is so again', [move(11), move(12), sent('a', 2), move(11)]],
    ['called off, told, restored, reminded', [move(10, OFF), says, move(10), sent('a')]],
    ['called off and restored, of which nobody heard', [move(10, OFF), move(10)]],
    ['moved, reminded, called off and restored', [move(11), sent('a'), move(11, OFF), move(11)]],
    ['moved, of which an answer told, reminded', [move(11), answered('a'), sent('b')]],
    ['moved, of which an answer told, moved back, reminded', [move(11), answered('a'), move(10), sent('b')]],
    ['moved, of which an answer told, moved back, told by staff', [move(11), answered('a'), move(10), says]],
    ['with another, told, with the first again, told', [move(10, { practitionerId: 'q' }), says, move(10), says]],
  ];
  const STILL: [name: string, steps: Step[], known: Known][] = [
    [
      'at another address, of which staff told before its direction was said, and which is another',
      [readdress('9|queen|rue|ottawa|', '100|king|rue|ottawa|'), says, readdress('100|king|rue|ottawa|w', '100|king|rue|ottawa|e')],
      as(10, { address: '100|king|rue|ottawa|w' }),
    ],
    ['at another address', [readdress('old', 'new')], as(10, { address: 'old' })],
    [
      'at another address, moved elsewhere and back there',
      [readdress('old', 'new'), move(10, { locationId: 'm' }), move(10)],
      as(10, { address: 'old' }),
    ],
    [
      'moved elsewhere, its place at another address meanwhile, and moved back there',
      [move(10, { locationId: 'm' }), readdressFormer('old', 'new'), move(10)],
      as(10, { address: 'old' }),
    ],
    [
      'moved elsewhere, its place at another address meanwhile, moved back, and a reminder of elsewhere is heard of late',
      [move(10, { locationId: 'm' }), readdressFormer('old', 'new'), move(10), sent('a', 2)],
      as(10, { locationId: 'm' }),
    ],
    [
      'called off, its place at another address meanwhile, and restored',
      [move(10, OFF), readdressFormer('old', 'new'), move(10)],
      as(10, { address: 'old' }),
    ],
    [
      'called off, its place at another address meanwhile, restored and reminded, which comes back',
      [move(10, OFF), readdressFormer('old', 'new'), move(10), sent('a'), fails('a')],
      as(10, { address: 'old' }),
    ],
    ['at another address, reminded, which comes back', [readdress('old', 'new'), sent('a'), fails('a')], as(10, { address: 'old' })],
    ['moved', [move(11)], as(10)],
    ['moved, reminded, which fails', [move(11), sent('a'), fails('a')], as(10)],
    ['moved, reminded twice over, both fail', [move(11), sent('a'), sent('b'), fails('a'), fails('b')], as(10)],
    ['moved, reminded, moved', [move(11), sent('a'), move(12)], as(11)],
    ['moved, reminded, moved, and the reminder fails', [move(11), sent('a'), move(12), fails('a')], as(10)],
    ['moved, reminded, moved, the reminder fails, moved back to it', [move(11), sent('a'), move(12), fails('a'), move(11)], as(10)],
    ['moved, reminded, moved, moved back to it, the reminder fails', [move(11), sent('a'), move(12), move(11), fails('a')], as(10)],
    ['moved, reminded, moved back', [move(11), sent('a'), move(10)], as(11)],
    ['moved, told by staff, moved, reminded, which fails', [move(11), says, move(12), sent('a'), fails('a')], as(11)],
    ['moved, told by staff, which was a slip', [move(11), says, slips], as(10)],
    ['moved, told by staff, moved, moved back, which nobody told', [move(11), says, move(12), says, move(11)], as(12)],
    ['moved, moved back, and what left in between is heard of late', [move(11), move(10), sent('a', 2)], as(11)],
    ['of a reminder of before the move that is heard of late', [move(11), sent('a', 2)], as(10)],
    ['called off, told, restored', [move(10, OFF), says, move(10)], as(10, OFF)],
    ['called off, told, restored, and a reminder of before is heard of late', [move(10, OFF), says, move(10), sent('a', 4)], as(10, OFF)],
    ['moved, reminded, called off', [move(11), sent('a'), move(11, OFF)], as(11)],
    ['moved, reminded, called off, restored, the reminder fails', [move(11), sent('a'), move(11, OFF), move(11), fails('a')], as(10)],
    ['moved, of which an answer told', [move(11), answered('a')], as(10)],
    ['moved, of which an answer told, moved back', [move(11), answered('a'), move(10)], as(11)],
    ['moved, moved back, and an answer told of each', [move(11), answered('a'), move(10), answered('b')], as(11)],
    [
      'moved, of which an answer told, moved back, reminded, which fails',
      [move(11), answered('a'), move(10), sent('b'), fails('b')],
      as(11),
    ],
    ['moved, of which an answer told, moved', [move(11), answered('a'), move(12)], as(11)],
    ['moved, told by staff, which was a slip, and by an answer', [move(11), answered('a'), says, slips], as(10)],
    ['another place, reminded, which fails', [move(10, { locationId: 'm' }), sent('a'), fails('a')], as(10)],
  ];

  it.each(TOLD)('not when %s', (_, steps) => expect(untold(after(steps))).toBe(false));
  it.each(STILL)('when %s', (_, steps, known) => expect(standingOf(after(steps))).toEqual({ known, told: null }));

  it('is the same however late it is heard what became of messages', () => {
    const change = fc.record({ hour: fc.integer({ min: 10, max: 12 }), off: fc.boolean() });
    const report = fc.record({
      message: fc.constantFrom('a', 'b', 'c'),
      becomes: fc.constantFrom('sent', 'lost', 'perhaps'),
      waits: fc.nat(6),
    });
    fc.assert(
      fc.property(fc.array(fc.record({ change, report }), { maxLength: 6 }), (course) => {
        const told = (late: boolean) => {
          let stages = stagesFrom(as(10));
          const heard: (() => void)[] = [];
          for (const [index, one] of course.entries()) {
            const version = index + 2;
            stages = changed(stages, version, as(one.change.hour, { off: one.change.off }));
            const message = `${one.report.message}${index}`;
            const hear = () => {
              const { becomes } = one.report;
              stages = (becomes === 'perhaps' ? perhapsReachedBy : reachedBy)(stages, message, version, AT);
              if (becomes === 'lost') stages = lost(stages, message);
            };
            if (late) heard.splice(one.report.waits, 0, hear);
            else hear();
          }
          for (const hear of heard) hear();
          return standingOf(stages).known;
        };
        expect(told(true)).toEqual(told(false));
      }),
    );
  });
});

describe('who told them', () => {
  const person = { by: 'olive', at: AT };

  it('is the person who said so, and can say that it was a slip unless something else told them too', () => {
    expect(standingOf(after([move(11), says]))).toEqual({ known: as(10), told: person });
    expect(standingOf(after([move(11), says, sent('a')]))).toEqual({ known: null, told: person });
    expect(standingOf(after([move(11), says, sent('a'), fails('a')]))).toEqual({ known: as(10), told: person });
    expect(standingOf(after([move(11), says, move(12)]))).toEqual({ known: as(11), told: null });
  });

  it('is else the message that stands', () => {
    expect(standingOf(after([move(11), sent('a'), sent('b'), fails('b')]))).toEqual({ known: as(10), told: { message: 'a', at: AT } });
    expect(standingOf(after([move(11), sent('a'), sent('a')])).told).toEqual({ message: 'a', at: AT });
    expect(standingOf(after([move(11), sent('a'), answered('b')])).told).toEqual({ message: 'a', at: AT });
  });
});

describe('what a reminder must say', () => {
  const q = { practitionerId: 'q' };

  it('is the practitioner and the place that were others in what the patient may hold to be so', () => {
    expect(newsIn(undefined)).toEqual({ practitioner: false, place: false });
    expect(newsIn(after([move(11)]))).toEqual({ practitioner: false, place: false });
    expect(newsIn(after([move(10, q)]))).toEqual({ practitioner: true, place: false });
    // The mail that said so may come back.
    expect(newsIn(after([move(10, q), sent('mail')]))).toEqual({ practitioner: true, place: false });
    expect(newsIn(after([move(10, q), says]))).toEqual({ practitioner: false, place: false });
    expect(newsIn(after([move(10, q), move(10)]))).toEqual({ practitioner: false, place: false });
    expect(newsIn(after([move(10, q), sent('mail'), move(10)]))).toEqual({ practitioner: true, place: false });
    expect(newsIn(after([move(10, q), answered('text'), move(10)]))).toEqual({ practitioner: true, place: false });
    expect(newsIn(after([move(10, { locationId: 'm' }), sent('mail')]))).toEqual({ practitioner: false, place: true });
    // Whoever was told that it is off was told so while its place was at the old address.
    const restored = [move(10, OFF), says, readdressFormer('old', 'new'), move(10)];
    expect(newsIn(after(restored))).toEqual({ practitioner: false, place: true });
    expect(newsIn(after([...restored.slice(0, 3), readdressFormer('new', 'old'), move(10)]))).toEqual({
      practitioner: false,
      place: false,
    });
  });
});

describe('what a confirmation stands on', () => {
  const DOORS: AnsweredBy[] = ['text', { link: 'mailed' }, { link: 'texted' }];
  type Turn = { is: 'yes' | 'stranger'; by: AnsweredBy } | { is: 'staff' | 'reset' | 'move' };
  const door = fc.constantFrom(...DOORS);
  const turn: fc.Arbitrary<Turn> = fc.oneof(
    fc.record({ is: fc.constant('yes' as const), by: door }),
    fc.record({ is: fc.constant('stranger' as const), by: door }),
    fc.record({ is: fc.constantFrom('staff' as const, 'reset' as const, 'move' as const) }),
  );

  it('is every way by which the patient said so since it last waited for a yes, or the word of staff', () => {
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 12 }), (turns) => {
        let stages = stagesFrom(as(10));
        let isConfirmed = false;
        /** What it stands on, as somebody would write it down who watches. */
        let grounds = new Set<string>();
        for (const [index, one] of turns.entries()) {
          if (one.is === 'yes') {
            stages = isConfirmed ? answeredAgainBy(stages, one.by, AT) : confirmedBy(stages, one.by, AT);
            isConfirmed = true;
            grounds.add(JSON.stringify(one.by));
          } else if (one.is === 'staff') {
            // Of what is confirmed they are not asked.
            if (isConfirmed) continue;
            stages = confirmedByStaff(stages);
            isConfirmed = true;
            grounds.add('staff');
          } else if (one.is === 'stranger') {
            const left = withoutAnswers(stages, (by) => JSON.stringify(by) === JSON.stringify(one.by));
            if (isConfirmedByAnswer(stages) && !isConfirmedByAnswer(left)) isConfirmed = false;
            stages = left;
            grounds.delete(JSON.stringify(one.by));
          } else {
            // A move makes another appointment of it; a longer one is told as it was, and waits for a yes too.
            if (one.is === 'move') stages = changed(stages, index + 2, as(10 + (index % 8)));
            isConfirmed = false;
            grounds = new Set();
          }
          expect(isConfirmed).toBe(grounds.size > 0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is kept once for each way', () => {
    const once = answeredAgainBy(confirmedBy(stagesFrom(as(10)), 'text', AT), { link: 'a' }, AT);
    expect(answeredAgainBy(once, { link: 'a' }, AT)).toBe(once);
    expect(answeredAgainBy(once, 'text', AT)).toBe(once);
    // What was said before it waited for a yes once more is said anew.
    const anew = answeredAgainBy(confirmedBy(once, { link: 'b' }, AT), 'text', AT);
    expect(isConfirmedByAnswer(withoutAnswers(anew, (by) => by !== 'text'))).toBe(true);
  });
});
