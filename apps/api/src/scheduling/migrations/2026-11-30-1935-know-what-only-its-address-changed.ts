import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnowWhatOnlyItsAddressChanged2026113019350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The first of its time versions since which nothing but the address of its place was another: a reminder that was planned from then on
      -- is still one of this time. Null where the latest time version is of a booking or a move.
      ALTER TABLE appointment ADD COLUMN readdressed_from integer;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE appointment DROP COLUMN readdressed_from');
  }
}
