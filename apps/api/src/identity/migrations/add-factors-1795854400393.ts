import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, STEP_UP_MINUTES } from '../../platform/index.js';

/** Second factors, and sign-ins that wait for one. They are a person's own, in all of their clinics, so only doors reach them. */
export class AddFactors1795854400393 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, FACTORS, PROOFS, RECOVERY, HALF_OPEN, SESSIONS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Signing in needs these tables and doors: restore the backup of before instead');
  }
}

const TABLES = `
  ALTER TABLE clinic ADD COLUMN second_factor_roles text[] NOT NULL DEFAULT '{}';
  -- Of the passkey that this session may step up with next.
  ALTER TABLE session ADD COLUMN challenge text;

  CREATE TABLE factor (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES user_account (id),
    kind text NOT NULL CHECK (kind IN ('totp', 'passkey')),
    name text NOT NULL,
    -- Sealed.
    secret bytea,
    -- The newest time step whose code was taken: neither it nor an older one is taken again.
    last_step bigint NOT NULL DEFAULT 0,
    -- Of a passkey that is being made.
    challenge text,
    credential_id text UNIQUE,
    public_key bytea,
    sign_count bigint NOT NULL DEFAULT 0,
    transports text[] NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Until then it proves nothing.
    confirmed_at timestamptz,
    last_used_at timestamptz
  );
  CREATE INDEX factor_by_user ON factor (user_id);

  CREATE TABLE recovery_code (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    user_id uuid NOT NULL REFERENCES user_account (id),
    hash bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    used_at timestamptz,
    UNIQUE (user_id, hash)
  );

  -- The password was right, the second factor is still to come. No session: nothing that looks for one finds it.
  CREATE TABLE half_open_session (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE,
    user_id uuid NOT NULL REFERENCES user_account (id),
    challenge text,
    failures integer NOT NULL DEFAULT 0,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX half_open_session_by_user ON half_open_session (user_id);`;

const FACTORS = `
  CREATE FUNCTION factors_of_user(person uuid)
    RETURNS TABLE (id uuid, kind text, name text, secret bytea, challenge text, "credentialId" text, "publicKey" bytea,
      "signCount" bigint, transports text[], "createdAt" timestamptz, "confirmedAt" timestamptz, "lastUsedAt" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT f.id, f.kind, f.name, f.secret, f.challenge, f.credential_id, f.public_key, f.sign_count, f.transports, f.created_at,
      f.confirmed_at, f.last_used_at
    FROM factor f WHERE f.user_id = person ORDER BY f.id $$;
  ${definerFunction('factors_of_user(uuid)')}

  -- One that was begun and left is given up for the next.
  CREATE FUNCTION begin_factor(factor_id uuid, person uuid, factor_kind text, sealed bytea, asked text) RETURNS TABLE (id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM factor f WHERE f.user_id = person AND f.kind = factor_kind AND f.confirmed_at IS NULL;
    RETURN QUERY INSERT INTO factor AS f (id, user_id, kind, name, secret, challenge)
      VALUES (factor_id, person, factor_kind, factor_kind, sealed, asked) RETURNING f.id;
  END $$;
  ${definerFunction('begin_factor(uuid, uuid, text, bytea, text)')}

  -- Once: of two that confirm the same, the second finds nothing. Of two first ones, one is the first.
  CREATE FUNCTION confirm_factor(factor_id uuid, person uuid, label text, step bigint, credential text, key bytea, signed bigint, ways text[])
    RETURNS TABLE (confirmed integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM 1 FROM user_account u WHERE u.id = person FOR UPDATE;
    UPDATE factor f SET name = label, last_step = step, credential_id = credential, public_key = key, sign_count = signed,
      transports = ways, challenge = NULL, confirmed_at = clock_timestamp()
    WHERE f.id = factor_id AND f.user_id = person AND f.confirmed_at IS NULL;
    IF NOT FOUND THEN RETURN; END IF;
    RETURN QUERY SELECT count(*)::integer FROM factor f WHERE f.user_id = person AND f.confirmed_at IS NOT NULL;
  END $$;
  ${definerFunction('confirm_factor(uuid, uuid, text, bigint, text, bytea, bigint, text[])')}

  -- Whoever was about to sign in with it begins anew; recovery codes stand in for a factor and go with the last.
  CREATE FUNCTION remove_factor(factor_id uuid, person uuid) RETURNS TABLE (kind text, name text, confirmed boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN QUERY DELETE FROM factor f WHERE f.id = factor_id AND f.user_id = person
      RETURNING f.kind, f.name, f.confirmed_at IS NOT NULL;
    IF NOT FOUND THEN RETURN; END IF;
    DELETE FROM half_open_session h WHERE h.user_id = person;
    IF NOT EXISTS (SELECT 1 FROM factor f WHERE f.user_id = person AND f.confirmed_at IS NOT NULL) THEN
      DELETE FROM recovery_code c WHERE c.user_id = person;
    END IF;
  END $$;
  ${definerFunction('remove_factor(uuid, uuid)')}`;

