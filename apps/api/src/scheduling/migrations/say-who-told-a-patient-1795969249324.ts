import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who told the patient what the clinic changed, and when; what they had known before stays beside it, so that a slip can be taken back. */
export class SayWhoToldAPatient1795969249324 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Of visits from before nobody wrote it on the visit; the time line says when it was.
    await runner.query(`
      ALTER TABLE appointment
        ADD COLUMN told_by uuid,
        ADD COLUMN told_at timestamptz,
        ADD CONSTRAINT appointment_told_by CHECK (told_by IS NULL OR told_at IS NOT NULL)`);
    await runner.query('DROP INDEX appointment_untold');
    await runner.query(
      'CREATE INDEX appointment_untold ON appointment (clinic_id, start_at) WHERE told_start_at IS NOT NULL AND told_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // What was told is told: without a record of it, it must not look as if it were still to be done.
    await runner.query(`
      UPDATE appointment SET told_start_at = NULL, told_practitioner_id = NULL, told_location_id = NULL, told_off = NULL
      WHERE told_at IS NOT NULL`);
    await runner.query('DROP INDEX appointment_untold');
    await runner.query('ALTER TABLE appointment DROP COLUMN told_by, DROP COLUMN told_at');
    await runner.query('CREATE INDEX appointment_untold ON appointment (clinic_id, start_at) WHERE told_start_at IS NOT NULL');
  }
}
