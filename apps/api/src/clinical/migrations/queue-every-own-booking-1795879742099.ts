import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QueueEveryOwnBooking1795879742099 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A visit that is moved on and on is an opening each time: it may be reviewed more than once.
    await runner.query(`
      ALTER TABLE chart_access DROP CONSTRAINT chart_access_once;
      CREATE INDEX chart_access_of_appointment ON chart_access (clinic_id, appointment_id, user_id) WHERE appointment_id IS NOT NULL`);
    // What opens a chart now by its practitioner's own word, and was never queued.
    await runner.query(`
      INSERT INTO chart_access (clinic_id, id, patient_id, user_id, kind, appointment_id, given_by_type, given_by, given_at)
      SELECT a.clinic_id, gen_random_uuid(), a.patient_id, me.user_id, 'own_booking', a.id, 'user', me.user_id::text, a.placed_at
      FROM appointment a
        JOIN practitioner me ON me.clinic_id = a.clinic_id AND me.id = a.practitioner_id AND me.user_id = a.placed_by
        JOIN membership m ON m.clinic_id = a.clinic_id AND m.user_id = me.user_id AND m.active AND NOT m.chart_right
      WHERE (a.status IN ('booked', 'confirmed') AND a.end_at > now() - interval '7 days'
          OR a.status IN ('arrived', 'in_session', 'completed') AND a.end_at > now() - interval '365 days')
        AND NOT EXISTS (SELECT 1 FROM chart_access x WHERE x.clinic_id = a.clinic_id AND x.appointment_id = a.id AND x.user_id = me.user_id)`);
  }

  async down(): Promise<void> {
    throw new Error('What was queued for a review is not forgotten again: restore a backup instead');
  }
}
