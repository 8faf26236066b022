import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../database/tenant-table.js';

export class SealAnewByKeysOfPatients2026120100310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RESEALING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION clinics_to_reseal(text[]); DROP TABLE resealing; ALTER TABLE clinic_key DROP COLUMN reseal_from');
  }
}

const RESEALING = `
  -- The release of before opens what the clinic's key sealed and nothing else: for a week it finds that as it left it.
  ALTER TABLE clinic_key ADD COLUMN reseal_from timestamptz NOT NULL DEFAULT now() + interval '7 days';

  -- How far a clinic's rows of one column were walked, to seal by their patients' keys what the clinic's key sealed.
  CREATE TABLE resealing (
    clinic_id uuid NOT NULL,
    -- Table and column, as note.draft.
    sealed text NOT NULL,
    -- The row that was seen last.
    after uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    -- Whether this walk sealed any anew: then there is another, for what was written behind it meanwhile.
    found boolean NOT NULL DEFAULT false,
    done_at timestamptz,
    PRIMARY KEY (clinic_id, sealed)
  );
  ${tenantTable('resealing', { grants: 'SELECT, INSERT, UPDATE' })}

  CREATE FUNCTION clinics_to_reseal(columns text[]) RETURNS TABLE ("clinicId" uuid, sealed text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT k.clinic_id, c.name FROM clinic_key k CROSS JOIN unnest(columns) AS c (name)
    WHERE k.reseal_from <= now()
      AND NOT EXISTS (SELECT 1 FROM resealing r WHERE r.clinic_id = k.clinic_id AND r.sealed = c.name AND r.done_at IS NOT NULL)
    ORDER BY 1, 2 $$;
  ${definerFunction('clinics_to_reseal(text[])')}`;
