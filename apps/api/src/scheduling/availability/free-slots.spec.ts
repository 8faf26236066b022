import { DAY, HOUR, type Interval, type WeeklyTemplate } from '@keel/calendar';
import { freeSlots, nearestSlots, type Search, turn } from './free-slots.js';
import type { Schedule } from './schedules.js';

const MONDAY = Date.UTC(2027, 0, 4);
const need = { durationMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
const hours = (...shifts: [string, string][]): WeeklyTemplate[] => {
  const place = { timeZone: 'UTC', locationId: 'here' };
  const weekly = shifts.flatMap(([start, end]) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start, end, ...place })));
  return [{ effectiveFrom: '2020-01-01', effectiveTo: null, weekly }];
};

/** So many practitioners with these hours, and what was read of whom. */
function clinic(count: number, templates: WeeklyTemplate[], over: Partial<Schedule> = {}) {
  const reads: { practitionerIds: readonly string[]; range: Interval }[] = [];
  const practitionerIds = Array.from({ length: count }, (_, n) => `p${n}`);
  const search: Search = {
    ...need,
    practitionerIds,
    read: async (ids, range) => {
      reads.push({ practitionerIds: ids, range });
      return ids.map((practitionerId) => ({ practitionerId, templates, timeOff: null, busy: null, ...over }));
    },
  };
  return { search, reads };
}

async function all(search: Search, range: Interval) {
  const found = [];
  for await (const { slots } of freeSlots(search, range)) found.push(...slots);
  return found;
}

describe('free times of very many', () => {
  it('are read a part of the practitioners and a few stretches at a time, and nothing more before it is asked for', async () => {
    const { search, reads } = clinic(100, hours(['00:00', '23:59']));
    const stretches = freeSlots(search, { start: MONDAY, end: MONDAY + 92 * DAY });
    await stretches.next();
    expect(reads.map(({ practitionerIds }) => practitionerIds.length)).toEqual([50, 50]);
    expect(new Set(reads.map(({ range }) => range.end - range.start))).toEqual(new Set([6 * DAY]));
    for (let n = 1; n < 6; n++) await stretches.next();
    expect(reads).toHaveLength(2);
    await stretches.next();
    expect(reads).toHaveLength(4);
    await stretches.return();
    expect(reads).toHaveLength(4);
  });

  it('are read further ahead where nobody is free, and worked out by the stretch all the same', async () => {
    const { search, reads } = clinic(100, []);
    const ends: number[] = [];
    for await (const { slots, end } of freeSlots(search, { start: MONDAY, end: MONDAY + 80 * DAY })) {
      expect(slots).toEqual([]);
      ends.push((end - MONDAY) / DAY);
    }
    expect(ends).toEqual(Array.from({ length: 80 }, (_, n) => n + 1));
    expect(reads.map(({ range }) => (range.end - range.start) / DAY)).toEqual([6, 6, 12, 12, 24, 24, 24, 24, 14, 14]);
  });

  it('come in stretches of at most some 10,000, however many practitioners there are', async () => {
    for (const count of [1, 7, 100, 1000]) {
      const { search } = clinic(count, hours(['00:00', '24:00']));
      const { value } = await freeSlots(search, { start: MONDAY, end: MONDAY + 92 * DAY }).next();
      expect(value?.slots.length).toBeLessThanOrEqual(10_000);
      expect(value?.slots.length).toBeGreaterThan(1000);
    }
  });

  it('are the same for each, each once and by start, whoever else is asked', async () => {
    // Two shifts that meet at an odd time are one, and appointments begin on the grid of its start.
    const templates = hours(['08:10', '12:05'], ['12:05', '17:00'], ['22:00', '01:30']);
    const busy = [MONDAY + 9 * HOUR, MONDAY + 10 * HOUR].map((instant) => instant / 60_000);
    const range = { start: MONDAY, end: MONDAY + 4 * DAY };
    const alone = await all(clinic(1, templates, { busy }).search, range);
    const among = await all(clinic(130, templates, { busy }).search, range);
    const startsOf = (slots: typeof alone, id: string) => slots.filter((slot) => slot.practitionerId === id).map(({ start }) => start);
    for (const id of ['p0', 'p49', 'p50', 'p129']) expect(startsOf(among, id)).toEqual(startsOf(alone, 'p0'));
    expect(among).toHaveLength(130 * alone.length);
    expect(among.map(({ start }) => start)).toEqual(among.map(({ start }) => start).sort((a, b) => a - b));
  });

  it('give all else its turn: between two pieces of work there is a round of the event loop, however many ask', async () => {
    let rounds = 0;
    let isCounting = true;
    const count = () => {
      rounds++;
      if (isCounting) setImmediate(count);
    };
    setImmediate(count);
    const seen: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (let n = 0; n < 3; n++) {
          await turn();
          seen.push(rounds);
        }
      }),
    );
    isCounting = false;
    expect(new Set(seen).size).toBe(60);
  });
});

describe('the nearest free times', () => {
  const wanted = MONDAY + 10 * DAY + 10 * HOUR;
  const range = { start: wanted - 7 * DAY, end: wanted + 14 * DAY };

  it('of very many are read around the wanted time, and no further than needed', async () => {
    const { search, reads } = clinic(100, hours(['09:00', '17:00']));
    const found = await nearestSlots(search, range, wanted, 2);
    expect(found.map(({ start }) => start)).toEqual([wanted, wanted]);
    expect(reads.map(({ practitionerIds }) => practitionerIds.length)).toEqual([50, 50]);
    for (const read of reads) expect(read.range).toEqual({ start: wanted - 3 * DAY, end: wanted + 3 * DAY });
  });

  it('are the nearest of all, whatever is read at once', async () => {
    for (const count of [1, 3, 40]) {
      // Taken from a day and an hour before to three days after.
      const busy = [wanted - 25 * HOUR, wanted + 3 * DAY].map((instant) => instant / 60_000);
      const { search } = clinic(count, hours(['09:00', '17:00']), { busy });
      const distance = ({ start }: { start: number }) => Math.abs(start - wanted);
      const expected = (await all(search, range)).map(distance).sort((a, b) => a - b);
      expect((await nearestSlots(search, range, wanted, 5)).map(distance)).toEqual(expected.slice(0, 5));
    }
  });
});
