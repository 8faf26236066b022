import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../database/tenant-table.js';

export class KeepAttempts2026120100200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ATTEMPTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION due_attempts(text[], integer); DROP TABLE attempt');
  }
}

const ATTEMPTS = `
  -- Calls to somebody outside that must not happen twice, each committed before it is made.
  CREATE TABLE attempt (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    number integer NOT NULL,
    began_at timestamptz NOT NULL,
    -- When a worker went to call: whoever writes it is the only one who ever calls.
    called_at timestamptz,
    -- Of an open one when its lease ends, of an ambiguous one when it is next asked about; null where nobody has to look.
    next_at timestamptz,
    finished_at timestamptz,
    outcome text CHECK (outcome IN ('accepted', 'refused', 'retry', 'ambiguous')),
    -- A word of the code: never the other side's text, which may quote a name.
    code text,
    provider_id text,
    PRIMARY KEY (clinic_id, id),
    CONSTRAINT attempt_number UNIQUE (clinic_id, kind, subject_id, number),
    CONSTRAINT attempt_looked_into CHECK (outcome IS NOT NULL OR next_at IS NOT NULL),
    CONSTRAINT attempt_finished CHECK ((outcome IS NULL) = (finished_at IS NULL))
  );
  ${tenantTable('attempt', { grants: 'SELECT, INSERT, UPDATE' })}
  -- Another begins only after one that is certain not to have been accepted.
  CREATE UNIQUE INDEX attempt_once ON attempt (clinic_id, kind, subject_id)
    WHERE outcome IS NULL OR outcome IN ('accepted', 'ambiguous');
  CREATE INDEX attempt_due ON attempt (next_at) WHERE next_at IS NOT NULL;

  -- Of the kinds that the asking process knows, so that those of another release hold up none.
  CREATE FUNCTION due_attempts(known text[], at_most integer) RETURNS TABLE ("clinicId" uuid, id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT clinic_id, id FROM attempt WHERE next_at <= clock_timestamp() AND kind = ANY (known) ORDER BY next_at LIMIT at_most $$;
  ${definerFunction('due_attempts(text[], integer)')}`;
