import type { MigrationInterface, QueryRunner } from 'typeorm';
import { namesIn } from '../../platform/index.js';

/** Titles and colleges that Keel has no translation of are named by the clinic in the other language. */
export class NameTitlesInBothLanguages2026120100110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(namesIn('practitioner', 'title_in', { languages: ['en', 'fr'], longest: 100 }));
    await runner.query(namesIn('practitioner', 'college_in', { languages: ['en', 'fr'], longest: 200 }));
    await runner.query(
      'ALTER TABLE practitioner ADD CONSTRAINT practitioner_college_in_of_college CHECK (college_in IS NULL OR college IS NOT NULL)',
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
