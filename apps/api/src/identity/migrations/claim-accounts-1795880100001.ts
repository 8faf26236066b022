import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** A link or code proves the address that it was mailed to and no other, and leaves nothing to a stranger who signed up with it. */
export class ClaimAccounts1795880100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ADDRESS, FORMER_ACCESS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Proving an address needs these doors: restore the backup of before instead');
  }
}

const ADDRESS = `
  -- Where the newest mail went: an address that is corrected at the same moment must not be proved by it.
  ALTER TABLE address_proof ADD COLUMN mailed_to citext;
  UPDATE address_proof a SET mailed_to = u.email FROM user_account u WHERE u.id = a.user_id;

  CREATE OR REPLACE FUNCTION write_address_proof(person uuid, code bytea, token bytea, ends timestamptz)
    RETURNS TABLE (email text, taken boolean)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE address_proof a SET tries = 0, expires_at = ends, mailed_to = known.email,
      code_hash = CASE WHEN known.taken THEN NULL ELSE code END, token_hash = CASE WHEN known.taken THEN NULL ELSE token END
    FROM (SELECT u.id, u.email, EXISTS (SELECT 1 FROM user_account o WHERE o.email = u.email AND o.proved_at IS NOT NULL) AS taken
          FROM user_account u WHERE u.id = person AND u.proved_at IS NULL) known
    WHERE a.user_id = known.id RETURNING known.email::text, known.taken $$;

  CREATE OR REPLACE FUNCTION address_proof_by_hash(hash bytea) RETURNS TABLE ("userId" uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.user_id FROM address_proof a JOIN user_account u ON u.id = a.user_id AND u.email = a.mailed_to
    WHERE a.token_hash = hash AND a.expires_at > clock_timestamp() $$;

  -- Once: of two that press the same link, the second finds nothing.
  CREATE FUNCTION take_address_proof(hash bytea) RETURNS TABLE ("userId" uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE address_proof SET code_hash = NULL, token_hash = NULL WHERE token_hash = hash AND expires_at > clock_timestamp()
    RETURNING user_id $$;
  ${definerFunction('take_address_proof(bytea)')}`;

const FORMER_ACCESS = `
  -- Whoever knew the password of before: their sessions, sign-ins that wait for a factor, known browsers, links, keys, invitations.
  CREATE OR REPLACE FUNCTION end_former_access(person uuid) RETURNS TABLE ("clinicId" uuid, what text, id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM session s WHERE s.user_id = person;
    DELETE FROM half_open_session h WHERE h.user_id = person;
    DELETE FROM known_device d WHERE d.user_id = person;
    UPDATE password_reset r SET used_at = clock_timestamp() WHERE r.user_id = person AND r.used_at IS NULL;
    RETURN QUERY UPDATE api_key k SET stopped_at = clock_timestamp(), version = k.version + 1
      WHERE k.user_id = person AND k.revoked_at IS NULL AND k.stopped_at IS NULL RETURNING k.clinic_id, 'api-key', k.id;
    RETURN QUERY UPDATE invitation i SET revoked_at = clock_timestamp(), version = i.version + 1
      WHERE i.accepted_at IS NULL AND i.revoked_at IS NULL
        AND (i.invited_by = person OR i.email = (SELECT u.email FROM user_account u WHERE u.id = person))
      RETURNING i.clinic_id, 'invitation', i.id;
  END $$;`;
