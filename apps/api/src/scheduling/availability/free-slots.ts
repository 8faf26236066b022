import { DAY, freeStarts, HOUR, type Instant, type Interval, MINUTE, nearest, type Need, shiftsIn } from '@keel/calendar';
import { setImmediate } from 'node:timers/promises';
import type { OfferedService, Schedule } from './schedules.js';

/** Visits begin at these minutes after the start of a shift. */
export const GRID_MINUTES = 15;

/** So much is worked out, and kept in order of start, before it is asked whether that is enough. */
const PRACTITIONER_HOURS_OF_STRETCH = 50 * 24;
/** So many are read by one statement, and worked out before other requests get their turn. */
const PRACTITIONERS_AT_ONCE = 25;

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

/** The slots of the service in the range, stretch after stretch: nothing is read of a stretch that nobody asks for. */
export async function* freeSlots(search: Search, range: Interval): AsyncGenerator<Stretch, void> {
  const length = stretchLength(search);
  for (let start = range.start; start < range.end; start += length) {
    const stretch = { start, end: Math.min(start + length, range.end) };
    const slots: FreeSlot[] = [];
    for await (const schedules of pieces(search, stretch)) {
      for (const schedule of schedules) slots.push(...slotsOf(search, schedule, stretch));
    }
    yield { slots: slots.sort((a, b) => a.start - b.start), end: stretch.end };
  }
}

/** The `count` slots nearest to `wanted`, looked for day by day away from it, and no further than needed. */
export async function nearestSlots(search: Search, range: Interval, wanted: Instant, count: number): Promise<FreeSlot[]> {
  let found: FreeSlot[] = [];
  const farthest = Math.max(range.end - wanted, wanted - range.start);
  const length = Math.max(1, Math.floor(stretchLength(search) / DAY)) * DAY;
  for (let distance = 0; distance < farthest && found.length < count; distance += length) {
    const known: { side: Interval; schedules: Schedule[] }[] = [];
    for (const side of sidesOf(wanted, distance, length, range)) {
      for await (const schedules of pieces(search, side)) known.push({ side, schedules });
    }
    for (let day = distance; day < distance + length && found.length < count; day += DAY) {
      for (const { side, schedules } of known) {
        const slots = sidesOf(wanted, day, DAY, side).flatMap((stretch) => schedules.flatMap((one) => slotsOf(search, one, stretch)));
        found = nearest([...found, ...slots], wanted, count);
        await turn();
      }
    }
  }
  return found;
}

/** So long that everybody together makes about one portion of work; hours, where very many are asked. */
function stretchLength({ practitionerIds }: Search): number {
  return Math.max(1, Math.floor(PRACTITIONER_HOURS_OF_STRETCH / Math.max(1, practitionerIds.length))) * HOUR;
}

/** What lies so far before and so far after an instant, as much of it as is in the range. */
function sidesOf(wanted: Instant, distance: number, length: number, range: Interval): Interval[] {
  const sides = [
    { start: wanted - distance - length, end: wanted - distance },
    { start: wanted + distance, end: wanted + distance + length },
  ];
  return sides
    .map(({ start, end }) => ({ start: Math.max(start, range.start), end: Math.min(end, range.end) }))
    .filter(({ start, end }) => start < end);
}

/** What is known of everybody's time in a stretch, a few of them at a time, each in a turn of its own. */
async function* pieces({ practitionerIds, read }: Search, stretch: Interval): AsyncGenerator<Schedule[], void> {
  for (let first = 0; first < practitionerIds.length; first += PRACTITIONERS_AT_ONCE) {
    const schedules = await read(practitionerIds.slice(first, first + PRACTITIONERS_AT_ONCE), stretch);
    await turn();
    yield schedules;
  }
}

let lastTurn: Promise<void> = Promise.resolve();

/** One piece of work in each round of the event loop, however many ask at once: all else is served between two of them. */
export function turn(): Promise<void> {
  lastTurn = lastTurn.then(() => setImmediate());
  return lastTurn;
}

function slotsOf(need: Need, schedule: Schedule, range: Interval): FreeSlot[] {
  const { practitionerId, templates } = schedule;
  return freeStarts({
    // With a day on both sides: shifts without a gap are one, whose start says when visits may begin, wherever the range does.
    shifts: shiftsIn(templates, { start: range.start - DAY, end: range.end + DAY }),
    timeOff: intervals(schedule.timeOff),
    busy: intervals(schedule.busy),
    need,
    gridMinutes: GRID_MINUTES,
    range,
  }).map(({ start, end, locationId }) => ({ start, end, practitionerId, locationId }));
}

function intervals(borders: readonly number[] | null): Interval[] {
  const found: Interval[] = [];
  for (let index = 0; index + 1 < (borders?.length ?? 0); index += 2) {
    found.push({ start: borders![index]! * MINUTE, end: borders![index + 1]! * MINUTE });
  }
  return found;
}
