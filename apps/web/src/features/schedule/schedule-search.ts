import { addDays, type CivilDate, isKeptDay, weekdayOf } from '@keel/calendar';
import { isId } from '../../staff-search.js';

export const SCHEDULE_VIEWS = ['day', 'week', 'month'] as const;
export type ScheduleView = (typeof SCHEDULE_VIEWS)[number];

/** What of the schedule is looked at; it stands in the address, so that a link shows a colleague the same. */
export interface ScheduleSearch {
  /** A day's columns unless told otherwise. */
  view?: ScheduleView | undefined;
  /** Today unless told otherwise. */
  date?: CivilDate | undefined;
  /** Whose columns a day has, and who is counted in a month: everybody unless told otherwise. */
  who?: string[] | undefined;
  /** Whose week it is; on a phone, whose day too. */
  one?: string | undefined;
  /** True while cancelled and missed appointments are shown too. */
  ended?: boolean | undefined;
}

/** Whatever stands in an address: what is not understood is left out. */
export function readScheduleSearch({ view, date, who, one, ended }: Record<string, unknown>): ScheduleSearch {
  const shown = Array.isArray(who) ? [...new Set(who.filter(isId))] : [];
  return {
    ...(view !== 'day' && SCHEDULE_VIEWS.some((known) => known === view) && { view: view as ScheduleView }),
    ...(isKeptDay(date) && { date }),
    ...(shown.length > 0 && { who: shown }),
    ...(isId(one) && { one }),
    ...(ended === true && { ended }),
  };
}

/** The days that a view shows, `to` exclusive; a month in whole weeks from Monday. */
export function rangeOf(view: ScheduleView, date: CivilDate): { from: CivilDate; to: CivilDate } {
  if (view === 'day') return { from: date, to: addDays(date, 1) };
  if (view === 'week') return { from: mondayOf(date), to: addDays(mondayOf(date), 7) };
  const first = firstOfMonth(date);
  return { from: mondayOf(first), to: addDays(mondayOf(addDays(monthsFrom(first, 1), -1)), 7) };
}

/** The same view one step earlier (-1) or later (1). */
export function step(view: ScheduleView, date: CivilDate, by: -1 | 1): CivilDate {
  return view === 'month' ? monthsFrom(date, by) : addDays(date, view === 'week' ? 7 * by : by);
}

export const firstOfMonth = (date: CivilDate): CivilDate => `${date.slice(0, 8)}01`;

function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The same day of another month, or its last one where it is shorter. */
function monthsFrom(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
