import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody's word speaks for a year of visits, and the word of an account that the reader brought in is the reader's. */
export class VouchForAYear1795954216200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMN, UNREVIEWED_SO_FAR]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('What was queued for a review is not forgotten again: restore a backup instead');
  }
}

const COLUMN = `
  -- When the visit of one's own was to be; the latest such time until it was reviewed.
  ALTER TABLE chart_access ADD COLUMN visit_at timestamptz;
  UPDATE chart_access x SET visit_at = a.start_at FROM appointment a WHERE a.clinic_id = x.clinic_id AND a.id = x.appointment_id;
  ALTER TABLE chart_access ADD CONSTRAINT chart_access_visit_at CHECK ((appointment_id IS NULL) = (visit_at IS NULL));
  GRANT UPDATE (visit_at) ON chart_access TO keel_app;`;

/** What opens a chart, now or later, by the reader's own word and was never queued, since it leant on a word of more than a year before it. */
export const UNREVIEWED_SO_FAR = `
  INSERT INTO chart_access (clinic_id, id, patient_id, user_id, kind, appointment_id, given_by_type, given_by, given_at, visit_at)
  SELECT a.clinic_id, uuidv7(), a.patient_id, me.user_id, 'own_booking', a.id, 'user', a.placed_by::text, a.placed_at, a.start_at
  FROM appointment a
    JOIN practitioner me ON me.clinic_id = a.clinic_id AND me.id = a.practitioner_id AND a.placed_by = ANY (voices_of(me.clinic_id, me.user_id))
    JOIN membership m ON m.clinic_id = a.clinic_id AND m.user_id = me.user_id AND m.active AND NOT m.chart_right
  WHERE (a.status IN ('booked', 'confirmed') AND a.end_at > now() - interval '7 days'
      OR a.status IN ('arrived', 'in_session', 'completed') AND a.end_at > now() - interval '365 days')
    AND NOT EXISTS (SELECT 1 FROM chart_access x WHERE x.clinic_id = a.clinic_id AND x.appointment_id = a.id AND x.user_id = me.user_id
      AND (x.reviewed_at IS NULL OR x.reviewed_at >= a.placed_at))
    AND NOT EXISTS (SELECT 1 FROM chart_access j WHERE j.clinic_id = a.clinic_id AND j.patient_id = a.patient_id AND j.user_id = me.user_id
      AND j.kind = 'own_booking' AND j.review_outcome = 'justified' AND j.expires_at IS NULL
      AND j.given_at <= a.start_at AND j.given_at > a.start_at - interval '365 days')
    AND NOT EXISTS (SELECT 1 FROM appointment v WHERE v.clinic_id = a.clinic_id AND v.practitioner_id = a.practitioner_id
      AND v.patient_id = a.patient_id AND v.id <> a.id AND v.status = 'completed'
      AND (v.placed_at <= a.placed_at AND (v.placed_by = ANY (voices_of(me.clinic_id, me.user_id))) IS NOT TRUE
          AND v.received_at >= v.start_at - interval '12 hours' AND v.received_at < v.start_at + interval '48 hours'
        OR v.start_at <= a.placed_at AND NOT v.received_by = ANY (voices_of(me.clinic_id, me.user_id)))
      AND v.start_at <= a.start_at AND v.end_at > a.start_at - interval '365 days');`;
