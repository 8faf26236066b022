import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SayWhoseAnswerItIs1795853756575 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Whose records a stored answer shows, as [{what, patientIds}]. Answers from before name nobody, and are forgotten in a day.
    await runner.query(`ALTER TABLE idempotency ADD COLUMN shows jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE idempotency DROP COLUMN shows');
  }
}
