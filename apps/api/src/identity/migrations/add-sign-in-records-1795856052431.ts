import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../../platform/index.js';

/** Browsers that somebody has signed in from, failures by account, and what a person is told of by mail. */
export class AddSignInRecords1795856052431 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [DEVICES, FAILURES, ALERTS, WORDS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Signing in needs these tables and doors: restore the backup of before instead');
  }
}

const DEVICES = `
  CREATE TABLE known_device (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    user_id uuid NOT NULL REFERENCES user_account (id),
    -- Of a cookie that stays when one signs out; several people may share a browser.
    token_hash bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (user_id, token_hash)
  );

  -- By the person, or by the proved owner of an address: whoever claims one has no known browser there.
  CREATE FUNCTION is_known_device(address citext, person uuid, hash bytea) RETURNS TABLE (id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.id FROM known_device d JOIN user_account u ON u.id = d.user_id
    WHERE d.token_hash = hash AND (u.id = person OR (u.email = address AND u.proved_at IS NOT NULL)) $$;
  ${definerFunction('is_known_device(citext, uuid, bytea)')}

  -- "known" before this call; "others" where the person has signed in from elsewhere. Those not seen for a year are forgotten.
  CREATE FUNCTION know_device(person uuid, hash bytea) RETURNS TABLE (known boolean, others boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE fresh boolean;
  BEGIN
    DELETE FROM known_device d WHERE d.user_id = person AND d.last_seen_at < clock_timestamp() - interval '1 year';
    INSERT INTO known_device AS d (user_id, token_hash) VALUES (person, hash)
      ON CONFLICT (user_id, token_hash) DO UPDATE SET last_seen_at = clock_timestamp() RETURNING old.id IS NULL INTO fresh;
    RETURN QUERY SELECT NOT fresh, EXISTS (SELECT 1 FROM known_device d WHERE d.user_id = person AND d.token_hash <> hash);
  END $$;
  ${definerFunction('know_device(uuid, bytea)')}`;

const FAILURES = `
  CREATE TABLE sign_in_failure (
    -- Keyed hash of an address, known or not, and of the device where that is known: nobody is named.
    key bytea PRIMARY KEY,
    failures integer NOT NULL DEFAULT 0,
    last_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    blocked_until timestamptz
  );
  CREATE INDEX sign_in_failure_age ON sign_in_failure (last_at);

  -- Counts before the password is looked at, so that many at once cannot slip past together. Past the free ones each failure
  -- doubles the wait for the next, up to the longest; a day without one forgets them all.
  CREATE FUNCTION count_sign_in(account bytea, free integer, longest interval) RETURNS TABLE ("waitSeconds" integer, failures integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE one sign_in_failure%ROWTYPE;
  BEGIN
    DELETE FROM sign_in_failure f WHERE f.key IN (
      SELECT o.key FROM sign_in_failure o WHERE o.last_at < clock_timestamp() - interval '1 day' ORDER BY o.last_at LIMIT 10
      FOR UPDATE SKIP LOCKED);
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
  END $$;
  ${definerFunction('count_sign_in(bytea, integer, interval)')}

  -- All of them, or this one alone.
  CREATE FUNCTION forget_sign_ins(account bytea, whole boolean) RETURNS TABLE (key bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF whole THEN
      RETURN QUERY DELETE FROM sign_in_failure f WHERE f.key = account RETURNING f.key;
    ELSE
      RETURN QUERY UPDATE sign_in_failure f SET failures = greatest(f.failures - 1, 0), blocked_until = NULL
        WHERE f.key = account RETURNING f.key;
    END IF;
  END $$;
  ${definerFunction('forget_sign_ins(bytea, boolean)')}`;

const ALERTS = `
  -- One mail to a person about their own account. It belongs to one of their clinics, whose worker writes it.
  CREATE TABLE account_alert (
    clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    device text NOT NULL,
    ip inet,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, user_id) REFERENCES membership (clinic_id, user_id)
  );
  ${tenantTable('account_alert', { grants: 'SELECT, INSERT' })}`;

const WORDS = `
  -- What others know of a person, and what their password must therefore not be made of.
  CREATE FUNCTION words_about(person uuid) RETURNS TABLE (word text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.email::text FROM user_account u WHERE u.id = person
    UNION ALL
    SELECT concat_ws(' ', m.first_name, m.last_name, c.name, c.slug)
    FROM membership m JOIN clinic c ON c.clinic_id = m.clinic_id WHERE m.user_id = person $$;
  ${definerFunction('words_about(uuid)')}`;
