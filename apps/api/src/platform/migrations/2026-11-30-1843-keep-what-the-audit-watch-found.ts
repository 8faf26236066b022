import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../database/tenant-table.js';

export class KeepWhatTheAuditWatchFound2026113018430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FOUND);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION note_audit_round(uuid[], uuid[]), audit_round(); DROP TABLE audit_broken');
    await runner.query('ALTER TABLE installation DROP COLUMN audit_read_at');
  }
}

const FOUND = `
  -- Clinics whose audit chain was not whole when it was last read; of a clinic that is gone as well, which the heads that are kept
  -- elsewhere tell of, so it refers to none. Written by the door below alone.
  CREATE TABLE audit_broken (
    clinic_id uuid PRIMARY KEY,
    since timestamptz NOT NULL DEFAULT now()
  );
  ${tenantTable('audit_broken', { grants: 'SELECT' })}
  -- When all chains were last read; null before the first time.
  ALTER TABLE installation ADD COLUMN audit_read_at timestamptz;

  -- What a round over all clinics found. Of one that could not be read, what was found before stands.
  CREATE FUNCTION note_audit_round(broken uuid[], unread uuid[]) RETURNS TABLE (many bigint)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM audit_broken WHERE clinic_id <> ALL (broken || unread);
    INSERT INTO audit_broken (clinic_id) SELECT unnest(broken) ON CONFLICT DO NOTHING;
    UPDATE installation SET audit_read_at = now();
    SELECT count(*) FROM audit_broken $$;
  ${definerFunction('note_audit_round(uuid[], uuid[])')}

  CREATE FUNCTION audit_round() RETURNS TABLE ("readAt" timestamptz, many bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT i.audit_read_at, (SELECT count(*) FROM audit_broken) FROM installation i $$;
  ${definerFunction('audit_round()')}`;
