export const UNITS = { minutes: 1, hours: 60, days: 24 * 60 } as const;
export type Unit = keyof typeof UNITS;

const LARGEST_FIRST: readonly Unit[] = ['days', 'hours', 'minutes'];

/** A time in the largest unit that says it whole: 2880 minutes are two days, 1500 are twenty-five hours, 90 are ninety minutes. */
export function inUnits(minutes: number): { count: number; unit: Unit } {
  const unit = LARGEST_FIRST.find((one) => minutes % UNITS[one] === 0) ?? 'minutes';
  return { count: minutes / UNITS[unit], unit };
}

export const LEAST_MINUTES = 5;
export const MOST_MINUTES = 90 * 24 * 60;

/** Minutes of what is typed; undefined where it is not whole minutes within what the API takes. */
export function inMinutes(count: number | string, unit: Unit): number | undefined {
  const minutes = typeof count === 'number' ? count * UNITS[unit] : NaN;
  return Number.isInteger(minutes) && minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES ? minutes : undefined;
}
