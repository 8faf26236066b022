import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, STEP_UP_MINUTES } from '../../platform/index.js';

/** When a session's person last proved who they are, and from where it was opened. */
export class AddStepUp1795853733374 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, OPEN, FIND, OWN]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Signing in needs these columns and doors: restore the backup of before instead');
  }
}

const COLUMNS = `
  ALTER TABLE session
    -- Empty in sessions of before: they prove themselves once more.
    ADD COLUMN stepped_up_at timestamptz,
    ADD COLUMN ip inet,
    -- Browser and system in two words, of a list of our own.
    ADD COLUMN device text;`;

const OPEN = `
  DROP FUNCTION open_session(uuid, bytea, uuid, uuid, timestamptz);
  -- Opening one clears away the person's sessions that are over.
  CREATE FUNCTION open_session(session uuid, hash bytea, person uuid, clinic uuid, lasts interval, address inet, browser text)
    RETURNS TABLE ("endsAt" timestamptz)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM session s WHERE s.user_id = person AND s.expires_at < clock_timestamp();
    RETURN QUERY INSERT INTO session AS s (id, token_hash, user_id, clinic_id, expires_at, stepped_up_at, ip, device)
      VALUES (session, hash, person, clinic, clock_timestamp() + lasts, clock_timestamp(), address, browser) RETURNING s.expires_at;
  END $$;
  ${definerFunction('open_session(uuid, bytea, uuid, uuid, interval, inet, text)')}`;

const FIND = `
  DROP FUNCTION session_by_hash(bytea, interval, boolean);
  -- A session's clinic must be one where the person is active; use moves its idle limit, at most once a minute.
  CREATE FUNCTION session_by_hash(hash bytea, idle interval, extend boolean)
    RETURNS TABLE (id uuid, "userId" uuid, "clinicId" uuid, roles text[], "chartRight" boolean, "endsAt" timestamptz,
      "steppedUpUntil" timestamptz)
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
    RETURN QUERY SELECT open_one.id, open_one.user_id, m.clinic_id, m.roles, m.chart_right, open_one.expires_at, until
      FROM (SELECT 1) AS one LEFT JOIN membership m
        ON m.clinic_id = open_one.clinic_id AND m.user_id = open_one.user_id AND m.active;
  END $$;
  ${definerFunction('session_by_hash(bytea, interval, boolean)')}`;

const OWN = `
  CREATE FUNCTION step_up_session(session uuid, person uuid) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE session s SET stepped_up_at = clock_timestamp(), last_seen_at = clock_timestamp()
    WHERE s.id = session AND s.user_id = person AND s.expires_at > clock_timestamp() RETURNING s.id $$;
  ${definerFunction('step_up_session(uuid, uuid)')}

  -- The newest first; those that are over are not told of.
  CREATE FUNCTION sessions_of_user(person uuid, idle interval, before uuid, at_most integer)
    RETURNS TABLE (id uuid, "createdAt" timestamptz, "lastSeenAt" timestamptz, ip text, device text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.id, s.created_at, s.last_seen_at, host(s.ip), s.device FROM session s
    WHERE s.user_id = person AND s.expires_at > clock_timestamp() AND s.last_seen_at > clock_timestamp() - idle AND s.id < before
    ORDER BY s.id DESC LIMIT at_most $$;
  ${definerFunction('sessions_of_user(uuid, interval, uuid, integer)')}

  CREATE FUNCTION close_session_of(person uuid, session uuid) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM session s WHERE s.id = session AND s.user_id = person RETURNING s.id $$;
  ${definerFunction('close_session_of(uuid, uuid)')}

  CREATE FUNCTION close_other_sessions(person uuid, keep uuid) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM session s WHERE s.user_id = person AND s.id <> keep RETURNING s.id $$;
  ${definerFunction('close_other_sessions(uuid, uuid)')}`;
