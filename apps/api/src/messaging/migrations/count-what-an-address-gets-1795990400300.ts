import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** What one phone or mailbox is sent in a day has a bound over all clinics: whoever may start a clinic must not be able to flood somebody. */
export class CountWhatAnAddressGets1795990400300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COUNT, PURGE]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Sending needs this door: restore the backup of before instead');
  }
}

const COUNT = `
  -- Of no clinic, since the bound is the person's. A keyed hash stands for the address.
  CREATE TABLE address_count (
    address_hash bytea NOT NULL,
    day date NOT NULL,
    sent integer NOT NULL,
    PRIMARY KEY (day, address_hash)
  );

  -- False where as much has gone there today (a day of UTC) as may.
  CREATE FUNCTION count_to_address(hash bytea, most integer) RETURNS TABLE (counted boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      INSERT INTO address_count AS c VALUES (hash, (clock_timestamp() AT TIME ZONE 'UTC')::date, 1)
        ON CONFLICT (day, address_hash) DO UPDATE SET sent = c.sent + 1 WHERE c.sent < most;
      RETURN QUERY SELECT FOUND;
    END $$;
  ${definerFunction('count_to_address(bytea, integer)')}`;

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
      WHERE c.day = old.day AND c.address_hash = old.address_hash RETURNING 1)
    SELECT greatest((SELECT count(*) FROM gone), (SELECT count(*) FROM addresses)) $$;`;
