import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which reminder told the patient what the clinic changed; where it turns out not to have reached them, they are still to be told. */
export class SayWhichReminderTold1795990400200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE appointment
        ADD COLUMN told_message_id uuid,
        ADD CONSTRAINT appointment_told_message CHECK (told_message_id IS NULL OR (told_at IS NOT NULL AND told_by IS NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // As it was written before: of what a reminder told, nothing was kept.
    await runner.query(`
      UPDATE appointment SET told_at = NULL, told_start_at = NULL, told_practitioner_id = NULL, told_location_id = NULL, told_off = NULL
      WHERE told_message_id IS NOT NULL`);
    await runner.query('ALTER TABLE appointment DROP COLUMN told_message_id');
  }
}
