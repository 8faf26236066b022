import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, STEP_UP_MINUTES } from '../../platform/index.js';

/** A session's token is renewed whenever its person proves who they are; the former one opens a little less, for a moment longer. */
export class RenewSessionTokens1795897400321 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, FIND, CLOSE, RENEW]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Signing in needs these columns and doors: restore the backup of before instead');
  }
}

const COLUMNS = `
  ALTER TABLE session
    ADD COLUMN former_hash bytea UNIQUE,
    ADD COLUMN former_until timestamptz,
    ADD CONSTRAINT session_former_whole CHECK ((former_hash IS NULL) = (former_until IS NULL));`;

const FIND = `
  -- A session's clinic must be one where the person is active; use moves its idle limit, at most once a minute.
  -- Its former token finds it too until that ends, but never as one that was stepped up.
  CREATE OR REPLACE FUNCTION session_by_hash(hash bytea, idle interval, extend boolean)
    RETURNS TABLE (id uuid, "userId" uuid, "clinicId" uuid, roles text[], "chartRight" boolean, "endsAt" timestamptz,
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
    RETURN QUERY SELECT open_one.id, open_one.user_id, m.clinic_id, m.roles, m.chart_right, open_one.expires_at, until,
        coalesce(m.roles && c.second_factor_roles, false)
          AND NOT EXISTS (SELECT 1 FROM factor f WHERE f.user_id = open_one.user_id AND f.confirmed_at IS NOT NULL)
      FROM (SELECT 1) AS one
      LEFT JOIN membership m ON m.clinic_id = open_one.clinic_id AND m.user_id = open_one.user_id AND m.active
      LEFT JOIN clinic c ON c.clinic_id = m.clinic_id;
  END $$;`;

const CLOSE = `
  CREATE OR REPLACE FUNCTION close_session(hash bytea) RETURNS TABLE (id uuid, "userId" uuid, "clinicId" uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM half_open_session WHERE token_hash = hash;
    DELETE FROM session WHERE token_hash = hash OR (former_hash = hash AND former_until > clock_timestamp())
      RETURNING id, user_id, clinic_id $$;`;

const RENEW = `
  DROP FUNCTION step_up_session(uuid, uuid);
  CREATE FUNCTION renew_session(session uuid, person uuid, hash bytea, former_lasts interval, step_up boolean)
    RETURNS TABLE ("endsAt" timestamptz)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE session s SET token_hash = hash, former_hash = s.token_hash, former_until = clock_timestamp() + former_lasts,
      stepped_up_at = CASE WHEN step_up THEN clock_timestamp() ELSE s.stepped_up_at END, last_seen_at = clock_timestamp()
    WHERE s.id = session AND s.user_id = person AND s.expires_at > clock_timestamp() RETURNING s.expires_at $$;
  ${definerFunction('renew_session(uuid, uuid, bytea, interval, boolean)')}`;
