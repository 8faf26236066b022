import type { AppointmentStatus } from '@keel/contracts';

const DAY = 86_400_000;

/**
 * How long a visit keeps the chart open after its end. A year after a visit that took place: courses of treatment pause for
 * a season and come back, and letters, insurers' questions and yearly reassessments reach the practitioner until then. A
 * week after one that nobody marked as begun: time to write it up. A state that is not here opens nothing: what was
 * cancelled, missed, declined, left or not yet approved is no care.
 */
export const CARE_LASTS_DAYS: Readonly<Partial<Record<AppointmentStatus, number>>> = {
  booked: 7,
  confirmed: 7,
  arrived: 365,
  in_session: 365,
  completed: 365,
};

/** A visit that the reader gave themselves opens the chart so long before it: enough to prepare, too little to browse. */
export const OWN_BOOKING_OPENS_DAYS = 7;

/** One that others gave: a season ahead. Nobody prepares longer, and a visit booked for a distant year opens nothing now. */
export const VISIT_OPENS_DAYS = 90;

/** How long a review, or a visit that others vouched for, speaks for what the practitioner books after it. */
export const JUSTIFIED_LASTS = "interval '365 days'";

/** One opened by a reason: as long as an emergency takes to be handed over. */
export const OVERRIDE_MINUTES = 60;

export interface CareVisit {
  status: AppointmentStatus;
  /** Milliseconds since 1970. */
  start: number;
  end: number;
  /** The reader booked it, or took it over, themselves or by a key of theirs. */
  own: boolean;
}

/** From when until when a visit makes a care relationship; undefined where it makes none. */
export function careWindow({ status, start, end, own }: CareVisit): { from: number; until: number } | undefined {
  const days = CARE_LASTS_DAYS[status];
  if (days === undefined) return undefined;
  return { from: start - (own ? OWN_BOOKING_OPENS_DAYS : VISIT_OPENS_DAYS) * DAY, until: end + days * DAY };
}

/** Whether the visit opens the chart at an instant. */
export function opensAt(visit: CareVisit, at: number): boolean {
  const window = careWindow(visit);
  return window !== undefined && window.from <= at && at < window.until;
}

/** `careWindow`'s end as SQL, of the care_visit `v`; null where it makes no care. */
export const CARE_UNTIL = `v.end_at + CASE v.status ${Object.entries(CARE_LASTS_DAYS)
  .map(([status, days]) => `WHEN '${status}' THEN interval '${days * 24} hours'`)
  .join(' ')} END`;

/** `opensAt` now, as SQL, of the care_visit `v` and its reader `me`. */
export const OPENS_NOW = `v.start_at - CASE WHEN v.placed_by IS NOT DISTINCT FROM me.user_id
    THEN interval '${OWN_BOOKING_OPENS_DAYS * 24} hours' ELSE interval '${VISIT_OPENS_DAYS * 24} hours' END <= now() AND now() < ${CARE_UNTIL}`;
