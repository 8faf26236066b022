import type { MigrationInterface, QueryRunner } from 'typeorm';
import { publishedView } from '../../platform/index.js';

/** Floors above name things in the language of the patient to whom they say them. */
export class PublishLocales2026120100120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      publishedView(
        'patient_card',
        `SELECT clinic_id, id, first_name, last_name, preferred_name, date_of_birth, alerts, archived_at, deceased_on, phone, sort_last,
           sort_first, locale
         FROM patient`,
      ),
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