const PROOFS = `
  CREATE FUNCTION use_totp(factor_id uuid, person uuid, step bigint) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE factor f SET last_step = step, last_used_at = clock_timestamp()
    WHERE f.id = factor_id AND f.user_id = person AND f.confirmed_at IS NOT NULL AND f.last_step < step RETURNING f.id $$;
  ${definerFunction('use_totp(uuid, uuid, bigint)')}

  -- A count that does not grow tells of a copied passkey; many never count at all.
  CREATE FUNCTION use_passkey(factor_id uuid, person uuid, signed bigint) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE factor f SET sign_count = signed, last_used_at = clock_timestamp()
    WHERE f.id = factor_id AND f.user_id = person AND f.confirmed_at IS NOT NULL
      AND (f.sign_count < signed OR (f.sign_count = 0 AND signed = 0)) RETURNING f.id $$;
  ${definerFunction('use_passkey(uuid, uuid, bigint)')}

  -- A challenge is answered once: taking it takes it away.
  CREATE FUNCTION set_challenge(waiting uuid, asked text) RETURNS TABLE (id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN QUERY UPDATE session s SET challenge = asked WHERE s.id = waiting RETURNING s.id;
    RETURN QUERY UPDATE half_open_session h SET challenge = asked WHERE h.id = waiting RETURNING h.id;
  END $$;
  ${definerFunction('set_challenge(uuid, text)')}

  CREATE FUNCTION take_challenge(waiting uuid) RETURNS TABLE (challenge text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN QUERY UPDATE session s SET challenge = NULL WHERE s.id = waiting AND s.challenge IS NOT NULL RETURNING old.challenge;
    RETURN QUERY UPDATE half_open_session h SET challenge = NULL WHERE h.id = waiting AND h.challenge IS NOT NULL RETURNING old.challenge;
  END $$;
  ${definerFunction('take_challenge(uuid)')}`;

const RECOVERY = `
  CREATE FUNCTION recovery_codes_left(person uuid) RETURNS TABLE (count integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*)::integer FROM recovery_code c WHERE c.user_id = person AND c.used_at IS NULL $$;
  ${definerFunction('recovery_codes_left(uuid)')}

  CREATE FUNCTION replace_recovery_codes(person uuid, hashes bytea[]) RETURNS TABLE (id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    -- Two that ask at once: the person's row puts them in order.
    PERFORM 1 FROM user_account u WHERE u.id = person FOR UPDATE;
    DELETE FROM recovery_code c WHERE c.user_id = person;
    RETURN QUERY INSERT INTO recovery_code AS c (user_id, hash) SELECT person, unnest(hashes) RETURNING c.id;
  END $$;
  ${definerFunction('replace_recovery_codes(uuid, bytea[])')}

  CREATE FUNCTION use_recovery_code(person uuid, code_hash bytea) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE recovery_code c SET used_at = clock_timestamp()
    WHERE c.user_id = person AND c.hash = code_hash AND c.used_at IS NULL RETURNING c.id $$;
  ${definerFunction('use_recovery_code(uuid, bytea)')}`;

