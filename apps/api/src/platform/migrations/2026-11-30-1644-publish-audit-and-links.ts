import type { MigrationInterface, QueryRunner } from 'typeorm';
import { publishedView } from '../database/tenant-table.js';

/** What is read above of the audit and of links: never a token's hash. */
export class PublishAuditAndLinks2026113016440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      publishedView(
        'audit_line',
        `SELECT clinic_id, id, at, actor_type, actor_id, action, what, patient_ids, entity_id, reason, request_id, ip FROM audit_entry`,
      ),
    );
    await runner.query(
      publishedView('open_link', 'SELECT clinic_id, kind, subject_id FROM link_token WHERE revoked_at IS NULL AND expires_at > now()'),
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
