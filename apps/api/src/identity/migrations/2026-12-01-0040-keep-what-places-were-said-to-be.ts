import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a place is elsewhere than its patients were told is asked of all that was said of it since they last were: two corrections, each of which is
 * none by itself, may lead to another door. Of places that are there already it is what they say now.
 */
export class KeepWhatPlacesWereSaidToBe2026120100400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- As addresses are compared, beside the one that it has now.
      ALTER TABLE location ADD COLUMN said_addresses text[] NOT NULL DEFAULT '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('Drop said_addresses of location instead');
  }
}
