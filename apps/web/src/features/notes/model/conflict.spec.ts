import fc from 'fast-check';
import { type Answers, changedKeys, type FieldKey } from './answers.js';
import { canKeepBoth, mergeDrafts, settled } from './conflict.js';

const KEYS: FieldKey[] = ['a.a', 'a.b', 'b.a', 'b.b'];
/** Few keys and few values, so that sides meet often. */
const answers: fc.Arbitrary<Answers> = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom('x', 'y', 'z')))
  .map((entries) => Object.fromEntries(entries));

describe('two sides of a draft', () => {
  it('come together so that no change of either is lost: it is in the result or named as a conflict', () => {
    fc.assert(
      fc.property(answers, answers, answers, (base, mine, theirs) => {
        const { merged, conflicts } = mergeDrafts(base, mine, theirs);
        const inConflict = conflicts.map(({ key }) => key);
        for (const key of changedKeys(base, mine)) expect(merged[key]).toBe(mine[key]);
        for (const key of changedKeys(base, theirs)) if (!inConflict.includes(key)) expect(merged[key]).toBe(theirs[key]);
        for (const key of KEYS) if (base[key] === mine[key] && base[key] === theirs[key]) expect(merged[key]).toBe(base[key]);
        for (const { key, mine: my, theirs: their } of conflicts) {
          expect([my, their]).toEqual([mine[key], theirs[key]]);
          expect(my).not.toBe(their);
          expect([my, their]).not.toContain(base[key]);
        }
      }),
    );
  });

  it('that say the same are not in conflict', () => {
    expect(mergeDrafts({}, { 'a.a': 'x' }, { 'a.a': 'x' })).toEqual({ merged: { 'a.a': 'x' }, conflicts: [] });
  });

  it('are kept as the person says', () => {
    const texts = { key: 'a.a', mine: 'mine', theirs: 'theirs' } as const;
    expect((['mine', 'theirs', 'both'] as const).map((side) => settled(texts, side))).toEqual(['mine', 'theirs', 'theirs\nmine']);
    const numbers = { key: 'a.a', mine: 1, theirs: 2 } as const;
    expect(canKeepBoth(numbers)).toBe(false);
    expect(settled(numbers, 'both')).toBe(1);
    expect(settled({ key: 'a.a', mine: undefined, theirs: 'x' }, 'mine')).toBeUndefined();
  });
});
