import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../database/tenant-table.js';

/** The chain that seals a clinic's audit rows, batch by batch; see audit-sealer.ts. */
export class CreateAuditSeals1761000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_seal (
        clinic_id uuid NOT NULL,
        number integer NOT NULL,
        -- Which rows, so that one which was committed late is sealed by a later seal and one which was planted by none.
        entry_ids uuid[] NOT NULL,
        first_id uuid NOT NULL,
        -- The newest id that this seal or one before it holds.
        upto_id uuid NOT NULL,
        sealed_at timestamptz(3) NOT NULL,
        entries_hash bytea NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL,
        signature bytea NOT NULL,
        PRIMARY KEY (clinic_id, number)
      );
      ${tenantTable('audit_seal', { grants: 'SELECT, INSERT' })}

      -- Clinics with rows newer than their last seal: one look-up in each index a clinic, whatever the number of rows.
      CREATE FUNCTION clinics_to_seal() RETURNS TABLE ("clinicId" uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH RECURSIVE clinics AS (
          (SELECT clinic_id FROM audit_entry ORDER BY clinic_id LIMIT 1)
          UNION ALL
          SELECT (SELECT e.clinic_id FROM audit_entry e WHERE e.clinic_id > c.clinic_id ORDER BY e.clinic_id LIMIT 1)
          FROM clinics c WHERE c.clinic_id IS NOT NULL
        )
        SELECT c.clinic_id FROM clinics c
        CROSS JOIN LATERAL (SELECT e.id FROM audit_entry e WHERE e.clinic_id = c.clinic_id ORDER BY e.id DESC LIMIT 1) newest
        LEFT JOIN LATERAL (SELECT s.upto_id FROM audit_seal s WHERE s.clinic_id = c.clinic_id ORDER BY s.number DESC LIMIT 1) head ON true
        WHERE head.upto_id IS NULL OR newest.id > head.upto_id $$;
      ${definerFunction('clinics_to_seal()')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION clinics_to_seal(); DROP TABLE audit_seal');
  }
}
