import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/**
 * What a phone was offered and chose is compared with when it was written to: by the clock of whoever writes both, since the
 * database's own may be some hundred milliseconds off from what a busy machine takes for it.
 */
export class TellOffersByOneClock1795990800020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION take_stray_text(text, text, bytea, text, boolean, uuid[]);
      CREATE FUNCTION take_stray_text(brought text, said_by text, hash bytea, wish text, more boolean, offers uuid[], moment timestamptz)
        RETURNS TABLE (answer boolean)
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
              SELECT 1 FROM stray_text s WHERE s.number_hash = hash AND s.received_at > moment - interval '1 hour');
          ELSE
            answered := NOT was_out;
          END IF;
          IF wish IS NULL OR more THEN
            INSERT INTO stray_text (sid, number_hash, received_at, offered) VALUES (brought, hash, moment, CASE WHEN answered THEN offers END);
          END IF;
          RETURN QUERY SELECT answered;
        END $$;
      ${definerFunction('take_stray_text(text, text, bytea, text, boolean, uuid[], timestamptz)')}

      DROP FUNCTION choose_clinic_for_words(bytea, uuid);
      CREATE FUNCTION choose_clinic_for_words(hash bytea, clinic uuid, moment timestamptz) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        UPDATE stray_text SET chosen = clinic, chosen_at = moment WHERE clinic = ANY (offered) AND sid = (
          SELECT sid FROM stray_text WHERE number_hash = hash AND offered IS NOT NULL ORDER BY received_at DESC LIMIT 1) $$;
      ${definerFunction('choose_clinic_for_words(bytea, uuid, timestamptz)')}`);
  }

  async down(): Promise<void> {
    throw new Error('Texts need these doors: restore the backup of before instead');
  }
}
