import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** What was texted while Keel was down is looked for in the provider's list: up to when that was done is kept. */
export class LookForMissedTexts1795990800010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE text_look (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        looked_until timestamptz NOT NULL
      );
      -- What came before this was there is not looked for.
      INSERT INTO text_look (looked_until) VALUES (clock_timestamp());

      CREATE FUNCTION texts_looked_until() RETURNS TABLE (until timestamptz, at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT looked_until, clock_timestamp() FROM text_look $$;
      ${definerFunction('texts_looked_until()')}

      CREATE FUNCTION look_on_from(until timestamptz) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        UPDATE text_look SET looked_until = until $$;
      ${definerFunction('look_on_from(timestamptz)')}

      CREATE FUNCTION known_texts(asked text[]) RETURNS TABLE (sid text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT t.sid FROM inbound_text t WHERE t.sid = ANY (asked) $$;
      ${definerFunction('known_texts(text[])')}`);
  }

  async down(): Promise<void> {
    throw new Error('Texts need these doors: restore the backup of before instead');
  }
}
