import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first of a visit's versions at which its patient was shown what it is now: what they answer from there on counts. */
export class SaySinceWhenItIsShown1795926600415 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE appointment ADD COLUMN shown_version integer NOT NULL DEFAULT 1');
    // Of earlier changes nobody knows what they were of. To be confirmed or cancelled was one that a second press finds done.
    await runner.query(`UPDATE appointment SET shown_version = CASE
      WHEN status IN ('confirmed', 'cancelled', 'late_cancelled') THEN greatest(version - 1, 1) ELSE version END WHERE version > 1`);
    await runner.query('ALTER TABLE appointment ADD CONSTRAINT appointment_shown CHECK (shown_version BETWEEN 1 AND version)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE appointment DROP COLUMN shown_version');
  }
}
