import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../database/tenant-table.js';

export class KeepFiles2026113017200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINE);
    await runner.query(FILE);
    await runner.query(SWEEP);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}

/* One life of a database puts its files under a line of its own and removes nothing from any other: a copy that was restored beside it shares the store. */
const LINE = `
  ALTER TABLE installation ADD COLUMN file_line uuid NOT NULL DEFAULT gen_random_uuid();
  CREATE FUNCTION file_line() RETURNS TABLE (line uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT i.file_line FROM installation i
  $$;
  ${definerFunction('file_line()')}`;

const FILE = `
  CREATE TABLE file (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    line uuid NOT NULL,
    state text NOT NULL DEFAULT 'uploading' CHECK (state IN ('uploading', 'kept')),
    media_type text NOT NULL CHECK (media_type ~ '^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$'),
    -- Sealed by the clinic's data key, both.
    name bytea NOT NULL,
    key bytea NOT NULL,
    chunk_bytes integer NOT NULL CHECK (chunk_bytes > 0),
    -- Of the plaintext.
    size bigint CHECK (size >= 0),
    sha256 bytea CHECK (octet_length(sha256) = 32),
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by_type text NOT NULL,
    created_by text NOT NULL,
    -- When a row that refers to it was written.
    owned_at timestamptz,
    PRIMARY KEY (clinic_id, id),
    CONSTRAINT file_is_measured CHECK ((state = 'kept') = (size IS NOT NULL AND sha256 IS NOT NULL)),
    CONSTRAINT file_is_kept_before_owned CHECK (owned_at IS NULL OR state = 'kept')
  );
  ${tenantTable('file', { grants: 'SELECT, INSERT, UPDATE (state, size, sha256, owned_at), DELETE' })}
  CREATE INDEX file_unclaimed ON file (created_at) WHERE owned_at IS NULL;`;

const SWEEP = `
  -- A claim that is not committed yet holds its row, which is left to the next round then.
  CREATE FUNCTION sweep_files(at_most integer) RETURNS TABLE (line uuid, "clinicId" uuid, id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE f record;
  BEGIN
    FOR f IN SELECT x.clinic_id, x.id, x.line FROM file x WHERE x.owned_at IS NULL AND x.created_at < now() - interval '1 day'
      ORDER BY x.created_at LIMIT at_most FOR UPDATE SKIP LOCKED
    LOOP
      BEGIN
        DELETE FROM file x WHERE x.clinic_id = f.clinic_id AND x.id = f.id;
        line := f.line; "clinicId" := f.clinic_id; id := f.id;
        RETURN NEXT;
      EXCEPTION WHEN foreign_key_violation THEN
        -- A row refers to it, so it has an owner who forgot to say so.
        UPDATE file x SET owned_at = now() WHERE x.clinic_id = f.clinic_id AND x.id = f.id AND x.state = 'kept';
      END;
    END LOOP;
  END $$;
  ${definerFunction('sweep_files(integer)')}

  CREATE FUNCTION known_files(clinics uuid[], ids uuid[]) RETURNS TABLE (id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT f.id FROM unnest(clinics, ids) AS asked (clinic_id, id) JOIN file f ON f.clinic_id = asked.clinic_id AND f.id = asked.id
  $$;
  ${definerFunction('known_files(uuid[], uuid[])')}`;
