import type { Ctx } from '../../platform/index.js';

/**
 * Who may open a chart, as SQL conditions, so that the question is asked by the statement that reads. Each text expects the
 * caller first: $1 whether they are not held to a care relationship (a program with the scope, Keel itself), $2 the
 * person's login or null; those about a note also $3, the actor's id.
 */
export function caller({ actor: { type, id } }: Ctx): [unlimited: boolean, userId: string | null] {
  return [type === 'key' || type === 'system', type === 'user' ? id : null];
}

/** The whole clinic's charts are open: a program, or a member with the chart right. */
export const SEES_ALL = `($1::boolean OR EXISTS (SELECT 1 FROM staff_card me WHERE me.user_id = $2::uuid AND me.chart_right))`;

/** The caller cares for the patient: by a visit, a grant, or an override that has not run out. */
export const caresFor = (patient: string): string => `(${SEES_ALL} OR EXISTS (
  SELECT 1 FROM staff_card me JOIN care_visit v ON v.clinic_id = me.clinic_id AND v.practitioner_id = me.practitioner_id
  WHERE me.user_id = $2::uuid AND v.patient_id = ${patient}
) OR EXISTS (
  SELECT 1 FROM chart_access g
  WHERE g.user_id = $2::uuid AND g.patient_id = ${patient} AND (g.expires_at IS NULL OR g.expires_at > now())
))`;

/** The caller is the practitioner or the author of the note `n`. */
export const OWNS_NOTE = `(n.created_by = $3::text OR EXISTS (
  SELECT 1 FROM staff_card me WHERE me.user_id = $2::uuid AND me.practitioner_id = n.practitioner_id))`;

const COMMON = '(NOT n.confidential OR n.shared)';

/** A draft is its owner's and of those who see all; a signed note is of everybody in the circle of care. */
export const READS_NOTE = `(${OWNS_NOTE} OR ${COMMON} AND (${SEES_ALL} OR n.signed_at IS NOT NULL AND ${caresFor('n.patient_id')}))`;

export const WRITES_NOTE = `(${OWNS_NOTE} OR ${COMMON} AND ${SEES_ALL})`;
