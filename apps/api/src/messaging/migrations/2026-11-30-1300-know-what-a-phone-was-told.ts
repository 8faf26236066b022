import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** A text that the provider may have taken, or may not, told its phone perhaps; an answer that could not be sent told it nothing. */
export class KnowWhatAPhoneWasTold2026113013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CONVERSATIONS, LINES, OFFERS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Texts need these doors: restore the backup of before instead');
  }
}

const CONVERSATIONS = `
  DROP FUNCTION sms_conversations(bytea);
  -- As before, and whether each is one of which nobody knows if it left, or if it is there yet; and by when it had arrived: a provider keeps none for a day.
  CREATE FUNCTION sms_conversations(hash bytea)
    RETURNS TABLE ("clinicId" uuid, "patientId" uuid, "appointmentId" uuid, version integer, perhaps boolean, arriving boolean, reply text, asks text,
      choice integer, at timestamptz, "arrivedBy" timestamptz, answers text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT clinic_id, patient_id,
      CASE WHEN status IN ('queued', 'sent', 'delivered', 'unknown') THEN appointment_id END, appointment_version,
      status IN ('queued', 'unknown'), kind <> 'reply' AND status = 'sent' AND sent_at > now() - interval '10 minutes', m.reply, m.asks, m.choice, queued_at,
      CASE WHEN status IN ('queued', 'unknown') THEN queued_at + interval '1 day' ELSE greatest(queued_at, sent_at, delivered_at) END,
      CASE WHEN m.kind = 'reply' THEN m.provider_id END
    FROM (
      SELECT *, row_number() OVER (PARTITION BY clinic_id ORDER BY queued_at DESC, id DESC) AS nth FROM message
      WHERE recipient_hash = hash AND queued_at > now() - interval '1 year'
        AND (kind <> 'reply' OR status IN ('queued', 'sent', 'delivered', 'unknown'))
    ) m WHERE nth <= 200 ORDER BY queued_at DESC, id DESC $$;
  ${definerFunction('sms_conversations(bytea)')}`;

const LINES = `
  CREATE INDEX message_answers ON message (provider_id) WHERE kind = 'reply';

  -- Where the lines of the answer to a text stand.
  CREATE FUNCTION lines_of_answer(answered text) RETURNS TABLE ("clinicId" uuid, id uuid, reply text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.clinic_id, m.id, m.reply FROM message m WHERE m.kind = 'reply' AND m.provider_id = answered $$;
  ${definerFunction('lines_of_answer(text)')}

  -- Those that were about to leave with a process that ended.
  CREATE FUNCTION answers_left_open(since interval) RETURNS TABLE (answered text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT m.provider_id FROM message m
    WHERE m.status = 'queued' AND m.kind = 'reply' AND m.queued_at < clock_timestamp() - since $$;
  ${definerFunction('answers_left_open(interval)')}`;

const OFFERS = `
  -- Clinics that a phone did not hear of it cannot choose by a number: the numbers of before go on meaning the same.
  CREATE FUNCTION unsay_offer(answered text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE stray_text SET offered = NULL WHERE sid = answered AND chosen IS NULL $$;
  ${definerFunction('unsay_offer(text)')}`;
