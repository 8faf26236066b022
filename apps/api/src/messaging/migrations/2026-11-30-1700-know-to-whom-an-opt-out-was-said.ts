import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** The provider takes its own YES for a wish to be texted again. Of an opt-out that it does not know, that word takes nothing back. */
export class KnowToWhomAnOptOutWasSaid2026113017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [OPT_OUTS, STRAYS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Texts need these doors: restore the backup of before instead');
  }
}

const OPT_OUTS = `
  -- In a sentence, which we alone understand. What was said before this, nobody knows: it is taken for one, and START takes it back.
  ALTER TABLE opted_out_number ADD COLUMN to_us_alone boolean NOT NULL DEFAULT true;
  UPDATE opted_out_number SET to_us_alone = false WHERE reason = 'provider';

  -- Nothing where there is none.
  CREATE FUNCTION opt_out_of_number(asked text) RETURNS TABLE ("toUsAlone" boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT to_us_alone FROM opted_out_number WHERE number = asked $$;
  ${definerFunction('opt_out_of_number(text)')}

  DROP FUNCTION say_opt_out(text, text);
  -- As before. The first word stands: what was said to us alone is so still where the provider hears of it later.
  CREATE FUNCTION say_opt_out(said_by text, why text, alone boolean DEFAULT true) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM lock_number(said_by, false);
      IF why IS NULL THEN DELETE FROM opted_out_number WHERE number = said_by;
      ELSE
        INSERT INTO opted_out_number (number, reason, created_at, to_us_alone) VALUES (said_by, why, clock_timestamp(), alone) ON CONFLICT DO NOTHING;
      END IF;
    END $$;
  ${definerFunction('say_opt_out(text, text, boolean)')}`;

const STRAYS = `
  DROP FUNCTION take_stray_text(text, text, bytea, text, boolean, uuid[], timestamptz);
  -- As before; an opt-out with whether it was said to us alone.
  CREATE FUNCTION take_stray_text(brought text, said_by text, hash bytea, wish text, alone boolean, more boolean, offers uuid[], moment timestamptz)
    RETURNS TABLE (answer boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE was_out boolean; answered boolean;
    BEGIN
      IF NOT claim_text(brought) THEN RETURN QUERY SELECT false; RETURN; END IF;
      PERFORM lock_number(said_by, false);
      was_out := number_opted_out(said_by);
      IF wish IS NOT NULL THEN
        PERFORM say_opt_out(said_by, CASE WHEN wish = 'out' THEN 'stop' END, alone);
        answered := wish = 'in' OR NOT was_out;
      ELSIF offers IS NULL THEN
        answered := NOT was_out AND NOT EXISTS (
          SELECT 1 FROM stray_text s WHERE s.number_hash = hash AND s.received_at > moment - interval '1 hour');
      ELSE
        answered := NOT was_out;
      END IF;
      IF wish IS NULL OR more THEN
        INSERT INTO stray_text (sid, number_hash, received_at, offered) VALUES (brought, hash, moment, CASE WHEN answered THEN offers END);
      END IF;
      RETURN QUERY SELECT answered;
    END $$;
  ${definerFunction('take_stray_text(text, text, bytea, text, boolean, boolean, uuid[], timestamptz)')}`;
