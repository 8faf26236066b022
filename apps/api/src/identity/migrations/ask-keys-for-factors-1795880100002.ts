import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** A key asks of its maker what a session does; and failed sign-ins are forgotten by the purge alone. */
export class AskKeysForFactors1795880100002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [KEYS, FAILURES]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Keys need these doors: restore the backup of before instead');
  }
}

const KEYS = `
  -- Whether the clinic demands a second factor of a role of this member, who has none.
  CREATE FUNCTION must_enrol_factor(clinic uuid, person uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM membership m JOIN clinic c ON c.clinic_id = m.clinic_id
        WHERE m.clinic_id = clinic AND m.user_id = person AND m.active AND m.roles && c.second_factor_roles)
      AND NOT EXISTS (SELECT 1 FROM factor f WHERE f.user_id = person AND f.confirmed_at IS NOT NULL) $$;
  ${definerFunction('must_enrol_factor(uuid, uuid)')}

  DROP FUNCTION api_key_by_hash(bytea, interval);
  CREATE FUNCTION api_key_by_hash(key_hash bytea, unproved interval)
    RETURNS TABLE (id uuid, "clinicId" uuid, scopes text[], "makerId" uuid, roles text[], "chartRight" boolean, expired boolean,
      stopped boolean, closed boolean, factorless boolean)
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
        one.stopped_at IS NOT NULL OR m.user_id IS NULL, c.proved_at IS NULL AND c.created_at < clock_timestamp() - unproved,
        must_enrol_factor(one.clinic_id, one.user_id)
      FROM clinic c LEFT JOIN membership m ON m.clinic_id = one.clinic_id AND m.user_id = one.user_id AND m.active
      WHERE c.clinic_id = one.clinic_id;
  END $$;
  ${definerFunction('api_key_by_hash(bytea, interval)')}`;

const FAILURES = `
  -- Counts before the password is looked at, so that many at once cannot slip past together. Past the free ones each failure
  -- doubles the wait for the next, up to the longest; a day without one forgets them all.
  CREATE OR REPLACE FUNCTION count_sign_in(account bytea, free integer, longest interval)
    RETURNS TABLE ("waitSeconds" integer, failures integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE one sign_in_failure%ROWTYPE;
  BEGIN
    INSERT INTO sign_in_failure (key) VALUES (account) ON CONFLICT (key) DO NOTHING;
    SELECT * INTO one FROM sign_in_failure f WHERE f.key = account FOR UPDATE;
    IF one.blocked_until > clock_timestamp() THEN
      RETURN QUERY SELECT ceil(extract(epoch FROM one.blocked_until - clock_timestamp()))::integer, one.failures;
      RETURN;
    END IF;
    IF one.last_at < clock_timestamp() - interval '1 day' THEN one.failures := 0; END IF;
    UPDATE sign_in_failure f SET failures = one.failures + 1, last_at = clock_timestamp(),
      blocked_until = CASE WHEN one.failures + 1 >= free
        THEN clock_timestamp() + least(longest, interval '15 seconds' * 2 ^ least(one.failures + 1 - free, 20)) END
    WHERE f.key = account;
    RETURN QUERY SELECT 0, one.failures + 1;
  END $$;`;
