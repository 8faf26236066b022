import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../../platform/index.js';

export class CreateIdentity1762000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CLINIC, PEOPLE, PRACTITIONERS, INVITATIONS, API_KEYS, SESSION_DOORS, USER_DOORS, OTHER_DOORS])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not taken back: drop the database instead');
  }
}

const CLINIC = `
  CREATE TABLE clinic (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    slug text NOT NULL UNIQUE,
    time_zone text NOT NULL,
    country text NOT NULL,
    region text NOT NULL,
    currency text NOT NULL,
    locale text NOT NULL,
    phone text,
    email text,
    tax_numbers jsonb NOT NULL DEFAULT '{}',
    cancellation_notice_hours integer NOT NULL DEFAULT 24,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    UNIQUE (clinic_id),
    CHECK (clinic_id = id)
  );
  ${tenantTable('clinic', { grants: 'SELECT, INSERT, UPDATE' })}

  CREATE TABLE location (
    clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
    id uuid NOT NULL,
    name text NOT NULL,
    time_zone text NOT NULL,
    address_line1 text,
    address_line2 text,
    city text,
    region text,
    postal_code text,
    country text,
    phone text,
    active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id)
  );
  ${tenantTable('location', { grants: 'SELECT, INSERT, UPDATE' })}

  CREATE VIEW location_card WITH (security_invoker = true) AS SELECT clinic_id, id, name, time_zone, active FROM location;
  GRANT SELECT ON location_card TO keel_app;`;

// A person is one login in one or several clinics, so these two have no clinic; only doors reach them.
const PEOPLE = `
  CREATE TABLE user_account (
    id uuid PRIMARY KEY,
    email citext NOT NULL UNIQUE,
    password_hash text,
    created_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE session (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE,
    user_id uuid NOT NULL REFERENCES user_account (id),
    -- Empty until a person of several clinics has chosen one.
    clinic_id uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX session_by_user ON session (user_id);

  CREATE TABLE membership (
    clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
    id uuid NOT NULL,
    user_id uuid NOT NULL REFERENCES user_account (id),
    first_name text NOT NULL,
    last_name text NOT NULL,
    roles text[] NOT NULL,
    chart_right boolean NOT NULL DEFAULT false,
    active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    UNIQUE (clinic_id, user_id)
  );
  CREATE INDEX membership_user ON membership (user_id);
  ${tenantTable('membership', { grants: 'SELECT, INSERT, UPDATE' })}`;

const PRACTITIONERS = `
  CREATE TABLE practitioner (
    clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
    id uuid NOT NULL,
    user_id uuid,
    email citext NOT NULL,
    first_name text NOT NULL,
    last_name text NOT NULL,
    profession text NOT NULL,
    registration_number text NOT NULL,
    title text NOT NULL,
    college text,
    colour text NOT NULL,
    active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    UNIQUE (clinic_id, email),
    FOREIGN KEY (clinic_id, user_id) REFERENCES membership (clinic_id, user_id)
  );
  ${tenantTable('practitioner', { grants: 'SELECT, INSERT, UPDATE' })}

  CREATE VIEW practitioner_card WITH (security_invoker = true) AS
    SELECT clinic_id, id, first_name || ' ' || last_name AS display_name, profession, colour, active FROM practitioner;
  GRANT SELECT ON practitioner_card TO keel_app;

  -- An active member by their login, with the practitioner they are, if they are one.
  CREATE VIEW staff_card WITH (security_invoker = true) AS
    SELECT m.clinic_id, m.user_id, m.first_name || ' ' || m.last_name AS display_name, m.chart_right,
      p.id AS practitioner_id, p.profession
    FROM membership m LEFT JOIN practitioner p ON p.clinic_id = m.clinic_id AND p.user_id = m.user_id
    WHERE m.active;
  GRANT SELECT ON staff_card TO keel_app;`;

const INVITATIONS = `
  CREATE TABLE invitation (
    clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
    id uuid NOT NULL,
    email citext NOT NULL,
    first_name text NOT NULL,
    last_name text NOT NULL,
    roles text[] NOT NULL,
    practitioner_id uuid,
    -- Set when the mail is written; the token itself is in the mail alone.
    token_hash bytea UNIQUE,
    expires_at timestamptz NOT NULL,
    accepted_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioner (clinic_id, id)
  );
  ${tenantTable('invitation', { grants: 'SELECT, INSERT, UPDATE' })}
  -- Who works here, and who is about to.
  CREATE VIEW staff_member WITH (security_invoker = true) AS
    SELECT clinic_id, id, user_id, NULL::text AS email, first_name, last_name, roles, chart_right, active,
      CASE WHEN active THEN 'active' ELSE 'inactive' END AS status, version
    FROM membership
    UNION ALL
    SELECT clinic_id, id, NULL, email::text, first_name, last_name, roles, false, false, 'invited', version
    FROM invitation WHERE accepted_at IS NULL AND revoked_at IS NULL;
  GRANT SELECT ON staff_member TO keel_app;
  CREATE UNIQUE INDEX invitation_open ON invitation (clinic_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;`;

