import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever accepted one became a practitioner who had been taken off the schedule. From now on it ends with that. */
export class EndInvitationsOfTheInactive1795990400601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE invitation i SET revoked_at = now(), version = i.version + 1 FROM practitioner p
      WHERE p.clinic_id = i.clinic_id AND p.id = i.practitioner_id AND NOT p.active AND i.accepted_at IS NULL AND i.revoked_at IS NULL`);
  }

  async down(): Promise<void> {
    // What has ended stays so.
  }
}
