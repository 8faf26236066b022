import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a patient owes is a sum of invoices, and may be more than twenty-one million dollars. */
export class KeepOwingAsBigint1795854171065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE patient_standing ALTER COLUMN owing TYPE bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE patient_standing ALTER COLUMN owing TYPE integer');
  }
}
