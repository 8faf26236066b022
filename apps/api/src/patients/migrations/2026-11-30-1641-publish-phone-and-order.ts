import type { MigrationInterface, QueryRunner } from 'typeorm';
import { publishedView } from '../../platform/index.js';

/** The search on the roof names patients, tells them apart by their phone and puts them in order. */
export class PublishPhoneAndOrder2026113016410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      publishedView(
        'patient_card',
        `SELECT clinic_id, id, first_name, last_name, preferred_name, date_of_birth, alerts, archived_at, deceased_on, phone, sort_last,
           sort_first
         FROM patient`,
      ),
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
