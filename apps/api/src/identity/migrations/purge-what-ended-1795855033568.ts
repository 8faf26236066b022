import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

export class PurgeWhatEnded1795855033568 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PURGES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION purge_sessions(integer), purge_password_resets(integer)');
    await runner.query('DROP INDEX session_end, password_reset_end');
  }
}

const PURGES = `
  -- A session past its end opens nothing. It stays a day more, so that its owner's list still says what ended.
  CREATE INDEX session_end ON session (expires_at);
  CREATE FUNCTION purge_sessions(at_most integer) RETURNS TABLE (purged bigint)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
      DELETE FROM session s USING (
        SELECT id FROM session WHERE expires_at < now() - interval '1 day' ORDER BY expires_at LIMIT at_most FOR UPDATE SKIP LOCKED) old
      WHERE s.id = old.id RETURNING 1)
    SELECT count(*) FROM gone $$;
  ${definerFunction('purge_sessions(integer)')}

  -- Used, or past its hour: the audit says who asked and when. A week is for whoever looks into a mail that did not come.
  CREATE INDEX password_reset_end ON password_reset (expires_at);
  CREATE FUNCTION purge_password_resets(at_most integer) RETURNS TABLE (purged bigint)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
      DELETE FROM password_reset r USING (
        SELECT clinic_id, id FROM password_reset WHERE expires_at < now() - interval '7 days'
        ORDER BY expires_at LIMIT at_most FOR UPDATE SKIP LOCKED) old
      WHERE r.clinic_id = old.clinic_id AND r.id = old.id RETURNING 1)
    SELECT count(*) FROM gone $$;
  ${definerFunction('purge_password_resets(integer)')}`;
