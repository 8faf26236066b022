import type { CivilDate } from '@keel/calendar';

/** The things of one day, in the order they came. */
export interface Day<T> {
  date: CivilDate;
  entries: T[];
}

/** Entries that stand in order of time, gathered by the day that the clinic's clock showed; the order is kept. */
export function byDay<T extends { at: string }>(entries: readonly T[], dateOf: (instant: string) => CivilDate): Day<T>[] {
  const days: Day<T>[] = [];
  for (const entry of entries) {
    const date = dateOf(entry.at);
    const last = days.at(-1);
    if (last?.date === date) last.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return days;
}
