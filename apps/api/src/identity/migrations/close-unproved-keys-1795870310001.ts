import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** Keys end with a clinic that was never proved, like sessions; and what a sign-in leaves behind is purged. */
export class CloseUnprovedKeys1795870310001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [KEY_DOOR, PURGES]) await runner.query(sql);
    // Looked at by nothing since an address may have two accounts.
    await runner.query('DROP FUNCTION sign_in(citext)');
  }

  async down(): Promise<void> {
    throw new Error('Keys need these doors: restore the backup of before instead');
  }
}

const KEY_DOOR = `
  DROP FUNCTION api_key_by_hash(bytea);
  CREATE FUNCTION api_key_by_hash(key_hash bytea, unproved interval)
    RETURNS TABLE (id uuid, "clinicId" uuid, scopes text[], "makerId" uuid, roles text[], "chartRight" boolean, expired boolean,
      stopped boolean, closed boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE one api_key%ROWTYPE;
  BEGIN
    SELECT * INTO one FROM api_key k WHERE k.hash = key_hash AND k.revoked_at IS NULL;
    IF NOT FOUND THEN RETURN; END IF;
    IF one.last_used_at IS NULL OR one.last_used_at < clock_timestamp() - interval '5 minutes' THEN
      PERFORM 1 FROM api_key k WHERE k.clinic_id = one.clinic_id AND k.id = one.id FOR UPDATE SKIP LOCKED;
      IF FOUND THEN UPDATE api_key k SET last_used_at = clock_timestamp() WHERE k.clinic_id = one.clinic_id AND k.id = one.id; END IF;
    END IF;
    RETURN QUERY SELECT one.id, one.clinic_id, one.scopes, m.user_id, m.roles, m.chart_right, one.expires_at <= clock_timestamp(),
        one.stopped_at IS NOT NULL OR m.user_id IS NULL, c.proved_at IS NULL AND c.created_at < clock_timestamp() - unproved
      FROM clinic c LEFT JOIN membership m ON m.clinic_id = one.clinic_id AND m.user_id = one.user_id AND m.active
      WHERE c.clinic_id = one.clinic_id;
  END $$;
  ${definerFunction('api_key_by_hash(bytea, interval)')}`;

const PURGES = `
  -- Opens nothing any more.
  CREATE INDEX half_open_session_end ON half_open_session (expires_at);
  CREATE FUNCTION purge_half_open_sessions(at_most integer) RETURNS TABLE (purged bigint)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
      DELETE FROM half_open_session h USING (
        SELECT id FROM half_open_session WHERE expires_at < clock_timestamp() ORDER BY expires_at LIMIT at_most FOR UPDATE SKIP LOCKED) old
      WHERE h.id = old.id RETURNING 1)
    SELECT count(*) FROM gone $$;
  ${definerFunction('purge_half_open_sessions(integer)')}

  -- The mail was written from it; the audit says what happened.
  CREATE INDEX account_alert_age ON account_alert (created_at);
  CREATE FUNCTION purge_account_alerts(at_most integer) RETURNS TABLE (purged bigint)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
      DELETE FROM account_alert a USING (
        SELECT clinic_id, id FROM account_alert WHERE created_at < clock_timestamp() - interval '30 days'
        ORDER BY created_at LIMIT at_most FOR UPDATE SKIP LOCKED) old
      WHERE a.clinic_id = old.clinic_id AND a.id = old.id RETURNING 1)
    SELECT count(*) FROM gone $$;
  ${definerFunction('purge_account_alerts(integer)')}

  -- A day without a failure forgets the ones before.
  CREATE FUNCTION purge_sign_in_failures(at_most integer) RETURNS TABLE (purged bigint)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
      DELETE FROM sign_in_failure f USING (
        SELECT key FROM sign_in_failure WHERE last_at < clock_timestamp() - interval '1 day' ORDER BY last_at LIMIT at_most
        FOR UPDATE SKIP LOCKED) old
      WHERE f.key = old.key RETURNING 1)
    SELECT count(*) FROM gone $$;
  ${definerFunction('purge_sign_in_failures(integer)')}`;
