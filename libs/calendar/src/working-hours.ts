import { type CivilDate, civilDate, type ClockTime, minutesOf, wallOf, weekdayOfWall } from './civil-date.js';
import type { Interval } from './intervals.js';
import { DAY, type Instant, MINUTE, toInstant, toWall, type WallTime } from './wall-time.js';

/** A shift that repeats every week; an `end` not after its `start` is on the next day (22:00 to 02:00). */
export interface WeeklyShift {
  /** 1 is Monday. */
  weekday: number;
  start: ClockTime;
  end: ClockTime;
  /** The zone of the place where the shift is worked. */
  timeZone: string;
  locationId: string;
}

/** A week's hours and the days they are in force, both inclusive; of two in force the one that began later rules. */
export interface WeeklyTemplate {
  effectiveFrom: CivilDate;
  effectiveTo: CivilDate | null;
  weekly: readonly WeeklyShift[];
}

export interface Shift extends Interval {
  locationId: string;
}

/** The template in force on a day, if any. */
export function templateOn(templates: readonly WeeklyTemplate[], date: CivilDate): WeeklyTemplate | undefined {
  let ruling: WeeklyTemplate | undefined;
  for (const template of templates) {
    if (template.effectiveFrom > date || (template.effectiveTo !== null && template.effectiveTo < date)) continue;
    if (!ruling || template.effectiveFrom > ruling.effectiveFrom) ruling = template;
  }
  return ruling;
}

/**
 * The shifts that touch `range`, whole and by start. Hours are wall time of the shift's own zone: 09:00 to 17:00 stays so
 * across a change of clocks, and a night shift is then an hour shorter or longer.
 */
export function shiftsIn(templates: readonly WeeklyTemplate[], range: Interval): Shift[] {
  const shifts: Shift[] = [];
  const zones = new Set(templates.flatMap((template) => template.weekly.map((shift) => shift.timeZone)));
  for (const zone of zones) {
    // A shift that began on the evening before may still run.
    const first = Math.floor(toWall(zone, range.start) / DAY) - 1;
    const last = Math.floor(toWall(zone, range.end) / DAY);
    for (let day = first; day <= last; day++) {
      const midnight = day * DAY;
      const weekday = weekdayOfWall(midnight);
      const ruling = templateOn(templates, civilDate(midnight));
      for (const shift of ruling?.weekly ?? []) {
        if (shift.weekday !== weekday || shift.timeZone !== zone) continue;
        const { start, end } = shiftOn(shift, midnight);
        if (start < range.end && end > range.start && start < end) shifts.push({ start, end, locationId: shift.locationId });
      }
    }
  }
  return joinNeighbours(shifts);
}

/** When the shift that begins on the day of this midnight is worked; it ends before it begins where clocks leave it out. */
export function shiftOn(shift: Pick<WeeklyShift, 'start' | 'end' | 'timeZone'>, midnight: WallTime): Interval {
  const start = minutesOf(shift.start);
  const end = minutesOf(shift.end);
  return {
    start: toInstant(shift.timeZone, midnight + start * MINUTE),
    end: toInstant(shift.timeZone, midnight + end * MINUTE + (end <= start ? DAY : 0)),
  };
}

/** Shifts of one place that touch are one shift: an appointment may lie across the border. */
function joinNeighbours(shifts: Shift[]): Shift[] {
  const joined: Shift[] = [];
  const lastOf = new Map<string, Shift>();
  for (const shift of shifts.sort((a, b) => a.start - b.start)) {
    const last = lastOf.get(shift.locationId);
    if (last && shift.start <= last.end) last.end = Math.max(last.end, shift.end);
    else {
      joined.push(shift);
      lastOf.set(shift.locationId, shift);
    }
  }
  return joined;
}

/** The first and the last instant of the days `from` to `to` (exclusive) in the zone. */
export function daysAsInterval(zone: string, from: CivilDate, to: CivilDate): Interval {
  const edge = (date: CivilDate): Instant => toInstant(zone, wallOf(date));
  return { start: edge(from), end: edge(to) };
}
