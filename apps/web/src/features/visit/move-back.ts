import { MINUTE } from '@keel/calendar';
import type { Move, Visit } from './visit.queries.js';

/** Takes a move back: the visit is as it was, over another one if it was that. */
export function moveBack(before: Visit, now: Pick<Visit, 'locationId'>): Move {
  const { start, end, practitionerId, overbook, locationId, placeNamed } = before;
  const back = { start, practitionerId, durationMinutes: (Date.parse(end) - Date.parse(start)) / MINUTE, overbook };
  // The hours there may have gone since, so the place is said; and that nobody had named it.
  return now.locationId === locationId ? back : { ...back, locationId, placeNamed };
}
