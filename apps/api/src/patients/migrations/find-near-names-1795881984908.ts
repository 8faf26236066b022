import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';
import { searchKey } from '../search-query.js';

/**
 * Names are found by further spellings, for which the keys of the search are written anew; and a slip of the fingers is
 * looked for by the index, also where somebody else is called a little like what was typed.
 */
export class FindNearNames1795881984908 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Calling the extension loads it; before that nobody but a superuser may name its setting.
    await runner.query(`SELECT similarity('', '')`);
    await runner.query(SEARCH);
    for (let after = FIRST; after;) after = await rewriteKeys(runner, after);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}

const BATCH = 2000;
const FIRST: Place | undefined = ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'];
type Place = [clinicId: string, id: string];

interface Row {
  clinic: string;
  id: string;
  first: string;
  preferred: string | null;
  last: string;
  email: string | null;
}

/** @returns the last of the batch, undefined after the last batch. */
async function rewriteKeys(runner: QueryRunner, after: Place): Promise<Place | undefined> {
  const rows = (await runner.query(
    `SELECT clinic_id AS clinic, id, first_name AS first, preferred_name AS preferred, last_name AS last, email::text AS email
     FROM patient WHERE (clinic_id, id) > ($1, $2) ORDER BY clinic_id, id LIMIT ${BATCH}`,
    after,
  )) as Row[];
  const keys = rows.map(({ first, preferred, last, email }) => searchKey([first, preferred, last], email));
  await runner.query(
    `UPDATE patient p SET search_key = k.key FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS k (clinic_id, id, key)
     WHERE p.clinic_id = k.clinic_id AND p.id = k.id AND p.search_key <> k.key`,
    [rows.map(({ clinic }) => clinic), rows.map(({ id }) => id), keys],
  );
  const last = rows.at(-1);
  return last && [last.clinic, last.id];
}

const SIEVE = `p.clinic_id = current_clinic() AND (p.archived_at IS NOT NULL) = archived
          AND (tag IS NULL OR tag = ANY (p.tags)) AND (external IS NULL OR p.external_id = external)`;
const ORDER = 'p.sort_last, p.sort_first, p.id LIMIT at_most';
const BESIDE = 'NOT EXISTS (SELECT 1 FROM unnest(words) AS w WHERE NOT w <% p.search_key)';

/**
 * As in the first migration, which says why it runs as the owner. Names are looked for by their likeness, and where nobody is
 * called quite so, by slips of the fingers too: swapped or dropped letters leave few trigrams in common, so the index gives
 * whoever shares a few, and letters are compared word by word.
 */
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
        WHERE ${SIEVE} AND (p.date_of_birth = ANY (births) OR p.phone LIKE '%' || digits || '%') AND ${BESIDE}
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
