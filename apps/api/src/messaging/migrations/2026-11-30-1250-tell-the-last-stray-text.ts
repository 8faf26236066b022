import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** "Ok" to an answer of no clinic confirms nothing, so it is known when a phone had one last. */
export class TellTheLastStrayText2026113012500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION last_stray_text(hash bytea) RETURNS TABLE (sid text, at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT s.sid, s.received_at FROM stray_text s WHERE s.number_hash = hash ORDER BY s.received_at DESC LIMIT 1 $$;
      ${definerFunction('last_stray_text(bytea)')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION last_stray_text(bytea)');
  }
}
