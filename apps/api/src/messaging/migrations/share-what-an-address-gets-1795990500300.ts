import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** Of what one phone or mailbox gets in a day each clinic has a share: none can spend another's reminders to its patients. */
export class ShareWhatAnAddressGets1795990500300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SHARES, COUNT, PURGE]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Sending needs this door: restore the backup of before instead');
  }
}

const SHARES = `
  CREATE TABLE address_share (
    clinic_id uuid NOT NULL,
    day date NOT NULL,
    address_hash bytea NOT NULL,
    sent integer NOT NULL,
    PRIMARY KEY (clinic_id, day, address_hash)
  );
  CREATE INDEX address_share_age ON address_share (day);
  -- Granted to nobody: the door below counts for whom it is called, and tells no number.
  ALTER TABLE address_share ENABLE ROW LEVEL SECURITY;
  CREATE POLICY clinic ON address_share USING (clinic_id = current_clinic()) WITH CHECK (clinic_id = current_clinic());`;

const COUNT = `
  DROP FUNCTION count_to_address(bytea, integer);
  -- False where this clinic has sent there today (a day of UTC) half of what all together may; or where all have sent as much as
  -- they may, and this one more than its first few.
  CREATE FUNCTION count_to_address(hash bytea, most integer, first_few integer) RETURNS TABLE (counted boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      today date := (clock_timestamp() AT TIME ZONE 'UTC')::date;
      share integer := greatest(most / 2, 1);
      everybodys integer;
      own integer;
    BEGIN
      -- Whoever else counts for this address waits here, so that what is read next stays true.
      INSERT INTO address_count AS c (day, address_hash, sent) VALUES (today, hash, 0)
        ON CONFLICT (day, address_hash) DO UPDATE SET sent = c.sent RETURNING c.sent INTO everybodys;
      SELECT s.sent INTO own FROM address_share s WHERE s.clinic_id = current_clinic() AND s.day = today AND s.address_hash = hash;
      own := coalesce(own, 0);
      IF own >= share OR (own >= first_few AND everybodys >= most) THEN
        RETURN QUERY SELECT false;
        RETURN;
      END IF;
      UPDATE address_count c SET sent = c.sent + 1 WHERE c.day = today AND c.address_hash = hash;
      INSERT INTO address_share AS s (clinic_id, day, address_hash, sent) VALUES (current_clinic(), today, hash, 1)
        ON CONFLICT (clinic_id, day, address_hash) DO UPDATE SET sent = s.sent + 1;
      RETURN QUERY SELECT true;
    END $$;
  ${definerFunction('count_to_address(bytea, integer, integer)')}`;

const PURGE = `
  CREATE OR REPLACE FUNCTION purge_sending_counts(at_most integer) RETURNS TABLE (purged bigint)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
      DELETE FROM sending_count c USING (
        SELECT clinic_id, id FROM sending_count WHERE day < (clock_timestamp() AT TIME ZONE 'UTC')::date - 31
        ORDER BY day LIMIT at_most FOR UPDATE SKIP LOCKED) old
      WHERE c.clinic_id = old.clinic_id AND c.id = old.id RETURNING 1),
    addresses AS (
      DELETE FROM address_count c USING (
        SELECT day, address_hash FROM address_count WHERE day < (clock_timestamp() AT TIME ZONE 'UTC')::date - 1
        ORDER BY day LIMIT at_most FOR UPDATE SKIP LOCKED) old
      WHERE c.day = old.day AND c.address_hash = old.address_hash RETURNING 1),
    shares AS (
      DELETE FROM address_share s USING (
        SELECT clinic_id, day, address_hash FROM address_share WHERE day < (clock_timestamp() AT TIME ZONE 'UTC')::date - 1
        ORDER BY day LIMIT at_most FOR UPDATE SKIP LOCKED) old
      WHERE s.clinic_id = old.clinic_id AND s.day = old.day AND s.address_hash = old.address_hash RETURNING 1)
    SELECT greatest((SELECT count(*) FROM gone), (SELECT count(*) FROM addresses), (SELECT count(*) FROM shares)) $$;`;
