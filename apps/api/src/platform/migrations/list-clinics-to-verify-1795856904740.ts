import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../database/tenant-table.js';

/** Whose audit chains are read again: every clinic, whether or not it has a chain, since a chain may be gone. */
export class ListClinicsToVerify1795856904740 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION clinics_to_verify() RETURNS TABLE ("clinicId" uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT clinic_id FROM clinic ORDER BY clinic_id
      $$;
      ${definerFunction('clinics_to_verify()')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION clinics_to_verify()');
  }
}