const API_KEYS = `
  CREATE TABLE api_key (
    clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
    id uuid NOT NULL,
    name text NOT NULL,
    hash bytea NOT NULL UNIQUE,
    scopes text[] NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id)
  );
  ${tenantTable('api_key', { grants: 'SELECT, INSERT, UPDATE' })}`;

const SESSION_DOORS = `
  CREATE FUNCTION open_session(session uuid, hash bytea, person uuid, clinic uuid, ends timestamptz) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO session (id, token_hash, user_id, clinic_id, expires_at) VALUES (session, hash, person, clinic, ends) RETURNING id $$;
  ${definerFunction('open_session(uuid, bytea, uuid, uuid, timestamptz)')}

  -- A session's clinic must be one where the person is active; use moves its idle limit, at most once a minute.
  CREATE FUNCTION session_by_hash(hash bytea, idle interval, extend boolean)
    RETURNS TABLE (id uuid, "userId" uuid, "clinicId" uuid, roles text[], "chartRight" boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE open_one session%ROWTYPE;
  BEGIN
    SELECT * INTO open_one FROM session s
    WHERE s.token_hash = hash AND s.expires_at > clock_timestamp() AND s.last_seen_at > clock_timestamp() - idle;
    IF NOT FOUND THEN RETURN; END IF;
    IF extend AND open_one.last_seen_at < clock_timestamp() - interval '1 minute' THEN
      UPDATE session s SET last_seen_at = clock_timestamp() WHERE s.id = open_one.id;
    END IF;
    RETURN QUERY SELECT open_one.id, open_one.user_id, m.clinic_id, m.roles, m.chart_right
      FROM (SELECT 1) AS one LEFT JOIN membership m
        ON m.clinic_id = open_one.clinic_id AND m.user_id = open_one.user_id AND m.active;
  END $$;
  ${definerFunction('session_by_hash(bytea, interval, boolean)')}

  CREATE FUNCTION choose_clinic(session uuid, person uuid, clinic uuid) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE session s SET clinic_id = clinic
    WHERE s.id = session AND s.user_id = person
      AND EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = clinic AND m.user_id = person AND m.active)
    RETURNING s.id $$;
  ${definerFunction('choose_clinic(uuid, uuid, uuid)')}

  CREATE FUNCTION close_session(hash bytea) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM session WHERE token_hash = hash RETURNING id $$;
  ${definerFunction('close_session(bytea)')}

  CREATE FUNCTION close_sessions_of(person uuid) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM session WHERE user_id = person RETURNING id $$;
  ${definerFunction('close_sessions_of(uuid)')}`;

const USER_DOORS = `
  CREATE FUNCTION sign_in(address citext) RETURNS TABLE ("userId" uuid, "passwordHash" text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id, password_hash FROM user_account WHERE email = address $$;
  ${definerFunction('sign_in(citext)')}

  -- Empty where the address is taken.
  CREATE FUNCTION register_user(person uuid, address citext, hash text) RETURNS TABLE ("userId" uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO user_account (id, email, password_hash) VALUES (person, address, hash) ON CONFLICT (email) DO NOTHING RETURNING id $$;
  ${definerFunction('register_user(uuid, citext, text)')}

  CREATE FUNCTION set_password(person uuid, hash text) RETURNS TABLE ("userId" uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE user_account SET password_hash = hash WHERE id = person RETURNING id $$;
  ${definerFunction('set_password(uuid, text)')}

  CREATE FUNCTION clinics_of_user(person uuid) RETURNS TABLE (id uuid, name text, slug text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.id, c.name, c.slug FROM membership m JOIN clinic c ON c.clinic_id = m.clinic_id
    WHERE m.user_id = person AND m.active ORDER BY c.name $$;
  ${definerFunction('clinics_of_user(uuid)')}

  CREATE FUNCTION email_of_user(clinic uuid, person uuid) RETURNS TABLE (email text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.email::text FROM membership m JOIN user_account u ON u.id = m.user_id
    WHERE m.clinic_id = clinic AND m.user_id = person $$;
  ${definerFunction('email_of_user(uuid, uuid)')}`;

const OTHER_DOORS = `
  CREATE FUNCTION api_key_by_hash(key_hash bytea) RETURNS TABLE (id uuid, "clinicId" uuid, scopes text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id, clinic_id, scopes FROM api_key WHERE hash = key_hash AND revoked_at IS NULL $$;
  ${definerFunction('api_key_by_hash(bytea)')}

  CREATE FUNCTION clinic_by_slug(wanted text) RETURNS TABLE (id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id FROM clinic WHERE slug = wanted $$;
  ${definerFunction('clinic_by_slug(text)')}

  CREATE FUNCTION invitation_by_hash(hash bytea) RETURNS TABLE (id uuid, "clinicId" uuid, email text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id, clinic_id, email::text FROM invitation
    WHERE token_hash = hash AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > clock_timestamp() $$;
  ${definerFunction('invitation_by_hash(bytea)')}`;
