import type { MigrationInterface, QueryRunner } from 'typeorm';
import { publishedView } from '../../platform/index.js';

/** What the floors above may read of a clinic, its members, keys and practitioners in their own SQL. */
export class PublishCards2026113016400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(publishedView('clinic_card', 'SELECT clinic_id, country, currency, proved_at FROM clinic'));
    // Also of those who left: what they did keeps their name.
    await runner.query(
      publishedView('member_card', "SELECT clinic_id, user_id, first_name || ' ' || last_name AS display_name FROM membership"),
    );
    await runner.query(publishedView('api_key_card', 'SELECT clinic_id, id, name FROM api_key'));
    await runner.query(
      publishedView(
        'practitioner_card',
        `SELECT clinic_id, id, first_name || ' ' || last_name AS display_name, profession, colour, active, inactive_since, user_id
         FROM practitioner`,
      ),
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
