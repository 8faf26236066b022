import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../database/tenant-table.js';

/**
 * Which master key this database belongs to, from the first start on. Before anything is sealed no wrapped key could tell, and a
 * wrong key would be taken, to seal the first notes with.
 */
export class KnowTheMasterKey1795853529207 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INSTALLATION);
  }

  async down(): Promise<void> {
    throw new Error('Drop the function installation_key and the table installation instead');
  }
}

/* One row. The check is an HMAC under the master key, so it tells whether a key is right, and nothing of the key. */
const INSTALLATION = `
  CREATE TABLE installation (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    key_check bytea NOT NULL CHECK (octet_length(key_check) = 32)
  );
  CREATE FUNCTION installation_key(own bytea) RETURNS TABLE ("keyCheck" bytea)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO installation (key_check) VALUES (own) ON CONFLICT DO NOTHING;
    SELECT key_check FROM installation
  $$;
  ${definerFunction('installation_key(bytea)')}`;
