import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An appointment has one name, in every column. */
export class NameAppointmentsInOpenings2026113012100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE chart_access RENAME COLUMN visit_at TO appointment_at');
    await runner.query('ALTER TABLE chart_access RENAME CONSTRAINT chart_access_visit_at TO chart_access_appointment_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE chart_access RENAME CONSTRAINT chart_access_appointment_at TO chart_access_visit_at');
    await runner.query('ALTER TABLE chart_access RENAME COLUMN appointment_at TO visit_at');
  }
}
