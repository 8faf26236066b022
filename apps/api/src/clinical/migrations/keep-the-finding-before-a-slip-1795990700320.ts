import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an opening was found unjustified by, while it is found justified after all: withdrawn, the latter leaves the former. */
export class KeepTheFindingBeforeASlip1795990700320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE chart_access ADD COLUMN finding_before jsonb;
      GRANT UPDATE (finding_before) ON chart_access TO keel_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE chart_access DROP COLUMN finding_before');
  }
}
