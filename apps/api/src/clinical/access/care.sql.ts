import { KEPT_STATUSES } from '@keel/contracts';
import { type Ctx, loginBehind } from '../../platform/index.js';
import {
  BOOKING_LASTS_DAYS,
  CARE_STATUSES,
  JUSTIFIED_LASTS,
  OWN_BOOKING_OPENS_DAYS,
  APPOINTMENT_LASTS_DAYS,
  APPOINTMENT_OPENS_DAYS,
  WORD_COUNTS_HOURS,
} from './care-window.js';

/**
 * Who may open a chart, as SQL conditions, so that the question is asked by the statement that reads. Each text expects the
 * caller first: $1 whether they are not held to a care relationship (Keel itself), $2 the login of the person who asks, or
 * of the member that a key acts for, or null; those about a note also $3, the actor's id.
 */
export function caller(ctx: Ctx): [unlimited: boolean, userId: string | null] {
  return [ctx.actor.type === 'system', loginBehind(ctx)];
}

/** The whole clinic's charts are open: to Keel itself, to a member with the chart right, and to their key. */
export const SEES_ALL = `($1::boolean OR EXISTS (SELECT 1 FROM staff_card me WHERE me.user_id = $2::uuid AND me.chart_right))`;

/**
 * The member `me` of a row that names their login and clinic, with all whose word is their own (`voices`): they, and whom they brought
 * in. Fenced, so that this is asked once and not for every appointment.
 */
export const withVoices = (from: string, where: string): string =>
  `(SELECT one.*, voices_of(one.clinic_id, one.user_id) AS voices FROM ${from} one WHERE ${where} OFFSET 0) me`;

/** What this person says is the word of the member `me`; null is nobody's. */
export const wordOfMine = (person: string): string => `(${person} IS NOT NULL AND ${person} = ANY (me.voices))`;

/** An appointment `v` that its practitioner `me` gave themselves. */
export const OWN = wordOfMine('v.placed_by');

/** Somebody else than its practitioner `me` said that the patient came to `v`. */
export const RECEIVED_BY_OTHERS = '(v.received_by IS NOT NULL AND v.received_by <> ALL (me.voices))';

/** An appointment of one's own, of this person and patient, that was found justified and still stands. */
const justified = (userId: string, patient: string): string => `SELECT 1 FROM chart_access j WHERE j.user_id = ${userId}
  AND j.patient_id = ${patient} AND j.kind = 'own_booking' AND j.review_outcome = 'justified' AND j.expires_at IS NULL`;

/** No later appointment of theirs at this patient than the opening `x` was found justified. */
const stands = (userId: string, patient: string, x: string): string =>
  `NOT EXISTS (${justified(userId, patient)} AND j.given_at > ${x}.given_at)`;

/** The opening `x` was found unjustified, and that still counts against its reader. */
export const findingStands = (x: string): string =>
  `(${x}.review_outcome = 'unjustified' AND ${stands(`${x}.user_id`, `${x}.patient_id`, x)})`;

const takenBack = (j: string): string => `(${j}.justified_since IS NOT NULL AND ${j}.review_outcome IS DISTINCT FROM 'justified')`;

/**
 * The finding that the opening `j` was justified was taken back; or `j` was found justified once, and ended after another opening `k` had
 * been found so, whose finding was taken back: `k` may have stood in for it (the clocks of the two differ by less than a minute). What
 * was done since `j` was first found justified may have nothing else to lean on.
 */
export const lapsed = (j: string): string => `(${takenBack(j)} OR ${j}.kind = 'own_booking' AND EXISTS (
  SELECT 1 FROM chart_access k WHERE k.user_id = ${j}.user_id AND k.patient_id = ${j}.patient_id AND k.kind = 'own_booking'
    AND ${takenBack('k')} AND k.justified_since < ${j}.expires_at + interval '1 minute' AND ${j}.justified_since IS NOT NULL))`;

/**
 * An opening of the chart by this person was found unjustified, and no later appointment of theirs justified: what they give
 * themselves opens nothing. `or` names what else stops it, of the opening `x`.
 */
export const stopped = (userId: string, patient: string, or = 'false'): string => `EXISTS (
  SELECT 1 FROM chart_access x WHERE x.user_id = ${userId} AND x.patient_id = ${patient} AND (x.review_outcome = 'unjustified' OR ${or})
    AND ${stands(userId, patient, 'x')})`;

/** Of an appointment at `at`: the opening `j` that was found justified was within the year before it. */
const withinYear = (at: string): string => `j.given_at <= ${at} AND j.given_at > ${at} - ${JUSTIFIED_LASTS}`;

/** The care at the time `at` of an appointment was vouched for by a review. */
export const vouchedByReview = (userId: string, patient: string, at: string): string =>
  `EXISTS (${justified(userId, patient)} AND ${withinYear(at)})`;

/**
 * A review vouches for the care of `v` by its practitioner `me`: one from the year before it, or one of this very appointment. The latter
 * does not speak for a later time to which it was moved, nor for a word that was given after the review.
 */
const REVIEWED = `EXISTS (${justified('me.user_id', 'v.patient_id')} AND (${withinYear('v.start_at')}
  OR j.appointment_id = v.appointment_id AND v.placed_at <= j.reviewed_at AND v.start_at <= j.appointment_at))`;

