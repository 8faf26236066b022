import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../../platform/index.js';

/** A key acts for a member and ends; what is left of an account's access ends together; owners are told of rights given. */
export class BindKeysToTheirMakers1795853762031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [KEYS, BELLS, KEY_DOOR, INVITERS, ENDS, NOTICES]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Which keys were stopped is not written down twice: restore the database instead');
  }
}

// A key that a key had made acts for whoever made the first of them; one whose maker cannot be found is stopped until an
// owner adopts it. A key that could read patients keeps what a new permission names apart.
const KEYS = `
  ALTER TABLE api_key
    ADD COLUMN user_id uuid,
    ADD COLUMN expires_at timestamptz NOT NULL DEFAULT now() + interval '1 year',
    ADD COLUMN last_used_at timestamptz,
    -- Since when the maker's access has ended: the key opens nothing until an owner adopts it.
    ADD COLUMN stopped_at timestamptz;
  WITH RECURSIVE made AS (
    SELECT clinic_id, id, created_by, 0 AS depth FROM api_key
    UNION ALL
    SELECT made.clinic_id, made.id, maker.created_by, depth + 1
    FROM made JOIN api_key maker ON maker.clinic_id = made.clinic_id AND made.created_by = 'key:' || maker.id WHERE depth < 100
  )
  UPDATE api_key k SET user_id = m.user_id
  FROM made JOIN membership m ON m.clinic_id = made.clinic_id AND made.created_by = 'user:' || m.user_id
  WHERE k.clinic_id = made.clinic_id AND k.id = made.id;
  UPDATE api_key k SET stopped_at = now()
  WHERE NOT EXISTS (SELECT 1 FROM membership m WHERE m.clinic_id = k.clinic_id AND m.user_id = k.user_id AND m.active);
  UPDATE api_key SET scopes = scopes || '{patient-details:read}' WHERE 'patient:read' = ANY (scopes);
  ALTER TABLE api_key ADD FOREIGN KEY (clinic_id, user_id) REFERENCES membership (clinic_id, user_id);
  CREATE INDEX api_key_user ON api_key (user_id);`;

// Use is written down without ringing; streams of keys learn at once what changed about their maker.
const BELLS = `
  CREATE FUNCTION ring_key() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM pg_notify('keel_rights', OLD.id::text);
    RETURN NULL;
  END $$;
  DROP TRIGGER ring_when_key_changes ON api_key;
  CREATE TRIGGER ring_when_key_changes AFTER UPDATE ON api_key FOR EACH ROW
    WHEN ((OLD.revoked_at, OLD.stopped_at, OLD.expires_at, OLD.user_id) IS DISTINCT FROM (NEW.revoked_at, NEW.stopped_at, NEW.expires_at, NEW.user_id))
    EXECUTE FUNCTION ring_key();
  CREATE FUNCTION ring_keys_of_member() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM pg_notify('keel_rights', k.id::text) FROM api_key k
    WHERE k.clinic_id = OLD.clinic_id AND k.user_id = OLD.user_id AND k.revoked_at IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER ring_keys_when_member_changes AFTER UPDATE ON membership FOR EACH ROW
    WHEN ((OLD.active, OLD.roles, OLD.chart_right) IS DISTINCT FROM (NEW.active, NEW.roles, NEW.chart_right))
    EXECUTE FUNCTION ring_keys_of_member();`;

// The member is joined at every call, so that a key is never wider than its maker. Last use is written every five minutes at
// most, and by whoever comes first: nobody waits for it.
const KEY_DOOR = `
  DROP FUNCTION api_key_by_hash(bytea);
  CREATE FUNCTION api_key_by_hash(key_hash bytea)
    RETURNS TABLE (id uuid, "clinicId" uuid, scopes text[], "makerId" uuid, roles text[], "chartRight" boolean, expired boolean, stopped boolean)
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
        one.stopped_at IS NOT NULL OR m.user_id IS NULL
      FROM (SELECT 1) AS row LEFT JOIN membership m ON m.clinic_id = one.clinic_id AND m.user_id = one.user_id AND m.active;
  END $$;
  ${definerFunction('api_key_by_hash(bytea)')}`;

const INVITERS = `
  -- The member who gave what the invitation gives; asked again when it is accepted.
  ALTER TABLE invitation ADD COLUMN invited_by uuid;`;

const ENDS = `
  -- Whatever a person had before their password was reset, in every clinic: sessions, links to and from them, keys of theirs.
  CREATE FUNCTION end_former_access(person uuid) RETURNS TABLE ("clinicId" uuid, what text, id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM session s WHERE s.user_id = person;
    UPDATE password_reset r SET used_at = clock_timestamp() WHERE r.user_id = person AND r.used_at IS NULL;
    RETURN QUERY UPDATE api_key k SET stopped_at = clock_timestamp(), version = k.version + 1
      WHERE k.user_id = person AND k.revoked_at IS NULL AND k.stopped_at IS NULL RETURNING k.clinic_id, 'api-key', k.id;
    RETURN QUERY UPDATE invitation i SET revoked_at = clock_timestamp(), version = i.version + 1
      WHERE i.accepted_at IS NULL AND i.revoked_at IS NULL
        AND (i.invited_by = person OR i.email = (SELECT u.email FROM user_account u WHERE u.id = person))
      RETURNING i.clinic_id, 'invitation', i.id;
  END $$;
  ${definerFunction('end_former_access(uuid)')}

  CREATE FUNCTION close_sessions_in(clinic uuid, person uuid) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM session WHERE user_id = person AND clinic_id = clinic RETURNING id $$;
  ${definerFunction('close_sessions_in(uuid, uuid)')}`;

const NOTICES = `
  -- One mail to one owner about a right that was given or taken; names as they were.
  CREATE TABLE rights_notice (
    clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
    id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    kind text NOT NULL,
    person text NOT NULL,
    giver text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, recipient_id) REFERENCES membership (clinic_id, user_id)
  );
  ${tenantTable('rights_notice', { grants: 'SELECT, INSERT' })}`;
