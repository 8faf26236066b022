import type { MigrationInterface, QueryRunner } from 'typeorm';
import { UNREVIEWED_SO_FAR } from './vouch-for-a-year-1795954216200.js';

/**
 * What opens a chart to somebody who was away, held the chart right or had no login when it was last written down what does, and
 * was never queued. Of whoever is away or holds it still, it is queued when they come back or give it up.
 */
export class QueueWhatWasLeftOut1795961729069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [UNREVIEWED_SO_FAR, LATE_WORDS_SO_FAR]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('What was queued for a review is not forgotten again: restore a backup instead');
  }
}

/** What a review would make a visit of: its practitioner alone says late that the patient came. */
export const LATE_WORDS_SO_FAR = `
  INSERT INTO chart_access (clinic_id, id, patient_id, user_id, kind, appointment_id, given_by_type, given_by, given_at, visit_at)
  SELECT a.clinic_id, uuidv7(), a.patient_id, me.user_id, 'own_booking', a.id, 'user', a.received_by::text, a.received_at, a.start_at
  FROM appointment a
    JOIN practitioner me ON me.clinic_id = a.clinic_id AND me.id = a.practitioner_id AND a.received_by = ANY (voices_of(me.clinic_id, me.user_id))
    JOIN membership m ON m.clinic_id = a.clinic_id AND m.user_id = me.user_id AND m.active AND NOT m.chart_right
  WHERE a.status IN ('arrived', 'in_session', 'completed') AND a.end_at > now() - interval '365 days'
    AND NOT (a.received_at >= a.start_at - interval '12 hours' AND a.received_at < a.start_at + interval '48 hours')
    AND NOT EXISTS (SELECT 1 FROM chart_access x WHERE x.clinic_id = a.clinic_id AND x.appointment_id = a.id AND x.user_id = me.user_id
      AND (x.reviewed_at IS NULL OR x.reviewed_at >= a.received_at))`;