const HALF_OPEN = `
  CREATE FUNCTION open_half_session(half uuid, hash bytea, person uuid, lasts interval) RETURNS TABLE ("endsAt" timestamptz)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM half_open_session h WHERE h.user_id = person AND h.expires_at < clock_timestamp();
    RETURN QUERY INSERT INTO half_open_session AS h (id, token_hash, user_id, expires_at)
      VALUES (half, hash, person, clock_timestamp() + lasts) RETURNING h.expires_at;
  END $$;
  ${definerFunction('open_half_session(uuid, bytea, uuid, interval)')}

  -- Each look counts as a try until it has succeeded, so that many at once cannot slip past together.
  CREATE FUNCTION try_half_session(hash bytea, at_most integer) RETURNS TABLE (id uuid, "userId" uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE half_open_session h SET failures = h.failures + 1
    WHERE h.token_hash = hash AND h.expires_at > clock_timestamp() AND h.failures < at_most RETURNING h.id, h.user_id $$;
  ${definerFunction('try_half_session(bytea, integer)')}

  CREATE FUNCTION close_half_session(half uuid) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM half_open_session h WHERE h.id = half RETURNING h.id $$;
  ${definerFunction('close_half_session(uuid)')}

  -- A password that is no more opens nothing that its last use had begun.
  CREATE FUNCTION close_half_sessions() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM half_open_session WHERE user_id = OLD.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER close_half_when_password_changes AFTER UPDATE OF password_hash ON user_account FOR EACH ROW
    EXECUTE FUNCTION close_half_sessions();
  CREATE OR REPLACE FUNCTION close_other_sessions(person uuid, keep uuid) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM half_open_session h WHERE h.user_id = person;
    DELETE FROM session s WHERE s.user_id = person AND s.id <> keep RETURNING s.id $$;`;

const SESSIONS = `
  DROP FUNCTION close_session(bytea);
  CREATE FUNCTION close_session(hash bytea) RETURNS TABLE (id uuid, "userId" uuid, "clinicId" uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM half_open_session WHERE token_hash = hash;
    DELETE FROM session WHERE token_hash = hash RETURNING id, user_id, clinic_id $$;
  ${definerFunction('close_session(bytea)')}

  DROP FUNCTION session_by_hash(bytea, interval, boolean);
  -- A session's clinic must be one where the person is active; use moves its idle limit, at most once a minute.
  CREATE FUNCTION session_by_hash(hash bytea, idle interval, extend boolean)
    RETURNS TABLE (id uuid, "userId" uuid, "clinicId" uuid, roles text[], "chartRight" boolean, "endsAt" timestamptz,
      "steppedUpUntil" timestamptz, "mustEnrolFactor" boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE open_one session%ROWTYPE;
  DECLARE until timestamptz;
  BEGIN
    SELECT * INTO open_one FROM session s
    WHERE s.token_hash = hash AND s.expires_at > clock_timestamp() AND s.last_seen_at > clock_timestamp() - idle;
    IF NOT FOUND THEN RETURN; END IF;
    IF extend AND open_one.last_seen_at < clock_timestamp() - interval '1 minute' THEN
      UPDATE session s SET last_seen_at = clock_timestamp() WHERE s.id = open_one.id;
    END IF;
    until := open_one.stepped_up_at + interval '${STEP_UP_MINUTES} minutes';
    IF until < clock_timestamp() THEN until := NULL; END IF;
    RETURN QUERY SELECT open_one.id, open_one.user_id, m.clinic_id, m.roles, m.chart_right, open_one.expires_at, until,
        coalesce(m.roles && c.second_factor_roles, false)
          AND NOT EXISTS (SELECT 1 FROM factor f WHERE f.user_id = open_one.user_id AND f.confirmed_at IS NOT NULL)
      FROM (SELECT 1) AS one
      LEFT JOIN membership m ON m.clinic_id = open_one.clinic_id AND m.user_id = open_one.user_id AND m.active
      LEFT JOIN clinic c ON c.clinic_id = m.clinic_id;
  END $$;
  ${definerFunction('session_by_hash(bytea, interval, boolean)')}`;
