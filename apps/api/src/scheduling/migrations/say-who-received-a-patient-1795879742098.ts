import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SayWhoReceivedAPatient1795879742098 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE appointment
        -- When the visit was last given to its practitioner, or its time by them.
        ADD COLUMN placed_at timestamptz NOT NULL DEFAULT now(),
        -- The person who said that the patient came; null until then, and for Keel itself. Of visits from before nobody knows.
        ADD COLUMN received_by uuid`);
    await runner.query('UPDATE appointment SET placed_at = created_at');
    await runner.query(`
      CREATE OR REPLACE VIEW care_visit WITH (security_invoker = true) AS
        SELECT clinic_id, patient_id, practitioner_id, id AS appointment_id, status, start_at, end_at, placed_by, placed_at, received_by
        FROM appointment`);
  }

  async down(): Promise<void> {
    throw new Error('Who received a patient is not forgotten again: restore a backup instead');
  }
}
