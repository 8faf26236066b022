interface Shift {
  weekday: number;
  start: string;
  end: string;
}

export interface DaysAlike {
  weekdays: number[];
  shifts: { start: string; end: string }[];
}

/** The days of a week that have hours, neighbours of the same hours together: Monday to Friday, 9 to 5. */
export function daysAlike(weekly: readonly Shift[]): DaysAlike[] {
  const groups: DaysAlike[] = [];
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const shifts = weekly
      .filter((shift) => shift.weekday === weekday)
      .map(({ start, end }) => ({ start, end }))
      .sort((a, b) => a.start.localeCompare(b.start));
    if (shifts.length === 0) continue;
    const last = groups.at(-1);
    if (last && last.weekdays.at(-1) === weekday - 1 && JSON.stringify(last.shifts) === JSON.stringify(shifts)) last.weekdays.push(weekday);
    else groups.push({ weekdays: [weekday], shifts });
  }
  return groups;
}
