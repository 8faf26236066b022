import { civilDate, dateIn, type Instant, overlappingShifts } from '@keel/calendar';
import type { ShiftOfWeekDto } from './working-hours.dto.js';

/** Hours at their places. */
export interface PlacedHours {
  effectiveFrom: string;
  effectiveTo: string | null;
  weekly: readonly ShiftOfWeekDto[];
}

export interface PlaceOfShift {
  name: string;
  timeZone: string;
}

export interface ShiftsAtOnce {
  /** Of the shift and of the earlier one of the list that it overlaps. */
  index: number;
  other: number;
  /** Both as a person reads them, and the day of the first time where it is not every week. */
  shift: string;
  with: string;
  on: string | null;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Shifts that nobody can work both of, by the clocks of their places. `places` has all that are named. */
export function shiftsAtOnce(hours: PlacedHours, places: ReadonlyMap<string, PlaceOfShift>, present: Instant): ShiftsAtOnce[] {
  const placeOf = ({ locationId }: ShiftOfWeekDto) => places.get(locationId)!;
  const weekly = hours.weekly.map((shift) => ({ ...shift, timeZone: placeOf(shift).timeZone }));
  const said = (shift: ShiftOfWeekDto) =>
    `${DAYS[shift.weekday - 1]} ${shift.start} to ${shift.end} at ${placeOf(shift).name} (${placeOf(shift).timeZone})`;
  return overlappingShifts({ ...hours, weekly }, civilDate(present)).map(({ index, other, at }) => ({
    index,
    other,
    shift: said(weekly[index]!),
    with: said(weekly[other]!),
    on: at === null ? null : dateIn(weekly[index]!.timeZone, at),
  }));
}

/** "overlaps Monday 06:00 to 09:00 at West (America/Vancouver), first on 2027-03-15" */
export function overlapText({ with: other, on }: ShiftsAtOnce): string {
  return `overlaps ${other}${on === null ? '' : `, first on ${on}`}`;
}
