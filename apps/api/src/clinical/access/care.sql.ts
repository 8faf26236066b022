import { type Ctx, loginBehind } from '../../platform/index.js';
import { CARE_UNTIL, OPENS_NOW } from './care-window.js';

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

/** A visit that one gave oneself, and to which nobody has come yet. */
const OWN_BOOKING = `v.placed_by IS NOT DISTINCT FROM me.user_id AND v.status IN ('booked', 'confirmed')`;

/**
 * Everything that opens the chart of a patient to the caller now: by what, and until when (null: until it is taken back).
 * The one place that says it; all that reads a chart asks this.
 */
const openings = (patient: string): string => `
  SELECT 1 AS rank, 'chart_right' AS by, NULL::timestamptz AS until WHERE ${SEES_ALL}
  UNION ALL
  SELECT CASE WHEN ${OWN_BOOKING} THEN 4 ELSE 3 END, CASE WHEN ${OWN_BOOKING} THEN 'own_booking' ELSE 'visit' END, ${CARE_UNTIL}
  FROM staff_card me JOIN care_visit v ON v.clinic_id = me.clinic_id AND v.practitioner_id = me.practitioner_id
  WHERE me.user_id = $2::uuid AND v.patient_id = ${patient} AND ${OPENS_NOW} AND NOT EXISTS (
    SELECT 1 FROM chart_access x WHERE x.clinic_id = v.clinic_id AND x.user_id = me.user_id AND x.patient_id = v.patient_id
      AND x.appointment_id = v.appointment_id AND x.expires_at <= now())
  UNION ALL
  SELECT CASE g.kind WHEN 'grant' THEN 2 ELSE 5 END, g.kind, g.expires_at FROM chart_access g
  WHERE g.user_id = $2::uuid AND g.patient_id = ${patient} AND g.kind IN ('grant', 'override')
    AND (g.expires_at IS NULL OR g.expires_at > now())`;

/** The caller cares for the patient: by a visit, a grant, or an override that has not run out. */
export const caresFor = (patient: string): string => `EXISTS (${openings(patient)})`;

/** Why the chart is open and until when, the longest lasting first: `{by, until}`, or null where it is closed. */
export const openedBy = (patient: string): string =>
  // Whoever sees all need not be asked further.
  `CASE WHEN ${SEES_ALL} THEN json_build_object('by', 'chart_right', 'until', NULL)
    ELSE (SELECT json_build_object('by', o.by, 'until', o.until) FROM (${openings(patient)}) o ORDER BY o.rank, o.until DESC LIMIT 1) END`;

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
