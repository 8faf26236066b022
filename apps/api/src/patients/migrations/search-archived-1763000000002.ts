import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** The search finds people among the archived too, where that is asked; whoever does not ask sees what they saw. */
export class SearchArchived1763000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Calling the extension loads it; before that nobody but a superuser may name its setting.
    await runner.query(`SELECT similarity('', '')`);
    await runner.query(`DROP FUNCTION search_patients(text[], text, date[], integer); ${SEARCH}`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}

/** As in the first migration, which says why it runs as the owner. */
const SEARCH = `
  CREATE FUNCTION search_patients(words text[], digits text, births date[], at_most integer, archived boolean DEFAULT false)
    RETURNS TABLE (id uuid, score real)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  DECLARE longest text := (SELECT w FROM unnest(words) AS w ORDER BY length(w) DESC LIMIT 1);
  BEGIN
    IF digits IS NOT NULL OR births IS NOT NULL THEN
      RETURN QUERY SELECT p.id, 1::real FROM patient p
        WHERE p.clinic_id = current_clinic() AND (p.archived_at IS NOT NULL) = archived
          AND (p.date_of_birth = ANY (births) OR p.phone LIKE '%' || digits || '%')
          AND NOT EXISTS (SELECT 1 FROM unnest(words) AS w WHERE NOT w <% p.search_key)
        ORDER BY p.last_name, p.id LIMIT at_most;
      RETURN;
    END IF;
    RETURN QUERY SELECT p.id, (SELECT sum(word_similarity(w, p.search_key)) FROM unnest(words) AS w)::real AS likeness
      FROM patient p
      WHERE p.clinic_id = current_clinic() AND longest <% p.search_key AND (p.archived_at IS NOT NULL) = archived
        AND NOT EXISTS (SELECT 1 FROM unnest(words) AS w WHERE NOT w <% p.search_key)
      ORDER BY likeness DESC, p.last_name, p.id LIMIT at_most;
    IF FOUND THEN RETURN; END IF;
    -- Swapped or dropped letters leave few trigrams in common: compare word by word, within one clinic.
    RETURN QUERY SELECT p.id, 0::real FROM patient p
      WHERE p.clinic_id = current_clinic() AND (p.archived_at IS NOT NULL) = archived
        AND NOT EXISTS (
          SELECT 1 FROM unnest(words) AS w WHERE NOT EXISTS (
            SELECT 1 FROM unnest(string_to_array(p.search_key, ' ')) AS k
            WHERE levenshtein_less_equal(left(w, 60), left(k, 60), 2) <= CASE WHEN length(w) < 4 THEN 1 ELSE 2 END))
      ORDER BY p.last_name, p.id LIMIT at_most;
  END $$;
  ${definerFunction('search_patients(text[], text, date[], integer, boolean)')}`;
