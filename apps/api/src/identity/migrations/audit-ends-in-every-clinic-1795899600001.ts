import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/**
 * What ends with a password or a reset is in the audit of each clinic that it belonged to, in the transaction that ends it. One clinic's
 * reset leaves the invitations of others alone, which its audit could not tell of.
 */
export class AuditEndsInEveryClinic1795899600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION reset_sign_in(uuid, uuid)');
    await runner.query('DROP FUNCTION end_former_access(uuid)');
    for (const sql of [FORMER_ACCESS, RESET, DEVICES]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Without this what ended elsewhere is in no audit: restore the backup of before instead');
  }
}

const FORMER_ACCESS = `
  -- Whoever knew the password of before, or has the lost device: their sessions, sign-ins that wait for a factor, known browsers,
  -- links, keys, invitations. Of invitations to the person those of one clinic alone, where it is that clinic which ends them.
  CREATE FUNCTION end_former_access(person uuid, only_clinic uuid, by_type text, by_id text, request text, from_ip inet)
    RETURNS TABLE (ended bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM half_open_session h WHERE h.user_id = person;
    DELETE FROM known_device d WHERE d.user_id = person;
    UPDATE password_reset r SET used_at = clock_timestamp() WHERE r.user_id = person AND r.used_at IS NULL;
    RETURN QUERY WITH sessions AS (
      DELETE FROM session s WHERE s.user_id = person RETURNING s.clinic_id, s.id
    ), keys AS (
      UPDATE api_key k SET stopped_at = clock_timestamp(), version = k.version + 1
      WHERE k.user_id = person AND k.revoked_at IS NULL AND k.stopped_at IS NULL RETURNING k.clinic_id, k.id
    ), invitations AS (
      UPDATE invitation i SET revoked_at = clock_timestamp(), version = i.version + 1
      WHERE i.accepted_at IS NULL AND i.revoked_at IS NULL AND (i.invited_by = person
        OR i.email = (SELECT u.email FROM user_account u WHERE u.id = person) AND (only_clinic IS NULL OR i.clinic_id = only_clinic))
      RETURNING i.clinic_id, i.id
    ), gone AS (
      SELECT *, 'session' AS what, 'delete' AS action FROM sessions
      UNION ALL SELECT *, 'api-key', 'update' FROM keys UNION ALL SELECT *, 'invitation', 'update' FROM invitations
    ), written AS (
      INSERT INTO audit_entry (clinic_id, id, actor_type, actor_id, action, what, entity_id, request_id, ip)
      SELECT g.clinic_id, uuidv7(), by_type, by_id, g.action, g.what, g.id::text, request, from_ip FROM gone g RETURNING 1
    ) SELECT count(*) FROM written;
  END $$;
  ${definerFunction('end_former_access(uuid, uuid, text, text, text, inet)')}`;

const RESET = `
  -- Does nothing where the account must open this clinic alone and opens others too.
  CREATE FUNCTION reset_sign_in(person uuid, only_clinic uuid, by_type text, by_id text, request text, from_ip inet)
    RETURNS TABLE (elsewhere boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM 1 FROM user_account u WHERE u.id = person FOR UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    IF EXISTS (SELECT 1 FROM membership m WHERE m.user_id = person AND m.active AND m.clinic_id <> only_clinic) THEN
      RETURN QUERY SELECT true;
      RETURN;
    END IF;
    UPDATE user_account u SET password_hash = NULL WHERE u.id = person;
    DELETE FROM recovery_code c WHERE c.user_id = person;
    DELETE FROM factor f WHERE f.user_id = person;
    PERFORM end_former_access(person, only_clinic, by_type, by_id, request, from_ip);
    RETURN QUERY SELECT false;
  END $$;
  ${definerFunction('reset_sign_in(uuid, uuid, text, text, text, inet)')}`;

const DEVICES = `
  -- Whoever had the password of before had it in a browser that is known.
  CREATE FUNCTION forget_devices(person uuid) RETURNS TABLE (id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM known_device WHERE user_id = person RETURNING id $$;
  ${definerFunction('forget_devices(uuid)')}`;
