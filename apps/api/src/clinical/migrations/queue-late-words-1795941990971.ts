import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QueueLateWords1795941990971 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What opened a chart for a year because its practitioner, or nobody knows who, marked it late: once somebody finds it
    // justified, it does so again.
    await runner.query(`
      INSERT INTO chart_access (clinic_id, id, patient_id, user_id, kind, appointment_id, given_by_type, given_by, given_at)
      SELECT a.clinic_id, gen_random_uuid(), a.patient_id, me.user_id, 'own_booking', a.id, 'user', me.user_id::text, a.received_at
      FROM appointment a
        JOIN practitioner me ON me.clinic_id = a.clinic_id AND me.id = a.practitioner_id AND coalesce(a.received_by, me.user_id) = me.user_id
        JOIN membership m ON m.clinic_id = a.clinic_id AND m.user_id = me.user_id AND m.active AND NOT m.chart_right
      WHERE a.status IN ('arrived', 'in_session', 'completed') AND a.end_at > now() - interval '365 days'
        AND NOT (a.received_at >= a.start_at - interval '12 hours' AND a.received_at < a.start_at + interval '48 hours')
        AND NOT EXISTS (SELECT 1 FROM chart_access x WHERE x.clinic_id = a.clinic_id AND x.appointment_id = a.id AND x.user_id = me.user_id)`);
  }

  async down(): Promise<void> {
    throw new Error('What was queued for a review is not forgotten again: restore a backup instead');
  }
}
