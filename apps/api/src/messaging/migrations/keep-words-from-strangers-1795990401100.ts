import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** Who else may be meant by a text is seen however much one clinic wrote to the number or however often it has it on record. */
export class KeepWordsFromStrangers1795990401100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CONVERSATIONS, HOMES, STRAYS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}

const CONVERSATIONS = `
  -- What was written to a number from this installation's one, the latest first, so many of each clinic. A text that failed told of no visit.
  CREATE OR REPLACE FUNCTION sms_conversations(hash bytea)
    RETURNS TABLE ("clinicId" uuid, "patientId" uuid, "appointmentId" uuid, version integer, reply text, asks text, choice integer, at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT clinic_id, patient_id,
      CASE WHEN status IN ('queued', 'sent', 'delivered', 'unknown') THEN appointment_id END, appointment_version, m.reply, m.asks, m.choice, queued_at
    FROM (
      SELECT *, row_number() OVER (PARTITION BY clinic_id ORDER BY queued_at DESC, id DESC) AS nth FROM message
      WHERE recipient_hash = hash AND queued_at > now() - interval '1 year'
    ) m WHERE nth <= 200 ORDER BY queued_at DESC, id DESC $$;`;

const HOMES = `
  -- Who has a number on record, so many of each clinic; or the only clinic that there is.
  CREATE OR REPLACE FUNCTION homes_of_number(asked text) RETURNS TABLE ("clinicId" uuid, "patientId" uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH known AS (
      SELECT clinic_id, id FROM (
        SELECT clinic_id, id, row_number() OVER (PARTITION BY clinic_id ORDER BY id) AS nth FROM patient WHERE phone = asked
      ) p WHERE nth <= 50
    )
    SELECT clinic_id, id FROM known
    UNION ALL SELECT id, NULL FROM clinic WHERE NOT EXISTS (SELECT 1 FROM known) AND (SELECT count(*) FROM clinic) = 1 $$;`;

const STRAYS = `
  -- As before, and what is said beside a wish is counted too: nobody reads it.
  DROP FUNCTION take_stray_text(text, text, bytea, text);
  CREATE FUNCTION take_stray_text(brought text, said_by text, hash bytea, wish text, more boolean) RETURNS TABLE (answer boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE was_out boolean;
    BEGIN
      IF NOT claim_text(brought) THEN RETURN QUERY SELECT false; RETURN; END IF;
      PERFORM lock_number(said_by, false);
      was_out := number_opted_out(said_by);
      IF wish IS NOT NULL THEN
        PERFORM say_opt_out(said_by, CASE WHEN wish = 'out' THEN 'stop' END);
        RETURN QUERY SELECT wish = 'in' OR NOT was_out;
      ELSE
        RETURN QUERY SELECT NOT was_out AND NOT EXISTS (
          SELECT 1 FROM stray_text WHERE number_hash = hash AND received_at > clock_timestamp() - interval '12 hours');
      END IF;
      IF wish IS NULL OR more THEN INSERT INTO stray_text VALUES (brought, hash, clock_timestamp()); END IF;
    END $$;
  ${definerFunction('take_stray_text(text, text, bytea, text, boolean)')}

  -- Of a text that was claimed already, and is answered by a question about visits to several clinics.
  CREATE FUNCTION count_stray_text(brought text, hash bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO stray_text VALUES (brought, hash, clock_timestamp()) $$;
  ${definerFunction('count_stray_text(text, bytea)')}`;
