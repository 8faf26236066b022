import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** Whoever writes to several clinics says by a number which of them their words are for, and sends them again. */
export class LetAPhoneChooseWhomItWritesTo1795990500200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [OFFERS, TAKE, CHOOSE, CONVERSATIONS, TEXTS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Texts need these doors: restore the backup of before instead');
  }
}

const OFFERS = `
  ALTER TABLE stray_text
    -- The clinics that its answer named, in the order of their numbers: of no clinic, for none of them shall learn of the others.
    ADD COLUMN offered uuid[],
    ADD COLUMN chosen uuid,
    ADD COLUMN chosen_at timestamptz,
    ADD CONSTRAINT stray_text_choice CHECK (chosen IS NULL OR chosen = ANY (offered) AND chosen_at IS NOT NULL);`;

const TAKE = `
  DROP FUNCTION take_stray_text(text, text, bytea, text, boolean);
  -- As before, but said again after an hour; and each time where its answer names clinics to choose from.
  CREATE FUNCTION take_stray_text(brought text, said_by text, hash bytea, wish text, more boolean, offers uuid[]) RETURNS TABLE (answer boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE was_out boolean; answered boolean;
    BEGIN
      IF NOT claim_text(brought) THEN RETURN QUERY SELECT false; RETURN; END IF;
      PERFORM lock_number(said_by, false);
      was_out := number_opted_out(said_by);
      IF wish IS NOT NULL THEN
        PERFORM say_opt_out(said_by, CASE WHEN wish = 'out' THEN 'stop' END);
        answered := wish = 'in' OR NOT was_out;
      ELSIF offers IS NULL THEN
        answered := NOT was_out AND NOT EXISTS (
          SELECT 1 FROM stray_text s WHERE s.number_hash = hash AND s.received_at > clock_timestamp() - interval '1 hour');
      ELSE
        answered := NOT was_out;
      END IF;
      IF wish IS NULL OR more THEN
        INSERT INTO stray_text (sid, number_hash, received_at, offered) VALUES (brought, hash, clock_timestamp(), CASE WHEN answered THEN offers END);
      END IF;
      RETURN QUERY SELECT answered;
    END $$;
  ${definerFunction('take_stray_text(text, text, bytea, text, boolean, uuid[])')}

  CREATE OR REPLACE FUNCTION count_stray_text(brought text, hash bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO stray_text (sid, number_hash, received_at) VALUES (brought, hash, clock_timestamp()) $$;`;

const CHOOSE = `
  -- What a phone was offered last, and what it chose.
  CREATE FUNCTION offered_to_phone(hash bytea) RETURNS TABLE (offered uuid[], at timestamptz, chosen uuid, "chosenAt" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT offered, received_at, chosen, chosen_at FROM stray_text
    WHERE number_hash = hash AND offered IS NOT NULL AND received_at > clock_timestamp() - interval '2 days'
    ORDER BY received_at DESC LIMIT 1 $$;
  ${definerFunction('offered_to_phone(bytea)')}

  -- In the transaction that claims the text with the number.
  CREATE FUNCTION choose_clinic_for_words(hash bytea, clinic uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE stray_text SET chosen = clinic, chosen_at = clock_timestamp() WHERE clinic = ANY (offered) AND sid = (
      SELECT sid FROM stray_text WHERE number_hash = hash AND offered IS NOT NULL ORDER BY received_at DESC LIMIT 1) $$;
  ${definerFunction('choose_clinic_for_words(bytea, uuid)')}`;

const CONVERSATIONS = `
  DROP FUNCTION sms_conversations(bytea);
  -- As before, and to which text each answer is one: by it the lines of an answer are known to be of one, wherever and whenever they were kept.
  CREATE FUNCTION sms_conversations(hash bytea)
    RETURNS TABLE ("clinicId" uuid, "patientId" uuid, "appointmentId" uuid, version integer, reply text, asks text, choice integer, at timestamptz,
      answers text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT clinic_id, patient_id,
      CASE WHEN status IN ('queued', 'sent', 'delivered', 'unknown') THEN appointment_id END, appointment_version, m.reply, m.asks, m.choice, queued_at,
      CASE WHEN m.kind = 'reply' THEN m.provider_id END
    FROM (
      SELECT *, row_number() OVER (PARTITION BY clinic_id ORDER BY queued_at DESC, id DESC) AS nth FROM message
      WHERE recipient_hash = hash AND queued_at > now() - interval '1 year'
    ) m WHERE nth <= 200 ORDER BY queued_at DESC, id DESC $$;
  ${definerFunction('sms_conversations(bytea)')}

  -- What stood in one clinic was signed by another one of which the same phone was asked: that is gone, and the rest of the row stays.
  UPDATE message m SET content = NULL WHERE m.reply = 'which' AND EXISTS (
    SELECT 1 FROM message o WHERE o.recipient_hash = m.recipient_hash AND o.queued_at = m.queued_at AND o.reply = 'which' AND o.clinic_id <> m.clinic_id);`;

const TEXTS = `
  -- The texts of the last minutes by phone: a machine that answers whatever it is sent is answered no more.
  CREATE TABLE phone_text (
    number_hash bytea NOT NULL,
    received_at timestamptz NOT NULL
  );
  CREATE INDEX phone_text_number ON phone_text (number_hash);
  CREATE INDEX phone_text_age ON phone_text (received_at);

  CREATE FUNCTION count_text_of_phone(hash bytea) RETURNS TABLE (texts integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      DELETE FROM phone_text WHERE ctid = ANY (ARRAY (
        SELECT ctid FROM phone_text WHERE received_at < clock_timestamp() - interval '10 minutes' ORDER BY received_at LIMIT 100 FOR UPDATE SKIP LOCKED));
      INSERT INTO phone_text VALUES (hash, clock_timestamp());
      RETURN QUERY SELECT count(*)::integer FROM phone_text WHERE number_hash = hash AND received_at > clock_timestamp() - interval '10 minutes';
    END $$;
  ${definerFunction('count_text_of_phone(bytea)')}`;
