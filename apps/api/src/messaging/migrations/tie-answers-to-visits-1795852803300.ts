import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** Texts of patients are kept, and each text of ours with the version of the visit that it told of. */
export class TieAnswersToVisits1795852803300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(DOOR);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}

const COLUMNS = `
  ALTER TABLE message
    DROP CONSTRAINT message_status_check,
    ADD CONSTRAINT message_status_check CHECK (status IN
      ('scheduled', 'queued', 'sent', 'delivered', 'failed', 'suppressed', 'opted_out', 'skipped', 'unknown', 'received')),
    -- The version of the visit as the text told of it: an answer counts for that one.
    ADD COLUMN appointment_version integer,
    -- Which answer of ours it is, and for a question by numbers what each number stands for.
    ADD COLUMN reply text,
    ADD COLUMN asks text CHECK (asks IN ('yes', 'no', 'reschedule')),
    ADD COLUMN choice integer;`;

const DOOR = `
  DROP FUNCTION sms_conversations(bytea);
  -- What was written to a number from this installation's one, the latest first. A text that failed told of no visit.
  CREATE FUNCTION sms_conversations(hash bytea)
    RETURNS TABLE ("clinicId" uuid, "patientId" uuid, "appointmentId" uuid, version integer, reply text, asks text, choice integer, at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT clinic_id, patient_id,
      CASE WHEN status IN ('queued', 'sent', 'delivered', 'unknown') THEN appointment_id END, appointment_version, reply, asks, choice, queued_at FROM message
    WHERE recipient_hash = hash AND queued_at > now() - interval '1 year' ORDER BY queued_at DESC, id DESC LIMIT 200 $$;
  ${definerFunction('sms_conversations(bytea)')}`;
