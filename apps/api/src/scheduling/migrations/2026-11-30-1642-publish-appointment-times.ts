import type { MigrationInterface, QueryRunner } from 'typeorm';
import { publishedView } from '../../platform/index.js';

/** Who comes to whom, when and for what, for the search on the roof. */
export class PublishAppointmentTimes2026113016420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      publishedView('appointment_time', 'SELECT clinic_id, id, patient_id, practitioner_id, service_id, start_at, status FROM appointment'),
    );
    await runner.query(publishedView('service_card', 'SELECT clinic_id, id, name FROM service'));
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
