import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A bare language is as the clinic's country writes it; a tag of BCP 47 stands for itself. */
export class CheckLocalesOfClinics2026113019000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE clinic ADD CONSTRAINT clinic_locale_known CHECK (locale IN ('en', 'fr', 'en-CA', 'fr-CA', 'en-US'))");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE clinic DROP CONSTRAINT clinic_locale_known');
  }
}
