import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** Whoever shows that they read a mailbox proves the address of that mailbox, and no other that the account was given since. */
export class ProveWhatWasMailed1795947283943 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PROOF, CORRECTION, RESET]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Proving an address needs these doors: restore the backup of before instead');
  }
}

const PROOF = `
  DROP FUNCTION prove_account(uuid);
  -- Somebody has shown that they read the mail of this address. Empty where it is not the account's any more, or another account
  -- of it has shown it first.
  CREATE FUNCTION prove_account(person uuid, address citext) RETURNS TABLE ("userId" uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE user_account u SET proved_at = clock_timestamp() WHERE u.id = person AND u.email = address AND u.proved_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM user_account other WHERE other.email = u.email AND other.proved_at IS NOT NULL);
    UPDATE address_proof a SET code_hash = NULL, token_hash = NULL
      FROM user_account u WHERE u.id = person AND u.email = address AND a.user_id = u.id;
    RETURN QUERY SELECT u.id FROM user_account u WHERE u.id = person AND u.email = address AND u.proved_at IS NOT NULL;
  EXCEPTION WHEN unique_violation THEN
    RETURN;
  END $$;
  ${definerFunction('prove_account(uuid, citext)')}

  DROP FUNCTION address_proof_by_hash(bytea);
  CREATE FUNCTION address_proof_by_hash(hash bytea) RETURNS TABLE ("userId" uuid, address text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.user_id, a.mailed_to::text FROM address_proof a JOIN user_account u ON u.id = a.user_id AND u.email = a.mailed_to
    WHERE a.token_hash = hash AND a.expires_at > clock_timestamp() $$;
  ${definerFunction('address_proof_by_hash(bytea)')}`;

const CORRECTION = `
  -- Empty where the account is proved already, or another unproved one has the address. What was mailed to the address of before ends.
  CREATE OR REPLACE FUNCTION correct_address(person uuid, address citext) RETURNS TABLE ("userId" uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN QUERY UPDATE user_account u SET email = address WHERE u.id = person AND u.proved_at IS NULL RETURNING u.id;
    UPDATE address_proof a SET code_hash = NULL, token_hash = NULL WHERE a.user_id = person;
    UPDATE password_reset r SET used_at = clock_timestamp() WHERE r.user_id = person AND r.used_at IS NULL
      AND EXISTS (SELECT 1 FROM user_account u WHERE u.id = person AND u.email = address AND u.proved_at IS NULL);
  EXCEPTION WHEN unique_violation THEN
    RETURN;
  END $$;`;

const RESET = `
  DROP FUNCTION password_reset_by_hash(bytea);
  -- One that is open was mailed to the address that the account has: a correction ends it.
  CREATE FUNCTION password_reset_by_hash(hash bytea) RETURNS TABLE (id uuid, "clinicId" uuid, address text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT r.id, r.clinic_id, u.email::text FROM password_reset r JOIN user_account u ON u.id = r.user_id
    WHERE r.token_hash = hash AND r.used_at IS NULL AND r.expires_at > clock_timestamp() $$;
  ${definerFunction('password_reset_by_hash(bytea)')}`;
