import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** Whoever is called by digits is found by them. */
export class FindNamesOfDigits1795924800529 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Calling the extension loads it; before that nobody but a superuser may name its setting.
    await runner.query(`SELECT similarity('', '')`);
    await runner.query(SEARCH);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}

const SIEVE = `p.clinic_id = current_clinic() AND (p.archived_at IS NOT NULL) = archived
          AND (tag IS NULL OR tag = ANY (p.tags)) AND (external IS NULL OR p.external_id = external)`;
const ORDER = 'p.sort_last, p.sort_first, p.id LIMIT at_most';
const BESIDE = 'NOT EXISTS (SELECT 1 FROM unnest(words) AS w WHERE NOT w <% p.search_key)';

/** As before, but for what digits are looked for in: a name may be made of them too. */
const SEARCH = `
  CREATE OR REPLACE FUNCTION search_patients(words text[], digits text, births date[], at_most integer, archived boolean DEFAULT false,
      mail text DEFAULT NULL, tag text DEFAULT NULL, external text DEFAULT NULL)
    RETURNS TABLE (id uuid, score real)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  DECLARE
    longest text := (SELECT w FROM unnest(words) AS w ORDER BY length(w) DESC LIMIT 1);
    others text[] := (SELECT coalesce(array_agg(DISTINCT w), '{}') FROM unnest(words) AS w WHERE w <> longest);
    ids uuid[];
    scores real[];
  BEGIN
    IF mail IS NOT NULL THEN
      RETURN QUERY SELECT p.id, 1::real FROM patient p
        WHERE ${SIEVE} AND lower(p.email::text) ~>=~ mail AND lower(p.email::text) ~<~ (mail || chr(1114111)) AND ${BESIDE}
        ORDER BY ${ORDER};
      RETURN;
    END IF;
    IF digits IS NOT NULL OR births IS NOT NULL THEN
      RETURN QUERY SELECT p.id, 1::real FROM patient p
        WHERE ${SIEVE} AND (p.date_of_birth = ANY (births) OR p.phone LIKE '%' || digits || '%' OR p.search_key LIKE '%' || digits || '%') AND ${BESIDE}
        ORDER BY ${ORDER};
      RETURN;
    END IF;
    SELECT array_agg(f.id), array_agg(f.likeness) INTO ids, scores FROM (
      SELECT p.id, (word_similarity(longest, p.search_key)
          + (SELECT coalesce(sum(word_similarity(w, p.search_key)), 0) FROM unnest(others) AS w))::real AS likeness
        FROM patient p
        WHERE ${SIEVE} AND longest <% p.search_key
          AND (others = '{}' OR NOT EXISTS (SELECT 1 FROM unnest(others) AS w WHERE NOT w <% p.search_key))
        ORDER BY likeness DESC, ${ORDER}) AS f;
    IF scores[1] >= 0.55 * (1 + cardinality(others)) THEN
      RETURN QUERY SELECT * FROM unnest(ids, scores);
      RETURN;
    END IF;
    PERFORM set_config('pg_trgm.word_similarity_threshold', CASE WHEN length(longest) < 5 THEN '0.2' ELSE '0.3' END, true);
    RETURN QUERY SELECT p.id, n.likeness
      FROM patient p, LATERAL (
        SELECT sum(CASE WHEN l.slips <= CASE WHEN length(w) < 4 THEN 1 ELSE 2 END
              THEN greatest(l.likeness, 1 - l.slips::real / (length(w) + 1)) WHEN l.likeness >= 0.5 THEN l.likeness END)::real AS likeness,
            bool_and(l.likeness >= 0.5 OR l.slips <= CASE WHEN length(w) < 4 THEN 1 ELSE 2 END) AS alike
          FROM unnest(others || longest) AS w, LATERAL (
            SELECT word_similarity(w, p.search_key) AS likeness,
              (SELECT min(levenshtein_less_equal(left(w, 60), left(k, 60), 2)) FROM unnest(string_to_array(p.search_key, ' ')) AS k
                WHERE abs(length(k) - length(w)) <= 2) AS slips
          ) AS l) AS n
      WHERE ${SIEVE} AND longest <% p.search_key AND n.alike
      ORDER BY n.likeness DESC, ${ORDER};
  END $$;
  ${definerFunction('search_patients(text[], text, date[], integer, boolean, text, text, text)')}`;
