import type { CivilDate } from '@keel/calendar';
import type { Practitioner } from '../../../data/practitioners.js';
import type { DayCount } from '../../../data/appointment-days.js';

/** What these practitioners have on each day that anybody has something on. */
export function fullness(
  counts: readonly DayCount[],
  practitioners: readonly Pick<Practitioner, 'id'>[],
): ReadonlyMap<CivilDate, readonly DayCount[]> {
  const shown = new Set(practitioners.map(({ id }) => id));
  return Map.groupBy(
    counts.filter(({ practitionerId }) => shown.has(practitionerId)),
    ({ date }) => date,
  );
}
