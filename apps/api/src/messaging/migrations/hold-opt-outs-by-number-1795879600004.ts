import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** An opt-out is of the number that all clinics here write from; a text that came in is acted upon once, whenever it is brought again. */
export class HoldOptOutsByNumber1795879600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [OPT_OUTS, INBOUND, STRAYS, HOMES]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}

const OPT_OUTS = `
  -- Who wants no texts from this installation: of no clinic, since they all write from one number, those too that come later.
  CREATE TABLE opted_out_number (
    number text PRIMARY KEY,
    reason text NOT NULL,
    created_at timestamptz NOT NULL
  );
  INSERT INTO opted_out_number (number, reason, created_at)
    SELECT DISTINCT ON (address) address, reason, created_at FROM suppression WHERE channel = 'sms' ORDER BY address, created_at;
  DROP TABLE suppression;

  -- Whoever is about to write holds this lock shared, and reads what was said after it is theirs.
  CREATE FUNCTION lock_number(number text, for_writing boolean) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      IF for_writing THEN PERFORM pg_advisory_xact_lock_shared(hashtextextended('opted_out_number' || number, 0));
      ELSE PERFORM pg_advisory_xact_lock(hashtextextended('opted_out_number' || number, 0)); END IF;
    END $$;
  ${definerFunction('lock_number(text, boolean)')}

  CREATE FUNCTION number_opted_out(asked text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM opted_out_number WHERE number = asked) $$;
  ${definerFunction('number_opted_out(text)')}

  -- Once it is committed, nothing more begins to leave to there. No reason takes the opt-out back.
  CREATE FUNCTION say_opt_out(said_by text, why text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM lock_number(said_by, false);
      IF why IS NULL THEN DELETE FROM opted_out_number WHERE number = said_by;
      ELSE INSERT INTO opted_out_number VALUES (said_by, why, clock_timestamp()) ON CONFLICT DO NOTHING; END IF;
    END $$;
  ${definerFunction('say_opt_out(text, text)')}`;

const INBOUND = `
  -- The provider's ids of texts that were acted upon: never purged, since an old one that is brought again must do nothing.
  CREATE TABLE inbound_text (
    sid text PRIMARY KEY,
    received_at timestamptz NOT NULL
  );
  INSERT INTO inbound_text (sid, received_at)
    SELECT DISTINCT ON (provider_id) provider_id, created_at FROM message WHERE kind = 'received' AND provider_id IS NOT NULL;

  CREATE FUNCTION text_is_known(asked text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM inbound_text WHERE sid = asked) $$;
  ${definerFunction('text_is_known(text)')}

  -- True for the first who brings it; a second one waits until that has committed or has given up.
  CREATE FUNCTION claim_text(brought text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      INSERT INTO inbound_text VALUES (brought, clock_timestamp()) ON CONFLICT DO NOTHING;
      RETURN FOUND;
    END $$;
  ${definerFunction('claim_text(text)')}`;

const STRAYS = `
  -- Texts of which nobody knows whose they are. What they say stays with the provider, under this id.
  CREATE TABLE stray_text (
    sid text PRIMARY KEY,
    number_hash bytea NOT NULL,
    received_at timestamptz NOT NULL
  );
  CREATE INDEX stray_text_age ON stray_text (received_at);
  CREATE INDEX stray_text_number ON stray_text (number_hash, received_at);

  -- What such a text does, in one transaction: 'out', 'in', or null for what somebody should read. An answer is worth sending
  -- where it was news, and for a stray text once in half a day.
  CREATE FUNCTION take_stray_text(brought text, said_by text, hash bytea, wish text) RETURNS TABLE (answer boolean)
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
        INSERT INTO stray_text VALUES (brought, hash, clock_timestamp());
      END IF;
    END $$;
  ${definerFunction('take_stray_text(text, text, bytea, text)')}

  CREATE FUNCTION stray_texts(since interval) RETURNS TABLE (strays bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*) FROM stray_text WHERE received_at > clock_timestamp() - since $$;
  ${definerFunction('stray_texts(interval)')}`;

const HOMES = `
  CREATE INDEX patient_by_number ON patient (phone) WHERE phone IS NOT NULL;
  -- Where a text goes from a number that nobody wrote to: to whoever has it on record, or to the only clinic that there is.
  CREATE FUNCTION homes_of_number(asked text) RETURNS TABLE ("clinicId" uuid, "patientId" uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH known AS (SELECT clinic_id, id FROM patient WHERE phone = asked LIMIT 50)
    SELECT clinic_id, id FROM known
    UNION ALL SELECT id, NULL FROM clinic WHERE NOT EXISTS (SELECT 1 FROM known) AND (SELECT count(*) FROM clinic) = 1 $$;
  ${definerFunction('homes_of_number(text)')}`;
