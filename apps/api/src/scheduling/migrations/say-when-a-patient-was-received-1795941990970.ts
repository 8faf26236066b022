import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SayWhenAPatientWasReceived1795941990970 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // When somebody said that the patient came; null until then.
    await runner.query('ALTER TABLE appointment ADD COLUMN received_at timestamptz');
    // Of visits from before, the time line knows; of one that is not on it nobody does, and its day is believed.
    await runner.query(`
      UPDATE appointment a SET received_at = coalesce(
        (SELECT max(t.at) FROM timeline_entry t WHERE t.clinic_id = a.clinic_id AND t.patient_id = a.patient_id
          AND t.kind = 'appointment.arrived' AND t.data ->> 'appointmentId' = a.id::text), a.start_at)
      WHERE a.status IN ('arrived', 'in_session', 'completed')`);
    await runner.query(`
      CREATE OR REPLACE VIEW care_visit WITH (security_invoker = true) AS
        SELECT clinic_id, patient_id, practitioner_id, id AS appointment_id, status, start_at, end_at, placed_by, placed_at, received_by,
          received_at
        FROM appointment`);
  }

  async down(): Promise<void> {
    throw new Error('When a patient was received is not forgotten again: restore a backup instead');
  }
}
