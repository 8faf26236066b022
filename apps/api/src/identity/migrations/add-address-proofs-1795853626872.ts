import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/**
 * Whose address an account is, is proved by a code or a link in a mail. Until then the account and the clinic it founded are
 * unproved. An address may have one proved account and one unproved beside it: a sign-up answers alike whether or not the
 * address is known. Everybody who was here before counts as proved.
 */
export class AddAddressProofs1795853626872 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, ACCOUNT_DOORS, PROOF_DOORS, CLINIC_DOORS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Accounts that share an address cannot be joined again: restore a backup instead');
  }
}

const TABLES = `
  ALTER TABLE user_account ADD COLUMN proved_at timestamptz;
  UPDATE user_account SET proved_at = created_at;
  ALTER TABLE user_account DROP CONSTRAINT user_account_email_key;
  CREATE UNIQUE INDEX user_account_proved ON user_account (email) WHERE proved_at IS NOT NULL;
  CREATE UNIQUE INDEX user_account_unproved ON user_account (email) WHERE proved_at IS NULL;

  ALTER TABLE clinic ADD COLUMN founder_id uuid REFERENCES user_account (id), ADD COLUMN proved_at timestamptz;
  UPDATE clinic SET proved_at = created_at;
  CREATE INDEX clinic_unproved ON clinic (founder_id) WHERE proved_at IS NULL;

  -- What was mailed to an account to prove its address. The code and the token are in the mail alone.
  CREATE TABLE address_proof (
    user_id uuid PRIMARY KEY REFERENCES user_account (id),
    code_hash bytea,
    token_hash bytea UNIQUE,
    expires_at timestamptz,
    tries integer NOT NULL DEFAULT 0,
    mails integer NOT NULL DEFAULT 0,
    mails_since timestamptz NOT NULL DEFAULT clock_timestamp(),
    mailed_at timestamptz
  );`;

const ACCOUNT_DOORS = `
  -- At most two: the proved account of an address first.
  CREATE FUNCTION accounts_of_address(address citext) RETURNS TABLE ("userId" uuid, "passwordHash" text, proved boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id, password_hash, proved_at IS NOT NULL FROM user_account WHERE email = address ORDER BY proved_at NULLS LAST $$;
  ${definerFunction('accounts_of_address(citext)')}

  DROP FUNCTION register_user(uuid, citext, text);
  -- Empty where the address has such an account already.
  CREATE FUNCTION register_user(person uuid, address citext, hash text, proved boolean) RETURNS TABLE ("userId" uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO user_account (id, email, password_hash, proved_at)
    VALUES (person, address, hash, CASE WHEN proved THEN clock_timestamp() END) ON CONFLICT DO NOTHING RETURNING id $$;
  ${definerFunction('register_user(uuid, citext, text, boolean)')}

  -- Somebody has shown that they read the mail of this account. Empty where another account of the address has shown it first.
  CREATE FUNCTION prove_account(person uuid) RETURNS TABLE ("userId" uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE user_account u SET proved_at = clock_timestamp() WHERE u.id = person AND u.proved_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM user_account other WHERE other.email = u.email AND other.proved_at IS NOT NULL);
    UPDATE address_proof a SET code_hash = NULL, token_hash = NULL WHERE a.user_id = person;
    RETURN QUERY SELECT u.id FROM user_account u WHERE u.id = person AND u.proved_at IS NOT NULL;
  EXCEPTION WHEN unique_violation THEN
    RETURN;
  END $$;
  ${definerFunction('prove_account(uuid)')}

  -- Empty where the account is proved already, or another unproved one has the address.
  CREATE FUNCTION correct_address(person uuid, address citext) RETURNS TABLE ("userId" uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN QUERY UPDATE user_account u SET email = address WHERE u.id = person AND u.proved_at IS NULL RETURNING u.id;
    UPDATE address_proof a SET code_hash = NULL, token_hash = NULL WHERE a.user_id = person;
  EXCEPTION WHEN unique_violation THEN
    RETURN;
  END $$;
  ${definerFunction('correct_address(uuid, citext)')}`;

