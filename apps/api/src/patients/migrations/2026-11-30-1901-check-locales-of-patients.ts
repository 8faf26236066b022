import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A bare language is as the clinic's country writes it; a tag of BCP 47 stands for itself. */
export class CheckLocalesOfPatients2026113019010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE patient ADD CONSTRAINT patient_locale_known CHECK (locale IN ('en', 'fr', 'en-CA', 'fr-CA', 'en-US'))");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE patient DROP CONSTRAINT patient_locale_known');
  }
}
