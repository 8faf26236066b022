import type { Ctx } from '../../platform/index.js';

/**
 * Who may open a chart, as SQL conditions, so that the question is asked by the statement that reads. Each text expects the
 * caller first: $1 whether they are not held to a care relationship (Keel itself), $2 the login of the person who asks, or
 * of the member that a key acts for, or null; those about a note also $3, the actor's id.
 */
export function caller({ actor: { type, id }, makerId }: Ctx): [unlimited: boolean, userId: string | null] {
  return [type === 'system', type === 'user' ? id : (makerId ?? null)];
}

/** The whole clinic's charts are open: to a member with the chart right, and to their key. */
export const SEES_ALL = `($1::boolean OR EXISTS (SELECT 1 FROM staff_card me WHERE me.user_id = $2::uuid AND me.chart_right))`;

/** The caller cares for the patient: by a visit, a grant, or an override that has not run out. */
export const caresFor = (patient: string): string => `(${SEES_ALL} OR EXISTS (
  SELECT 1 FROM staff_card me JOIN care_visit v ON v.clinic_id = me.clinic_id AND v.practitioner_id = me.practitioner_id
  WHERE me.user_id = $2::uuid AND v.patient_id = ${patient}
) OR EXISTS (
  SELECT 1 FROM chart_access g
  WHERE g.user_id = $2::uuid AND g.patient_id = ${patient} AND (g.expires_at IS NULL OR g.expires_at > now())
))`;

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
