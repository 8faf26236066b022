import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/**
 * A text that was missed is said in its place among what was heard up to a look at the provider's list. What its phone said of being texted
 * since that look would be said over, so that it is refused then, and the next look has both.
 */
export class KnowWhichWordOfTextsWasLast2026113019400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [LAST_WORDS, OPT_OUTS, STRAYS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Texts need these doors: restore the backup of before instead');
  }
}

const LAST_WORDS = `
  -- The text by which a phone last said something of being texted, and when that was done: each text is claimed once, so it names one saying.
  CREATE TABLE last_opt_word (
    number text PRIMARY KEY,
    sid text NOT NULL,
    done_at timestamptz NOT NULL
  );

  CREATE FUNCTION last_opt_words(asked text[]) RETURNS TABLE (number text, sid text, at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT w.number, w.sid, w.done_at FROM last_opt_word w WHERE w.number = ANY (asked) $$;
  ${definerFunction('last_opt_words(text[])')}`;

const OPT_OUTS = `
  -- As before. The first of the texts is the one that is taken now. Where it was missed, \`known\` are those whose saying it takes into account: it
  -- is refused where another was done last, whatever that said. A refusal of the provider is of no text, and stands in no list.
  CREATE FUNCTION say_opt_out(said_by text, words text[], sids text[], moment timestamptz, known text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE held text; asked_by text;
    BEGIN
      PERFORM lock_number(said_by, false);
      IF known IS NOT NULL AND cardinality(words) > 0
        AND EXISTS (SELECT 1 FROM last_opt_word w WHERE w.number = said_by AND w.sid <> ALL (known)) THEN
        RAISE EXCEPTION 'The phone has said something of being texted since the list was read';
      END IF;
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
      IF cardinality(sids) > 0 THEN
        INSERT INTO last_opt_word (number, sid, done_at) VALUES (said_by, sids[1], clock_timestamp())
          ON CONFLICT (number) DO UPDATE SET sid = EXCLUDED.sid, done_at = EXCLUDED.done_at;
      END IF;
    END $$;
  ${definerFunction('say_opt_out(text, text[], text[], timestamptz, text[])')}

  -- For processes of the release before: what these say is the last word too.
  CREATE OR REPLACE FUNCTION say_opt_out(said_by text, words text[], sids text[], moment timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT say_opt_out(said_by, words, sids, moment, NULL) $$;`;

const STRAYS = `
  -- As before, with the texts whose saying one that was missed takes into account.
  CREATE FUNCTION take_stray_text(
    brought text, said_by text, hash bytea, wish text, words text[], sids text[], more boolean, offers uuid[], moment timestamptz, known text[]
  ) RETURNS TABLE (answer boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE was_out boolean; answered boolean;
    BEGIN
      IF NOT claim_text(brought) THEN RETURN QUERY SELECT false; RETURN; END IF;
      PERFORM lock_number(said_by, false);
      was_out := number_opted_out(said_by);
      PERFORM say_opt_out(said_by, words, sids, moment, known);
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
  ${definerFunction('take_stray_text(text, text, bytea, text, text[], text[], boolean, uuid[], timestamptz, text[])')}`;
