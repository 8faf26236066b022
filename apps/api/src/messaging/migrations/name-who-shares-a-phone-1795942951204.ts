import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A text from a phone that several patients of the clinic have is filed to none of them: whose it may be stands beside it. */
export class NameWhoSharesAPhone1795942951204 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE message ADD COLUMN shared_by uuid[] NOT NULL DEFAULT '{}'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE message DROP COLUMN shared_by');
  }
}
