import { type CivilDate, type ClockTime, type Instant, minutesOf, overlappingShifts } from '@keel/calendar';

/** A shift as it is typed: the clock is empty until it is filled in; `key` is only for the screen. */
export interface DraftShift {
  key: number;
  weekday: number;
  start: string;
  end: string;
  locationId?: string | undefined;
}

export interface Week {
  shifts: readonly DraftShift[];
  nextKey: number;
}

export type WeekAction =
  | { do: 'add'; weekday: number }
  | { do: 'remove'; key: number }
  | { do: 'change'; key: number; part: Partial<Pick<DraftShift, 'start' | 'end' | 'locationId'>> }
  /** Puts the shifts of one day on others in place of what was there. */
  | { do: 'copy'; from: number; to: readonly number[] };

interface Shift {
  weekday: number;
  start: string;
  end: string;
  locationId?: string | undefined;
}

export const WORKDAYS: readonly number[] = [1, 2, 3, 4, 5];
export const WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** From nine to five on workdays: what most begin from. */
export const usualWeek = (): Week => weekOf(WORKDAYS.map((weekday) => ({ weekday, start: '09:00', end: '17:00' })));

/** A field of the browser knows 00:00 only, so the end of the day is written as that. */
export function weekOf(shifts: readonly Shift[]): Week {
  return {
    shifts: shifts.map((shift, key) => ({ ...shift, key, end: shift.end === '24:00' ? '00:00' : shift.end })),
    nextKey: shifts.length,
  };
}

export function changeWeek(week: Week, action: WeekAction): Week {
  switch (action.do) {
    case 'add':
      return { shifts: [...week.shifts, nextShift(week, action.weekday)], nextKey: week.nextKey + 1 };
    case 'remove':
      return { ...week, shifts: week.shifts.filter(({ key }) => key !== action.key) };
    case 'change':
      return { ...week, shifts: week.shifts.map((shift) => (shift.key === action.key ? { ...shift, ...action.part } : shift)) };
    case 'copy':
      return copied(week, action.from, action.to);
  }
}

/** After the day's last shift: from an hour later until five, or the usual day. */
function nextShift(week: Week, weekday: number): DraftShift {
  const last = shiftsOf(week, weekday).at(-1);
  const shift = { key: week.nextKey, weekday, locationId: last?.locationId };
  if (!last || !isClock(last.end)) return { ...shift, start: '09:00', end: '17:00' };
  const start = minutesOf(last.end) + 60;
  if (start >= 23 * 60) return { ...shift, start: '', end: '' };
  return { ...shift, start: clock(start), end: start < 17 * 60 ? '17:00' : clock(Math.min(start + 180, 24 * 60 - 1)) };
}

function copied(week: Week, from: number, to: readonly number[]): Week {
  const days = to.filter((weekday) => weekday !== from);
  const source = shiftsOf(week, from);
  const kept = week.shifts.filter(({ weekday }) => !days.includes(weekday));
  const copies = days.flatMap((weekday) => source.map((shift) => ({ ...shift, weekday })));
  return {
    shifts: [...kept, ...copies.map((shift, at) => ({ ...shift, key: week.nextKey + at }))],
    nextKey: week.nextKey + copies.length,
  };
}

/** By start; what is not filled in yet comes last. */
export function shiftsOf(week: Week, weekday: number): DraftShift[] {
  return week.shifts
    .filter((shift) => shift.weekday === weekday)
    .sort((a, b) => (a.start || '~').localeCompare(b.start || '~') || a.key - b.key);
}

export type ShiftFault =
  | { kind: 'missing' | 'empty' }
  /** `at` is the first time of both by two clocks; null by one, in every week. */
  | { kind: 'overlap'; other: DraftShift; at: Instant | null };

/** When the hours hold, and by whose clocks. */
export interface Reckoning {
  effectiveFrom: CivilDate;
  effectiveTo: CivilDate | null;
  today: CivilDate;
  zoneOf: (locationId: string | undefined) => string;
}

/** What is wrong, by the shift's key; the week is a ring, so Sunday night may overlap Monday morning. */
export function shiftFaults(week: Week, { today, zoneOf, ...days }: Reckoning): ReadonlyMap<number, ShiftFault> {
  const faults = new Map<number, ShiftFault>();
  for (const { key, start, end } of week.shifts) {
    if (!isClock(start) || !isClock(end)) faults.set(key, { kind: 'missing' });
    else if (start === end && start !== '00:00') faults.set(key, { kind: 'empty' });
  }
  const whole = WEEKDAYS.flatMap((weekday) => shiftsOf(week, weekday)).filter(({ key }) => !faults.has(key));
  const weekly = whole.map((shift) => ({ ...toShift(shift), timeZone: zoneOf(shift.locationId) }));
  for (const { index, other, at } of overlappingShifts({ ...days, weekly }, today)) {
    faults.set(whole[index]!.key, { kind: 'overlap', other: whole[other]!, at });
  }
  return faults;
}

/** What the API takes, once there are no faults. */
export function toWeekly(week: Week): (Shift & { start: ClockTime; end: ClockTime })[] {
  return WEEKDAYS.flatMap((weekday) => shiftsOf(week, weekday)).map(toShift);
}

function toShift({ weekday, start, end, locationId }: DraftShift): Shift {
  return { weekday, start, end: end === '00:00' ? '24:00' : end, ...(locationId && { locationId }) };
}

/** Whether a shift goes on after midnight. */
export const isOvernight = ({ start, end }: Pick<Shift, 'start' | 'end'>): boolean =>
  isClock(start) && isClock(end) && end !== '00:00' && end < start;

/** Minutes that are worked in a week. */
export function minutesOfWeek(shifts: readonly Pick<Shift, 'start' | 'end'>[]): number {
  const day = 24 * 60;
  return shifts.reduce((sum, { start, end }) => sum + ((minutesOf(end) - minutesOf(start) + day) % day || day), 0);
}

const isClock = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
