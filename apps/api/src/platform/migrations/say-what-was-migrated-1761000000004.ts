import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../database/tenant-table.js';

/** What a starting process asks before it serves: is this the schema it was written for, and the data its key opens? */
export class SayWhatWasMigrated1761000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT ON keel_migration TO keel_app');
    await runner.query(ANY_KEY);
  }

  async down(): Promise<void> {
    throw new Error('Drop the function any_clinic_key and take back the grant on keel_migration instead');
  }
}

/* One clinic's wrapped key, the eldest's, so that the master key can be tried; no row before anything was sealed. */
const ANY_KEY = `
  CREATE FUNCTION any_clinic_key() RETURNS TABLE ("clinicId" uuid, wrapped bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT clinic_id, wrapped FROM clinic_key ORDER BY clinic_id LIMIT 1
  $$;
  ${definerFunction('any_clinic_key()')}`;
