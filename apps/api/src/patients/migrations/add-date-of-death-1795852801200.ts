import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day somebody died, and for the floors above whether a person can still be booked. */
export class AddDateOfDeath1795852801200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE patient ADD COLUMN deceased_on date, ADD CONSTRAINT patient_died_after_birth CHECK (deceased_on >= date_of_birth)',
    );
    await runner.query(`
      CREATE OR REPLACE VIEW patient_card WITH (security_invoker = true) AS
        SELECT clinic_id, id, first_name, last_name, preferred_name, date_of_birth, alerts, archived_at, deceased_on FROM patient`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
