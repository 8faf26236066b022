import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WriteToMembers1795853756578 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The login of the member that it is for, where its subject does not say; a subject is told once to each.
    await runner.query(`
      ALTER TABLE message ADD COLUMN recipient_id uuid;
      CREATE UNIQUE INDEX message_to_member_once ON message (clinic_id, kind, subject_id, recipient_id) WHERE recipient_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE message DROP COLUMN recipient_id');
  }
}
