import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../database/tenant-table.js';

/** Links of a closed list of kinds, which can be withdrawn by what they open and by whom they were sent to. */
export class WithdrawLinks1795852801100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(DOOR);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}

const COLUMNS = `
  ALTER TABLE link_token
    ADD CONSTRAINT link_kind CHECK (kind IN ('appointment', 'booking', 'offer', 'form', 'invoice', 'document', 'measure', 'programme')),
    -- The way it was sent, so that it dies with the address; null where that was not written down.
    ADD COLUMN channel text CHECK (channel IN ('email', 'sms')),
    ADD COLUMN revoked_at timestamptz,
    ADD COLUMN revoked_for text CHECK (revoked_for IN ('withdrawn', 'address_corrected', 'patient_archived', 'patient_deceased')),
    ADD CONSTRAINT link_revoked CHECK ((revoked_at IS NULL) = (revoked_for IS NULL));
  CREATE INDEX link_of_subject ON link_token (clinic_id, kind, subject_id);
  CREATE INDEX link_of_patient ON link_token (clinic_id, patient_id) WHERE patient_id IS NOT NULL;
  GRANT UPDATE (revoked_at, revoked_for) ON link_token TO keel_app;`;

// A link that is over is told from one that never was: its holder is shown whom to call.
const DOOR = `
  DROP FUNCTION link_by_hash(bytea);
  CREATE FUNCTION link_by_hash(token_hash bytea)
    RETURNS TABLE (id uuid, "clinicId" uuid, kind text, "subjectId" uuid, "patientId" uuid, channel text, "expiresAt" timestamptz, open boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id, clinic_id, kind, subject_id, patient_id, channel, expires_at, revoked_at IS NULL AND expires_at > clock_timestamp()
    FROM link_token WHERE hash = token_hash $$;
  ${definerFunction('link_by_hash(bytea)')}`;
