import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody may put a draft out of the way; it waits out of sight, so that it can be brought back, and its visit is free for another. */
export class DiscardDrafts1795924800417 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE invoice ADD COLUMN discarded_at timestamptz CHECK (discarded_at IS NULL OR status = 'draft');
      DROP INDEX invoice_of_appointment;
      -- One invoice a visit; a voided one, or a draft that was discarded, makes room for another.
      CREATE UNIQUE INDEX invoice_of_appointment ON invoice (clinic_id, appointment_id) WHERE status <> 'void' AND discarded_at IS NULL;
      CREATE INDEX invoice_discarded ON invoice (clinic_id, id) WHERE discarded_at IS NOT NULL;`);
  }

  async down(): Promise<void> {
    throw new Error('Drafts that were discarded would stand beside those that followed: restore a backup instead');
  }
}
