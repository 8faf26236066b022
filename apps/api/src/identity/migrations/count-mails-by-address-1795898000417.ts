import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** The mails that ask for a proof are counted by the mailbox that they go to, whichever accounts ask; and by the account as before. */
export class CountMailsByAddress1795898000417 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, DOORS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Without this count a mailbox can be flooded: restore the backup of before instead');
  }
}

const TABLE = `
  CREATE TABLE address_mail (
    address citext PRIMARY KEY,
    mails integer NOT NULL,
    mails_since timestamptz NOT NULL
  );
  CREATE INDEX address_mail_end ON address_mail (mails_since);
  INSERT INTO address_mail (address, mails, mails_since)
  SELECT coalesce(a.mailed_to, u.email), sum(a.mails), min(a.mails_since)
  FROM address_proof a JOIN user_account u ON u.id = a.user_id WHERE a.mails_since > now() - interval '1 day' GROUP BY 1;`;

const DOORS = `
  -- Counts a mail before it is written; empty where the mailbox or the account had enough within a day, or the account one just now.
  CREATE OR REPLACE FUNCTION ask_address_proof(person uuid, at_most integer, pause interval) RETURNS TABLE ("userId" uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    mailbox citext;
    a_day_ago timestamptz := clock_timestamp() - interval '1 day';
  BEGIN
    SELECT u.email INTO mailbox FROM user_account u WHERE u.id = person AND u.proved_at IS NULL;
    IF NOT FOUND THEN RETURN; END IF;
    -- What is over is of no use; a few at each mail, so that the table stays as large as a day.
    DELETE FROM address_mail m WHERE m.address IN (
      SELECT old.address FROM address_mail old WHERE old.mails_since < a_day_ago ORDER BY old.mails_since LIMIT 10 FOR UPDATE SKIP LOCKED);
    INSERT INTO address_mail AS m (address, mails, mails_since) VALUES (mailbox, 1, clock_timestamp())
    ON CONFLICT (address) DO UPDATE SET
      mails = CASE WHEN m.mails_since < a_day_ago THEN 1 ELSE m.mails + 1 END,
      mails_since = CASE WHEN m.mails_since < a_day_ago THEN clock_timestamp() ELSE m.mails_since END
    WHERE m.mails < at_most OR m.mails_since < a_day_ago;
    IF NOT FOUND THEN RETURN; END IF;
    RETURN QUERY INSERT INTO address_proof AS a (user_id, mails, mailed_at) VALUES (person, 1, clock_timestamp())
    ON CONFLICT (user_id) DO UPDATE SET
      mails = CASE WHEN a.mails_since < a_day_ago THEN 1 ELSE a.mails + 1 END,
      mails_since = CASE WHEN a.mails_since < a_day_ago THEN clock_timestamp() ELSE a.mails_since END,
      mailed_at = clock_timestamp()
    WHERE (a.mails < at_most OR a.mails_since < a_day_ago) AND a.mailed_at < clock_timestamp() - pause
    RETURNING a.user_id;
    -- No mail after all.
    IF NOT FOUND THEN UPDATE address_mail m SET mails = m.mails - 1 WHERE m.address = mailbox; END IF;
  END $$;
  ${definerFunction('ask_address_proof(uuid, integer, interval)')}

  -- Whichever has had more mails within the day, the account or its mailbox, says when the next one may go.
  CREATE OR REPLACE FUNCTION address_proof_of(person uuid)
    RETURNS TABLE (email text, proved boolean, mails integer, "mailsSince" timestamptz, "mailedAt" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.email::text, u.proved_at IS NOT NULL, coalesce(CASE WHEN m.mails > coalesce(a.mails, 0) THEN m.mails ELSE a.mails END, 0),
      CASE WHEN m.mails > coalesce(a.mails, 0) THEN m.mails_since ELSE a.mails_since END, a.mailed_at
    FROM user_account u LEFT JOIN address_proof a ON a.user_id = u.id
    LEFT JOIN address_mail m ON m.address = u.email AND m.mails_since > clock_timestamp() - interval '1 day' WHERE u.id = person $$;
  ${definerFunction('address_proof_of(uuid)')}`;
