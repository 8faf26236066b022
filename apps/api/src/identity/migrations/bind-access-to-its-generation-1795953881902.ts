import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/**
 * What opens an account has generations: a new password or a first second factor begins the next one. A sign-in says of which one the
 * password was that it compared, so that one on its way opens nothing once there is another; and what a session makes that would
 * outlive it waits for whatever ends it.
 */
export class BindAccessToItsGeneration1795953881902 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [GENERATION, FIND, PASSWORD, SESSION, HALF_OPEN, DEVICE, FACTOR]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Signing in needs these columns and doors: restore the backup of before instead');
  }
}

const GENERATION = `
  ALTER TABLE user_account ADD COLUMN access_generation integer NOT NULL DEFAULT 1;
  -- Those of before say nothing of theirs; the password comes first again.
  DELETE FROM half_open_session;
  ALTER TABLE half_open_session ADD COLUMN access_generation integer NOT NULL;

  CREATE FUNCTION begin_access_generation() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.access_generation := OLD.access_generation + 1;
    RETURN NEW;
  END $$;
  CREATE TRIGGER begin_generation_with_the_password BEFORE UPDATE OF password_hash ON user_account FOR EACH ROW
    WHEN (OLD.password_hash IS DISTINCT FROM NEW.password_hash) EXECUTE FUNCTION begin_access_generation();

  -- Empty where another one has begun. None begins before the transaction ends.
  CREATE FUNCTION hold_account(person uuid, generation integer) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.id FROM user_account u WHERE u.id = person AND u.access_generation = generation FOR SHARE $$;
  ${definerFunction('hold_account(uuid, integer)')}`;

const FIND = `
  DROP FUNCTION accounts_of_address(citext);
  -- The proved one first: the same address may be that of one other, unproved account.
  CREATE FUNCTION accounts_of_address(address citext)
    RETURNS TABLE ("userId" uuid, "passwordHash" text, proved boolean, generation integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id, password_hash, proved_at IS NOT NULL, access_generation FROM user_account WHERE email = address
    ORDER BY proved_at NULLS LAST $$;
  ${definerFunction('accounts_of_address(citext)')}`;

const PASSWORD = `
  DROP FUNCTION set_password(uuid, text);
  -- Of the generation that it begins. Empty where it should replace that of a certain one, and another has begun.
  CREATE FUNCTION set_password(person uuid, hash text, instead_of integer) RETURNS TABLE (generation integer)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE user_account u SET password_hash = hash
    WHERE u.id = person AND (instead_of IS NULL OR u.access_generation = instead_of) RETURNING u.access_generation $$;
  ${definerFunction('set_password(uuid, text, integer)')}`;

const SESSION = `
  DROP FUNCTION open_session(uuid, bytea, uuid, uuid, interval, inet, text);
  -- Empty where another generation has begun. Opening one clears away the person's sessions that are over.
  CREATE FUNCTION open_session(session uuid, hash bytea, person uuid, generation integer, clinic uuid, lasts interval, address inet,
      browser text)
    RETURNS TABLE ("endsAt" timestamptz)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM hold_account(person, generation)) THEN RETURN; END IF;
    DELETE FROM session s WHERE s.user_id = person AND s.expires_at < clock_timestamp();
    RETURN QUERY INSERT INTO session AS s (id, token_hash, user_id, clinic_id, expires_at, stepped_up_at, ip, device)
      VALUES (session, hash, person, clinic, clock_timestamp() + lasts, clock_timestamp(), address, browser) RETURNING s.expires_at;
  END $$;
  ${definerFunction('open_session(uuid, bytea, uuid, integer, uuid, interval, inet, text)')}

  -- Empty where the session is over. Whatever ends all of a person's sessions takes their account first, and so waits, and finds what
  -- the session made; and it comes before, and the session is gone.
  CREATE FUNCTION hold_session(session uuid, person uuid) RETURNS TABLE (id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM 1 FROM user_account u WHERE u.id = person FOR NO KEY UPDATE;
    RETURN QUERY SELECT s.id FROM session s
      WHERE s.id = session AND s.user_id = person AND s.expires_at > clock_timestamp() FOR KEY SHARE;
  END $$;
  ${definerFunction('hold_session(uuid, uuid)')}`;

const HALF_OPEN = `
  DROP FUNCTION open_half_session(uuid, bytea, uuid, interval);
  CREATE FUNCTION open_half_session(half uuid, hash bytea, person uuid, generation integer, lasts interval)
    RETURNS TABLE ("endsAt" timestamptz)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM hold_account(person, generation)) THEN RETURN; END IF;
    DELETE FROM half_open_session h WHERE h.user_id = person AND h.expires_at < clock_timestamp();
    RETURN QUERY INSERT INTO half_open_session AS h (id, token_hash, user_id, access_generation, expires_at)
      VALUES (half, hash, person, generation, clock_timestamp() + lasts) RETURNING h.expires_at;
  END $$;
  ${definerFunction('open_half_session(uuid, bytea, uuid, integer, interval)')}

  DROP FUNCTION close_half_session(uuid);
  CREATE FUNCTION close_half_session(half uuid) RETURNS TABLE (generation integer)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM half_open_session h WHERE h.id = half RETURNING h.access_generation $$;
  ${definerFunction('close_half_session(uuid)')}`;

const DEVICE = `
  DROP FUNCTION know_device(uuid, bytea);
  -- Empty where another generation has begun: the browser knew the password of before.
  CREATE FUNCTION know_device(person uuid, generation integer, hash bytea) RETURNS TABLE (known boolean, others boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE fresh boolean;
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM hold_account(person, generation)) THEN RETURN; END IF;
    DELETE FROM known_device d WHERE d.user_id = person AND d.last_seen_at < clock_timestamp() - interval '1 year';
    INSERT INTO known_device AS d (user_id, token_hash) VALUES (person, hash)
      ON CONFLICT (user_id, token_hash) DO UPDATE SET last_seen_at = clock_timestamp() RETURNING old.id IS NULL INTO fresh;
    RETURN QUERY SELECT NOT fresh, EXISTS (SELECT 1 FROM known_device d WHERE d.user_id = person AND d.token_hash <> hash);
  END $$;
  ${definerFunction('know_device(uuid, integer, bytea)')}`;

const FACTOR = `
  -- Once: of two that confirm the same, the second finds nothing. Of two first ones, one is the first, and the password alone is no
  -- longer enough, not for a sign-in on its way either.
  CREATE OR REPLACE FUNCTION confirm_factor(factor_id uuid, person uuid, label text, step bigint, credential text, key bytea,
      signed bigint, ways text[])
    RETURNS TABLE (confirmed integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE have integer;
  BEGIN
    PERFORM 1 FROM user_account u WHERE u.id = person FOR UPDATE;
    UPDATE factor f SET name = label, last_step = step, credential_id = credential, public_key = key, sign_count = signed,
      transports = ways, challenge = NULL, confirmed_at = clock_timestamp()
    WHERE f.id = factor_id AND f.user_id = person AND f.confirmed_at IS NULL;
    IF NOT FOUND THEN RETURN; END IF;
    SELECT count(*) INTO have FROM factor f WHERE f.user_id = person AND f.confirmed_at IS NOT NULL;
    IF have = 1 THEN UPDATE user_account u SET access_generation = u.access_generation + 1 WHERE u.id = person; END IF;
    RETURN QUERY SELECT have;
  END $$;`;
