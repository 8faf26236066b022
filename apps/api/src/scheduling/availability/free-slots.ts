import { DAY, freeStarts, type Instant, type Interval, nearest, shiftsIn } from '@keel/calendar';
import { setImmediate } from 'node:timers/promises';
import type { OfferedService, Schedule } from './schedules.js';

/** Visits begin at these minutes after the start of a shift. */
export const GRID_MINUTES = 15;

/** Days of one practitioner that are worked out before other requests get their turn. */
const PRACTITIONER_DAYS_AT_ONCE = 100;
/** Neither a visit nor its buffers reach further, so what is taken beyond cannot be in the way. */
const REACH = 2 * DAY;

export interface FreeSlot {
  start: Instant;
  end: Instant;
  practitionerId: string;
  locationId: string;
}

export interface FreeSlots {
  slots: FreeSlot[];
  /** Up to here everything was looked at; undefined where that is the whole range. */
  until?: Instant;
}

/**
 * The slots of the service in the range, by start, until there are `enough`: whole stretches of everybody, so that a few more
 * may come, and `until` says where to go on.
 */
export async function freeSlots(service: OfferedService, range: Interval, enough: number): Promise<FreeSlots> {
  const slots: FreeSlot[] = [];
  const days = Math.max(1, Math.floor(PRACTITIONER_DAYS_AT_ONCE / Math.max(1, service.schedules.length)));
  for (let start = range.start; start < range.end; start += days * DAY) {
    if (slots.length >= enough) return { slots, until: start };
    const stretch = { start, end: Math.min(start + days * DAY, range.end) };
    const found = service.schedules.flatMap((schedule) => slotsOf(service, schedule, stretch));
    slots.push(...found.sort((a, b) => a.start - b.start));
    await setImmediate();
  }
  return { slots };
}

/** The `count` slots nearest to `wanted`, looked for day by day away from it, and no further than needed. */
export async function nearestSlots(service: OfferedService, range: Interval, wanted: Instant, count: number): Promise<FreeSlot[]> {
  let found: FreeSlot[] = [];
  const farthest = Math.max(range.end - wanted, wanted - range.start);
  for (let distance = 0; distance < farthest && found.length < count; distance += DAY) {
    const later = { start: wanted + distance, end: wanted + distance + DAY };
    const earlier = { start: wanted - distance - DAY, end: wanted - distance };
    for (const schedule of service.schedules) {
      for (const day of [earlier, later]) {
        const stretch = { start: Math.max(day.start, range.start), end: Math.min(day.end, range.end) };
        if (stretch.start < stretch.end) found = nearest([...found, ...slotsOf(service, schedule, stretch)], wanted, count);
      }
      await setImmediate();
    }
  }
  return found;
}

function slotsOf(need: OfferedService, schedule: Schedule, range: Interval): FreeSlot[] {
  const { practitionerId, templates } = schedule;
  return freeStarts({
    // With the day after: a visit may begin in the range and end in the shift that follows without a gap.
    shifts: shiftsIn(templates, { start: range.start, end: range.end + DAY }),
    timeOff: intervals(schedule.timeOff, range),
    busy: intervals(schedule.busy, range),
    need,
    gridMinutes: GRID_MINUTES,
    range,
  }).map(({ start, end, locationId }) => ({ start, end, practitionerId, locationId }));
}

/** Those that may be in the way of a visit that begins in the range. */
function intervals(borders: readonly number[] | null, range: Interval): Interval[] {
  const found: Interval[] = [];
  for (let index = 0; index + 1 < (borders?.length ?? 0); index += 2) {
    const [start, end] = [borders![index]! * 60_000, borders![index + 1]! * 60_000];
    if (start < range.end + REACH && end > range.start - REACH) found.push({ start, end });
  }
  return found;
}
