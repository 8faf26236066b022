import fc from 'fast-check';
import { type OptHeard, type OptOut, optOutAfter, type OptSaid, type OptWord, optWordOf, saidLate } from './opting.js';

const HERE: OptOut = { toUsAlone: true };
const AT_TWILIO: OptOut = { toUsAlone: false };

describe('what a text says of being texted', () => {
  it.each<[string, OptWord | undefined]>([
    ['STOP', 'keyword'],
    ['unsubscribe ', 'keyword'],
    ['Please stop texting me', 'sentence'],
    ['START', 'start'],
    ['please resubscribe me', 'start'],
    [' yes', 'yes'],
    ['Yes please', undefined],
    ['HELP', undefined],
    ['My knee is swollen', undefined],
  ])('%j is %s', (body, word) => expect(optWordOf(body)).toBe(word));
});

describe('an opt-out', () => {
  it.each<[OptWord[], OptOut | undefined]>([
    [[], undefined],
    [['yes'], undefined],
    [['keyword'], AT_TWILIO],
    [['sentence'], HERE],
    [['sentence', 'yes'], HERE],
    [['keyword', 'yes'], undefined],
    [['sentence', 'start'], undefined],
    [['keyword', 'start'], undefined],
    [['sentence', 'keyword'], AT_TWILIO],
    [['keyword', 'sentence'], AT_TWILIO],
    [['sentence', 'keyword', 'yes'], undefined],
    [['keyword', 'sentence', 'yes'], undefined],
    [['keyword', 'yes', 'sentence', 'yes'], HERE],
    [['keyword', 'start', 'sentence', 'yes'], HERE],
    [['yes', 'keyword'], AT_TWILIO],
  ])('after %j is %j', (words, out) => expect(optOutAfter(undefined, words)).toEqual(out));

  it('never holds after a START, and always after an opt-out', () => {
    const words = fc.array(fc.constantFrom<OptWord>('keyword', 'sentence', 'start', 'yes'), { maxLength: 8 });
    fc.assert(
      fc.property(words, (said) => {
        expect(optOutAfter(undefined, [...said, 'start'])).toBeUndefined();
        expect(optOutAfter(undefined, [...said, 'keyword'])).toEqual(AT_TWILIO);
        expect(optOutAfter(undefined, [...said, 'sentence'])).toBeDefined();
      }),
    );
  });
});

describe('texts that are heard late', () => {
  /** As they are kept: what holds, and the text that was heard as an opt-in last. */
  interface Kept {
    out: OptOut | undefined;
    optedInBy?: string;
  }
  function say(kept: Kept, said: readonly OptSaid[]): Kept {
    const by = said.findLast(({ word }, index) => {
      const before = optOutAfter(
        kept.out,
        said.slice(0, index).map((one) => one.word),
      );
      return word === 'start' || (word === 'yes' && before?.toUsAlone === false);
    });
    const out = optOutAfter(
      kept.out,
      said.map(({ word }) => word),
    );
    const optedInBy = by?.sid ?? (said.some(({ sid }) => sid === kept.optedInBy) ? undefined : kept.optedInBy);
    return { out, ...(optedInBy !== undefined && { optedInBy }) };
  }
  const before = fc.constantFrom(undefined, HERE, AT_TWILIO);
  const texts = fc.array(
    fc.record({
      word: fc.constantFrom<OptWord>('keyword', 'sentence', 'start', 'yes'),
      /** Found in the list by the look after so many more texts; those that were found by one are taken in the order of writing. */
      late: fc.option(fc.nat(4), { nil: undefined, freq: 2 }),
    }),
    { maxLength: 9 },
  );

  it('leave what holds as if each had been heard when it was written', () => {
    fc.assert(
      fc.property(before, texts, (first, script) => {
        const all = script.map(({ word }, index) => ({ word, sid: String(index) }));
        const heard = new Set<OptSaid>();
        let kept: Kept = { out: first };
        for (const [index, text] of all.entries()) {
          if (script[index]?.late === undefined) {
            kept = say(kept, [text]);
            heard.add(text);
          }
          for (const [older, missed] of all.slice(0, index + 1).entries()) {
            const { late } = script[older] ?? {};
            const isFound = late !== undefined && (index - older >= late || index === all.length - 1);
            if (heard.has(missed) || !isFound) continue;
            const since: OptHeard[] = all
              .slice(older + 1)
              .filter((one) => heard.has(one))
              .map((one) => ({ ...one, optedIn: one.sid === kept.optedInBy }));
            kept = say(kept, saidLate(missed, since));
            heard.add(missed);
          }
        }
        expect(kept.out).toEqual(
          optOutAfter(
            first,
            all.map(({ word }) => word),
          ),
        );
      }),
      { numRuns: 20_000 },
    );
  });
});
