import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A visit that is off knows what it had of its practitioner's time: its service may keep more free by when it comes back. Null for one
 * that was called off before, which comes back as before, by the buffers of the day.
 */
export class KeepWhatTimeAVisitHad1795990800200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE appointment ADD COLUMN had_start_at timestamptz, ADD COLUMN had_end_at timestamptz,
      ADD CONSTRAINT appointment_had CHECK (num_nonnulls(had_start_at, had_end_at) IN (0, 2))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE appointment DROP COLUMN had_start_at, DROP COLUMN had_end_at');
  }
}