const PROOF_DOORS = `
  CREATE FUNCTION address_proof_of(person uuid)
    RETURNS TABLE (email text, proved boolean, mails integer, "mailsSince" timestamptz, "mailedAt" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.email::text, u.proved_at IS NOT NULL, coalesce(a.mails, 0), a.mails_since, a.mailed_at
    FROM user_account u LEFT JOIN address_proof a ON a.user_id = u.id WHERE u.id = person $$;
  ${definerFunction('address_proof_of(uuid)')}

  -- Counts a mail before it is written; empty where there were enough within a day, or one just now.
  CREATE FUNCTION ask_address_proof(person uuid, at_most integer, pause interval) RETURNS TABLE ("userId" uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO address_proof AS a (user_id, mails, mailed_at)
    SELECT u.id, 1, clock_timestamp() FROM user_account u WHERE u.id = person AND u.proved_at IS NULL
    ON CONFLICT (user_id) DO UPDATE SET
      mails = CASE WHEN a.mails_since < clock_timestamp() - interval '1 day' THEN 1 ELSE a.mails + 1 END,
      mails_since = CASE WHEN a.mails_since < clock_timestamp() - interval '1 day' THEN clock_timestamp() ELSE a.mails_since END,
      mailed_at = clock_timestamp()
    WHERE (a.mails < at_most OR a.mails_since < clock_timestamp() - interval '1 day') AND a.mailed_at < clock_timestamp() - pause
    RETURNING a.user_id $$;
  ${definerFunction('ask_address_proof(uuid, integer, interval)')}

  -- Sets what the mail carries. An address that has a proved account gets no code: \`taken\` says so to the mail, and to nobody else.
  CREATE FUNCTION write_address_proof(person uuid, code bytea, token bytea, ends timestamptz) RETURNS TABLE (email text, taken boolean)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE address_proof a SET tries = 0, expires_at = ends,
      code_hash = CASE WHEN known.taken THEN NULL ELSE code END, token_hash = CASE WHEN known.taken THEN NULL ELSE token END
    FROM (SELECT u.id, u.email, EXISTS (SELECT 1 FROM user_account o WHERE o.email = u.email AND o.proved_at IS NOT NULL) AS taken
          FROM user_account u WHERE u.id = person AND u.proved_at IS NULL) known
    WHERE a.user_id = known.id RETURNING known.email::text, known.taken $$;
  ${definerFunction('write_address_proof(uuid, bytea, bytea, timestamptz)')}

  -- A try is counted before it is looked at, so that many at once cannot slip past together.
  CREATE FUNCTION try_address_code(person uuid, code bytea, at_most integer) RETURNS TABLE (matches boolean)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE address_proof SET tries = tries + 1 WHERE user_id = person AND tries < at_most AND expires_at > clock_timestamp()
    RETURNING coalesce(code_hash = code, false) $$;
  ${definerFunction('try_address_code(uuid, bytea, integer)')}

  CREATE FUNCTION address_proof_by_hash(hash bytea) RETURNS TABLE ("userId" uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT user_id FROM address_proof WHERE token_hash = hash AND expires_at > clock_timestamp() $$;
  ${definerFunction('address_proof_by_hash(bytea)')}`;

const CLINIC_DOORS = `
  CREATE FUNCTION unproved_clinics_of(person uuid) RETURNS TABLE (id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id FROM clinic WHERE founder_id = person AND proved_at IS NULL $$;
  ${definerFunction('unproved_clinics_of(uuid)')}

  CREATE FUNCTION any_clinic() RETURNS TABLE (found boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT EXISTS (SELECT 1 FROM clinic) $$;
  ${definerFunction('any_clinic()')}`;
