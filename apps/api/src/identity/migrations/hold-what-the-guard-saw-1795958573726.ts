import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, STEP_UP_MINUTES } from '../../platform/index.js';

/**
 * What a session makes that outlives it names the generation that the guard saw, and the clinic. The session alone does not say
 * enough: it stays through a new password of its own, and a copy of its former cookie may have a request on its way.
 */
export class HoldWhatTheGuardSaw1795958573726 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [FIND, HOLD, ACCOUNT, CLOSE]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Signing in needs these doors: restore the backup of before instead');
  }
}

const FIND = `
  DROP FUNCTION session_by_hash(bytea, interval, boolean);
  -- A session's clinic must be one where the person is active; use moves its idle limit, at most once a minute.
  -- Its former token finds it too until that ends, but never as one that was stepped up.
  CREATE FUNCTION session_by_hash(hash bytea, idle interval, extend boolean)
    RETURNS TABLE (id uuid, "userId" uuid, generation integer, "clinicId" uuid, roles text[], "chartRight" boolean, "endsAt" timestamptz,
      "steppedUpUntil" timestamptz, "mustEnrolFactor" boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE open_one session%ROWTYPE;
  DECLARE until timestamptz;
  BEGIN
    SELECT * INTO open_one FROM session s
    WHERE s.token_hash = hash AND s.expires_at > clock_timestamp() AND s.last_seen_at > clock_timestamp() - idle;
    IF NOT FOUND THEN
      SELECT * INTO open_one FROM session s
      WHERE s.former_hash = hash AND s.former_until > clock_timestamp()
        AND s.expires_at > clock_timestamp() AND s.last_seen_at > clock_timestamp() - idle;
      IF NOT FOUND THEN RETURN; END IF;
      open_one.stepped_up_at := NULL;
    END IF;
    IF extend AND open_one.last_seen_at < clock_timestamp() - interval '1 minute' THEN
      UPDATE session s SET last_seen_at = clock_timestamp() WHERE s.id = open_one.id;
    END IF;
    until := open_one.stepped_up_at + interval '${STEP_UP_MINUTES} minutes';
    IF until < clock_timestamp() THEN until := NULL; END IF;
    RETURN QUERY SELECT open_one.id, open_one.user_id, u.access_generation, m.clinic_id, m.roles, m.chart_right, open_one.expires_at, until,
        coalesce(m.roles && c.second_factor_roles, false)
          AND NOT EXISTS (SELECT 1 FROM factor f WHERE f.user_id = open_one.user_id AND f.confirmed_at IS NOT NULL)
      FROM user_account u
      LEFT JOIN membership m ON m.clinic_id = open_one.clinic_id AND m.user_id = open_one.user_id AND m.active
      LEFT JOIN clinic c ON c.clinic_id = m.clinic_id
      WHERE u.id = open_one.user_id;
  END $$;
  ${definerFunction('session_by_hash(bytea, interval, boolean)')}`;

const HOLD = `
  DROP FUNCTION hold_session(uuid, uuid);
  -- Empty where the session is over or has gone to another clinic, or another generation has begun. Whatever ends all of a person's
  -- sessions takes their account first, and so waits, and finds what the session made; or it comes before, and the session is gone.
  CREATE FUNCTION hold_session(session uuid, person uuid, generation integer, clinic uuid) RETURNS TABLE (id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM 1 FROM user_account u WHERE u.id = person AND u.access_generation = generation FOR NO KEY UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    RETURN QUERY SELECT s.id FROM session s
      WHERE s.id = session AND s.user_id = person AND s.clinic_id = clinic AND s.expires_at > clock_timestamp() FOR KEY SHARE;
  END $$;
  ${definerFunction('hold_session(uuid, uuid, integer, uuid)')}`;

const ACCOUNT = `
  -- First in every transaction that goes on to what belongs to the account and was found by something else, such as a link.
  CREATE FUNCTION lock_account(person uuid) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.id FROM user_account u WHERE u.id = person FOR NO KEY UPDATE $$;
  ${definerFunction('lock_account(uuid)')}`;

const CLOSE = `
  CREATE OR REPLACE FUNCTION close_sessions_in(clinic uuid, person uuid) RETURNS TABLE (id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM lock_account(person);
    RETURN QUERY DELETE FROM session s WHERE s.user_id = person AND s.clinic_id = clinic RETURNING s.id;
  END $$;`;
