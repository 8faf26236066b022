import fc from 'fast-check';
import type { Stretch } from './axis.js';
import { lanesOf } from './lanes.js';

const days = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 15 })), { maxLength: 14 })
  .map((pairs) => pairs.map(([start, length]): Stretch => ({ start, end: start + length })));

const meet = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end;

/** Everything that hangs together with one, by going from neighbour to neighbour. */
function groupOf(all: readonly Stretch[], index: number): Set<number> {
  const group = new Set([index]);
  for (const one of group) all.forEach((other, at) => meet(all[one]!, other) && group.add(at));
  return group;
}

/** The most that lie on one minute, counted minute by minute. */
function fullest(group: readonly Stretch[]): number {
  const minutes = Array.from({ length: 80 }, (_, minute) => group.filter(({ start, end }) => start <= minute && minute < end).length);
  return Math.max(...minutes);
}

describe('lanes', () => {
  it('keep apart whatever overlaps, in as few as its fullest moment needs', () => {
    fc.assert(
      fc.property(days, (all) => {
        const lanes = lanesOf(all);
        all.forEach((one, index) => {
          const { lane, of } = lanes[index]!;
          expect(lane >= 0 && lane < of).toBe(true);
          expect(of).toBe(fullest([...groupOf(all, index)].map((at) => all[at]!)));
          all.forEach((other, at) => {
            if (at !== index && meet(one, other)) expect(lanes[at]!.lane).not.toBe(lane);
          });
        });
      }),
    );
  });

  it('leave the whole width to an appointment alone, and to one that begins where another ends', () => {
    expect(
      lanesOf([
        { start: 0, end: 30 },
        { start: 30, end: 60 },
      ]),
    ).toEqual([
      { lane: 0, of: 1 },
      { lane: 0, of: 1 },
    ]);
  });
});
