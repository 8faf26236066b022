import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What had been given to those who have left since, or have no clinical role any more, must not wait for their return. */
export class EndGrantsOfLeavers1795897500002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE chart_access a SET expires_at = now(), version = a.version + 1 FROM membership m
      WHERE m.clinic_id = a.clinic_id AND m.user_id = a.user_id AND a.kind IN ('grant', 'override')
        AND (a.expires_at IS NULL OR a.expires_at > now())
        AND NOT (m.active AND (m.chart_right OR 'practitioner' = ANY (m.roles)))`);
  }

  async down(): Promise<void> {
    throw new Error('What ended with a membership does not begin again: restore a backup instead');
  }
}
