import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An appointment has one name, in every table and view. */
export class NameAppointmentsInCare2026113012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER VIEW care_visit RENAME TO care_appointment');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER VIEW care_appointment RENAME TO care_visit');
  }
}
