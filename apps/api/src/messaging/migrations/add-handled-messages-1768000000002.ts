import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddHandledMessages1768000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // When staff took care of a failure in another way, such as by a call.
    await runner.query('ALTER TABLE message ADD COLUMN handled_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE message DROP COLUMN handled_at');
  }
}