/** Whoever said that the patient of the appointment `v` came said so in its time; not true where nobody knows when. */
export const saidInTime = (v: string): string =>
  `(${v}.received_at >= ${v}.start_at - interval '${WORD_COUNTS_HOURS.before} hours' AND ${v}.received_at < ${v}.start_at + interval '${WORD_COUNTS_HOURS.after} hours')`;

const among = (statuses: readonly string[]): string => `v.status IN ('${statuses.join("', '")}')`;

/** `tookPlace` as SQL, of the care_appointment `v` and its practitioner `me`. */
export const TOOK_PLACE = `(${among(KEPT_STATUSES)} AND (${saidInTime('v')} OR ${RECEIVED_BY_OTHERS} OR ${REVIEWED}))`;

// Not by days, which are longer or shorter where the clock of the database's own zone changes.
export const lasts = (days: number): string => `interval '${days * 24} hours'`;

/** `careWindow`'s end as SQL, of the care_appointment `v` and its practitioner `me`. */
const CARE_UNTIL = `v.end_at + CASE WHEN ${TOOK_PLACE} THEN ${lasts(APPOINTMENT_LASTS_DAYS)} ELSE ${lasts(BOOKING_LASTS_DAYS)} END`;

/** The booking alone is care now: the appointment is to come, or was lately, whatever is said of it. */
export const BOOKING_STANDS = `(${among(CARE_STATUSES)} AND now() < v.end_at + ${lasts(BOOKING_LASTS_DAYS)})`;

/** The care_appointment `v` opens the chart to its practitioner `me` now, or will. */
export const OPENS_YET = `(${among(CARE_STATUSES)} AND now() < ${CARE_UNTIL})`;

/** `opensAt` now, as SQL, of the care_appointment `v` and its reader `me`. */
const OPENS_NOW = `v.start_at - CASE WHEN ${OWN} THEN ${lasts(OWN_BOOKING_OPENS_DAYS)} ELSE ${lasts(APPOINTMENT_OPENS_DAYS)} END <= now()
  AND ${OPENS_YET}`;

/** The care stands on the word of its practitioner alone. */
const OWN_WORD = `(${OWN} AND NOT ${RECEIVED_BY_OTHERS} AND NOT ${REVIEWED})`;

const ENDED = "x.kind = 'own_booking' AND x.appointment_id = v.appointment_id AND x.expires_at <= now()";

/**
 * Everything that opens the chart of a patient to the caller now: by what, and until when (null: until it is taken back).
 * The one place that says it; all that reads a chart asks this. `which` of what they were given or opened, `g`, counts.
 */
const openings = (patient: string, which = 'true'): string => `
  SELECT 1 AS rank, 'chart_right' AS by, NULL::timestamptz AS until WHERE ${SEES_ALL}
  UNION ALL
  SELECT CASE WHEN ${OWN_WORD} THEN 4 ELSE 3 END, CASE WHEN ${OWN_WORD} THEN 'own_booking' ELSE 'appointment' END, ${CARE_UNTIL}
  FROM ${withVoices('staff_card', 'one.user_id = $2::uuid')}
    JOIN care_appointment v ON v.clinic_id = me.clinic_id AND v.practitioner_id = me.practitioner_id
  WHERE v.patient_id = ${patient} AND ${OPENS_NOW}
    AND NOT (${OWN} AND ${stopped('me.user_id', 'v.patient_id', ENDED)})
  UNION ALL
  SELECT CASE g.kind WHEN 'grant' THEN 2 ELSE 5 END, g.kind, g.expires_at FROM chart_access g
  WHERE g.user_id = $2::uuid AND g.patient_id = ${patient} AND g.kind IN ('grant', 'override')
    AND (g.expires_at IS NULL OR g.expires_at > now()) AND ${which}`;

/** The caller cares for the patient: by an appointment, a grant, or an override that has not run out. */
export const caresFor = (patient: string): string => `EXISTS (${openings(patient)})`;

/** Why the chart is open and until when, the longest lasting first: `{by, until}`, or null where it is closed. */
export const openedBy = (patient: string, which?: string): string =>
  // Whoever sees all need not be asked further.
  `CASE WHEN ${SEES_ALL} THEN json_build_object('by', 'chart_right', 'until', NULL)
    ELSE (SELECT json_build_object('by', o.by, 'until', o.until) FROM (${openings(patient, which)}) o ORDER BY o.rank, o.until DESC LIMIT 1) END`;

/**
 * The note `n` is the caller's: they began it, or are its practitioner in person. A key's are those that it or its maker began;
 * it is nobody's practitioner.
 */
export const OWNS_NOTE = `(n.created_by IN ($3::text, $2::uuid::text) OR $3::text = $2::uuid::text AND EXISTS (
  SELECT 1 FROM staff_card me WHERE me.user_id = $2::uuid AND me.practitioner_id = n.practitioner_id))`;

const COMMON = '(NOT n.confidential OR n.shared)';

/** A draft is its owner's and of those who see all; a signed note is of everybody in the circle of care. */
export const READS_NOTE = `(${OWNS_NOTE} OR ${COMMON} AND (${SEES_ALL} OR n.signed_at IS NOT NULL AND ${caresFor('n.patient_id')}))`;

/** A draft is written and signed by its owner alone; to a signed note those who see all may add. */
export const WRITES_NOTE = `(${OWNS_NOTE} OR n.signed_at IS NOT NULL AND ${COMMON} AND ${SEES_ALL})`;
