import { setImmediate } from 'node:timers/promises';
import {
  DAY,
  freeStarts,
  HOUR,
  type Instant,
  type Interval,
  MINUTE,
  nearest,
  type Need,
  overlaps,
  type Shift,
  shiftsIn,
} from '@keel/calendar';
import type { OfferedService, Schedule } from './schedules.js';

/** Appointments begin at these minutes after the start of a shift. */
export const GRID_MINUTES = 15;

/** So much is worked out before other requests get their turn, and before it is asked whether that is enough. */
const PRACTITIONER_HOURS_OF_STRETCH = 100 * 24;
/** So many stretches are read at once: six practitioners for 92 days, and of a hundred the first 10,000 free times of usual hours. */
const STRETCHES_OF_READ = 6;
/** Where so little was free in what was read, twice as much is read next, up to four times as much. */
const FEW_SLOTS = 1000;
const LONGEST_READ = 4 * STRETCHES_OF_READ;
/** So many are read by one statement. */
const PRACTITIONERS_AT_ONCE = 50;

export interface FreeSlot {
  start: Instant;
  end: Instant;
  practitionerId: string;
  locationId: string;
}

/** A service, those who are asked, and how to read what is known of their time in a range. */
export interface Search extends OfferedService {
  read: (practitionerIds: readonly string[], range: Interval) => Promise<Schedule[]>;
}

/** The slots of a stretch by start, and where the stretch ends. */
export interface Stretch {
  slots: FreeSlot[];
  end: Instant;
}

/** What is kept of a schedule once it is read: the shifts of the range instead of hours of any length. */
interface Diary extends Pick<Schedule, 'practitionerId' | 'timeOff' | 'busy'> {
  shifts: Shift[];
}

/** The slots of the service in the range, stretch after stretch: what nobody asks for is not worked out, and hardly read. */
export async function* freeSlots(search: Search, range: Interval): AsyncGenerator<Stretch, void> {
  const length = stretchLength(search);
  let stretches = STRETCHES_OF_READ;
  for (let start = range.start; start < range.end;) {
    const end = Math.min(start + stretches * length, range.end);
    const diaries = await readAll(search, { start, end });
    let found = 0;
    for (; start < end; start += length) {
      await turn();
      const stretch = { start, end: Math.min(start + length, end) };
      const slots = diaries.flatMap((diary) => slotsOf(search, diary, stretch)).sort((a, b) => a.start - b.start);
      found += slots.length;
      yield { slots, end: stretch.end };
    }
    stretches = found < FEW_SLOTS ? Math.min(2 * stretches, LONGEST_READ) : STRETCHES_OF_READ;
  }
}

/** The `count` slots nearest to `wanted`, looked for day by day away from it, and no further than needed. */
export async function nearestSlots(search: Search, range: Interval, wanted: Instant, count: number): Promise<FreeSlot[]> {
  let found: FreeSlot[] = [];
  const farthest = Math.max(range.end - wanted, wanted - range.start);
  const length = Math.max(1, Math.floor((STRETCHES_OF_READ * stretchLength(search)) / 2 / DAY)) * DAY;
  for (let distance = 0; distance < farthest && found.length < count; distance += length) {
    const known: { side: Interval; diaries: Diary[] }[] = [];
    for (const side of sidesOf(wanted, distance, length, range)) known.push({ side, diaries: await readAll(search, side) });
    for (let day = distance; day < distance + length && found.length < count; day += DAY) {
      for (const { side, diaries } of known) {
        const stretches = sidesOf(wanted, day, DAY, side);
        const slots = stretches.flatMap((stretch) => diaries.flatMap((diary) => slotsOf(search, diary, stretch)));
        found = nearest([...found, ...slots], wanted, count);
        await turn();
      }
    }
  }
  return found;
}

/** So long that everybody together is about one portion; hours, where very many are asked. */
function stretchLength({ practitionerIds }: Search): number {
  return Math.max(1, Math.floor(PRACTITIONER_HOURS_OF_STRETCH / Math.max(1, practitionerIds.length))) * HOUR;
}

/** What lies so far before and so far after an instant, as much of it as is in the range; as one where they meet. */
function sidesOf(wanted: Instant, distance: number, length: number, range: Interval): Interval[] {
  const [before, after] = [wanted - distance - length, wanted + distance + length];
  const sides =
    distance === 0
      ? [{ start: before, end: after }]
      : [
          { start: before, end: wanted - distance },
          { start: wanted + distance, end: after },
        ];
  return sides
    .map(({ start, end }) => ({ start: Math.max(start, range.start), end: Math.min(end, range.end) }))
    .filter(({ start, end }) => start < end);
}

let lastTurn: Promise<void> = Promise.resolve();

/** One piece of work in each round of the event loop, however many ask at once: all else is served between two of them. */
export function turn(): Promise<void> {
  lastTurn = lastTurn.then(() => setImmediate());
  return lastTurn;
}

/** What is known of everybody's time in a range; of hours, however many there are, only the shifts they come to are kept. */
async function readAll({ practitionerIds, read }: Search, range: Interval): Promise<Diary[]> {
  const diaries: Diary[] = [];
  // With a day on both sides: shifts without a gap are one, whose start says when appointments may begin, wherever the range does.
  const wide = { start: range.start - DAY, end: range.end + DAY };
  for (let first = 0; first < practitionerIds.length; first += PRACTITIONERS_AT_ONCE) {
    const schedules = await read(practitionerIds.slice(first, first + PRACTITIONERS_AT_ONCE), range);
    await turn();
    for (const { templates, ...schedule } of schedules) {
      const shifts = shiftsIn(templates, wide);
      // Who does not work then has no free time.
      if (shifts.length > 0) diaries.push({ ...schedule, shifts });
    }
  }
  return diaries;
}

function slotsOf(need: Need, { practitionerId, shifts, timeOff, busy }: Diary, range: Interval): FreeSlot[] {
  const held = {
    start: range.start - need.bufferBeforeMinutes * MINUTE,
    end: range.end + (need.durationMinutes + need.bufferAfterMinutes) * MINUTE,
  };
  return freeStarts({
    shifts: shifts.filter((shift) => overlaps(shift, range)),
    timeOff: intervals(timeOff, held),
    busy: intervals(busy, held),
    need,
    gridMinutes: GRID_MINUTES,
    range,
  }).map(({ start, end, locationId }) => ({ start, end, practitionerId, locationId }));
}

/** Those that may be in the way of an appointment that begins in the range: it holds no other time than this. */
function intervals(minutes: readonly number[] | null, held: Interval): Interval[] {
  const found: Interval[] = [];
  const count = (minutes?.length ?? 0) / 2;
  for (let index = 0; index < count; index++) {
    const [start, end] = [minutes![index]! * MINUTE, minutes![count + index]! * MINUTE];
    if (start < held.end && end > held.start) found.push({ start, end });
  }
  return found;
}
