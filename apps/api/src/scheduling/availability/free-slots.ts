import { freeStarts, type Instant, type Interval, shiftsIn } from '@keel/calendar';
import type { OfferedService, Schedule } from './schedules.js';

/** Visits begin at these minutes after the start of a shift. */
export const GRID_MINUTES = 15;

export interface FreeSlot {
  start: Instant;
  end: Instant;
  practitionerId: string;
  locationId: string;
}

/** Every slot of the service in the range, by practitioner and time. */
export function freeSlots(service: OfferedService, range: Interval, gridMinutes = GRID_MINUTES): FreeSlot[] {
  return service.schedules.flatMap((schedule) => slotsOf(service, schedule, range, gridMinutes));
}

function slotsOf(need: OfferedService, schedule: Schedule, range: Interval, gridMinutes: number): FreeSlot[] {
  const { practitionerId, templates } = schedule;
  return freeStarts({
    shifts: shiftsIn(templates, range),
    timeOff: intervals(schedule.timeOff),
    busy: intervals(schedule.busy),
    need,
    gridMinutes,
    range,
  }).map(({ start, end, locationId }) => ({ start, end, practitionerId, locationId }));
}

function intervals(borders: readonly number[] | null): Interval[] {
  const found: Interval[] = [];
  for (let index = 0; index + 1 < (borders?.length ?? 0); index += 2) {
    found.push({ start: borders![index]! * 60_000, end: borders![index + 1]! * 60_000 });
  }
  return found;
}
