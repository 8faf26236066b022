import { type AppointmentStatus, EXPECTED_STATUSES, nextStatus } from '@keel/contracts';

interface Planned {
  start: string;
  status: AppointmentStatus;
}

const isExpected = ({ status }: Planned): boolean => EXPECTED_STATUSES.includes(status);

/** Whether a visit is under way: who has arrived can be completed. */
const isHere = ({ status }: Planned): boolean => nextStatus(status, 'complete') !== undefined;

/** The first of these visits, in order of start, that is still expected from now on. */
export function nextVisit<T extends Planned>(visits: readonly T[], now: number): T | undefined {
  return visits.find((visit) => isExpected(visit) && Date.parse(visit.start) >= now);
}

/**
 * Visits in order of start, parted into those that today still holds or that are to come, next first, and those that are over
 * or called off, last first. `today` is the instant at which the clinic's day began.
 */
export function partVisits<T extends Planned>(visits: readonly T[], today: number): { upcoming: T[]; past: T[] } {
  const open = (visit: T) => (isExpected(visit) || isHere(visit)) && Date.parse(visit.start) >= today;
  return { upcoming: visits.filter(open), past: visits.filter((visit) => !open(visit)).toReversed() };
}
