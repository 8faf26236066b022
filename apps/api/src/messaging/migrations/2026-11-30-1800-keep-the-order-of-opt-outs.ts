import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** What a phone says of being texted counts in the order in which it was written, whenever it is heard. */
export class KeepTheOrderOfOptOuts2026113018000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [OPT_OUTS, STRAYS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Texts need these doors: restore the backup of before instead');
  }
}

const OPT_OUTS = `
  -- Who asked to be texted again, by which text and when: what is heard later and was so before takes nothing of it back.
  CREATE TABLE opted_in_number (
    number text PRIMARY KEY,
    sid text NOT NULL,
    said_at timestamptz NOT NULL
  );

  CREATE FUNCTION opt_in_of_number(asked text) RETURNS TABLE (sid text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT i.sid FROM opted_in_number i WHERE i.number = asked $$;
  ${definerFunction('opt_in_of_number(text)')}

  DROP FUNCTION say_opt_out(text, text, boolean);
  -- Words in the order in which they were written, with the text of each, as \`optOutAfter\` has it. Once the provider knows of an opt-out it keeps
  -- it until START or YES. A refusal of the provider ('provider') of what it was given at this moment says nothing of an opt-in since.
  CREATE FUNCTION say_opt_out(said_by text, words text[], sids text[], moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE held text; asked_by text;
    BEGIN
      PERFORM lock_number(said_by, false);
      SELECT CASE WHEN to_us_alone THEN 'us' ELSE 'both' END INTO held FROM opted_out_number WHERE number = said_by;
      FOR nth IN 1 .. cardinality(words) LOOP
        CASE
          WHEN words[nth] = 'start' OR words[nth] = 'yes' AND held = 'both' THEN
            held := NULL;
            asked_by := sids[nth];
          WHEN words[nth] = 'yes' THEN NULL;
          WHEN words[nth] = 'provider' AND EXISTS (SELECT 1 FROM opted_in_number WHERE number = said_by AND said_at > moment) THEN NULL;
          WHEN words[nth] = 'sentence' THEN held := coalesce(held, 'us');
          WHEN words[nth] IN ('keyword', 'provider') THEN held := 'both';
        END CASE;
      END LOOP;
      IF held IS NULL THEN
        DELETE FROM opted_out_number WHERE number = said_by;
      ELSE
        INSERT INTO opted_out_number (number, reason, created_at, to_us_alone)
          VALUES (said_by, CASE WHEN words = '{provider}' THEN 'provider' ELSE 'stop' END, clock_timestamp(), held = 'us')
          ON CONFLICT (number) DO UPDATE SET to_us_alone = EXCLUDED.to_us_alone;
      END IF;
      IF asked_by IS NOT NULL THEN
        INSERT INTO opted_in_number AS i (number, sid, said_at) VALUES (said_by, asked_by, moment)
          ON CONFLICT (number) DO UPDATE SET sid = EXCLUDED.sid, said_at = CASE WHEN i.sid = EXCLUDED.sid THEN i.said_at ELSE EXCLUDED.said_at END;
      ELSE
        -- Said once more in its place it was none.
        DELETE FROM opted_in_number i WHERE i.number = said_by AND i.sid = ANY (sids);
      END IF;
    END $$;
  ${definerFunction('say_opt_out(text, text[], text[], timestamptz)')}`;

const STRAYS = `
  DROP FUNCTION take_stray_text(text, text, bytea, text, boolean, boolean, uuid[], timestamptz);
  -- As before; what it says of being texted by its words.
  CREATE FUNCTION take_stray_text(
    brought text, said_by text, hash bytea, wish text, words text[], sids text[], more boolean, offers uuid[], moment timestamptz
  ) RETURNS TABLE (answer boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE was_out boolean; answered boolean;
    BEGIN
      IF NOT claim_text(brought) THEN RETURN QUERY SELECT false; RETURN; END IF;
      PERFORM lock_number(said_by, false);
      was_out := number_opted_out(said_by);
      PERFORM say_opt_out(said_by, words, sids, moment);
      IF wish IS NOT NULL THEN
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
  ${definerFunction('take_stray_text(text, text, bytea, text, text[], text[], boolean, uuid[], timestamptz)')}`;
