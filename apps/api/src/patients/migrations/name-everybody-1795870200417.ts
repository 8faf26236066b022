import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';
import { searchKey } from '../search-query.js';

/**
 * People with one name; lists in the order of a Canadian directory; a search that knows addresses, and keeps to a tag; and
 * what is noted beside a phone number. The keys of the search are written anew, since they hold more spellings.
 */
export class NameEverybody1795870200417 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT similarity('', '')`);
    for (const sql of [NAMES, PHONES, SEARCH]) await runner.query(sql);
    await rewriteKeys(runner);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}

/** Whoever has one name stands in lists by it. */
const NAMES = `
  ALTER TABLE patient
    ADD CONSTRAINT patient_has_a_name CHECK (first_name <> '' OR last_name <> ''),
    ADD COLUMN sort_last text COLLATE person_name NOT NULL
      GENERATED ALWAYS AS (CASE WHEN last_name = '' THEN first_name ELSE last_name END) STORED,
    ADD COLUMN sort_first text COLLATE person_name NOT NULL
      GENERATED ALWAYS AS (CASE WHEN last_name = '' THEN '' ELSE first_name END) STORED;
  DROP INDEX patient_by_name;
  CREATE INDEX patient_by_name ON patient (clinic_id, sort_last, sort_first, id);`;

const PHONES = `
  ALTER TABLE patient ADD COLUMN phone_extension text, ADD COLUMN phone_remark text;
  CREATE INDEX patient_by_email ON patient (clinic_id, (lower(email::text)) text_pattern_ops);`;

const BATCH = 2000;

async function rewriteKeys(runner: QueryRunner): Promise<void> {
  type Row = { clinicId: string; id: string; first: string; preferred: string | null; last: string; email: string | null };
  const sql = `SELECT clinic_id AS "clinicId", id, first_name AS first, preferred_name AS preferred, last_name AS last, email::text AS email
    FROM patient WHERE (clinic_id, id) > ($1, $2) ORDER BY clinic_id, id LIMIT ${BATCH}`;
  let after = ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const rows = (await runner.query(sql, after)) as Row[];
    const last = rows.at(-1);
    if (!last) return;
    const keys = rows.map((row) => searchKey([row.first, row.preferred, row.last, row.email?.split('@')[0]]));
    await runner.query(
      `UPDATE patient p SET search_key = k.key FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS k (clinic_id, id, key)
       WHERE p.clinic_id = k.clinic_id AND p.id = k.id AND p.search_key <> k.key`,
      [rows.map((row) => row.clinicId), rows.map((row) => row.id), keys],
    );
    after = [last.clinicId, last.id];
  }
}

const SIEVE = `p.clinic_id = current_clinic() AND (p.archived_at IS NOT NULL) = archived
          AND (tag IS NULL OR tag = ANY (p.tags)) AND (external IS NULL OR p.external_id = external)`;
const ORDER = 'p.sort_last, p.sort_first, p.id LIMIT at_most';

/** As in the first migration, which says why it runs as the owner; with an address, a tag and a foreign id to keep to. */
const SEARCH = `
  DROP FUNCTION search_patients(text[], text, date[], integer, boolean);
  CREATE FUNCTION search_patients(words text[], digits text, births date[], at_most integer, archived boolean DEFAULT false,
      mail text DEFAULT NULL, tag text DEFAULT NULL, external text DEFAULT NULL)
    RETURNS TABLE (id uuid, score real)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  DECLARE longest text := (SELECT w FROM unnest(words) AS w ORDER BY length(w) DESC LIMIT 1);
  BEGIN
    IF mail IS NOT NULL THEN
      RETURN QUERY SELECT p.id, 1::real FROM patient p
        WHERE ${SIEVE} AND lower(p.email::text) ~>=~ mail AND lower(p.email::text) ~<~ (mail || chr(1114111))
          AND NOT EXISTS (SELECT 1 FROM unnest(words) AS w WHERE NOT w <% p.search_key)
        ORDER BY ${ORDER};
      RETURN;
    END IF;
    IF digits IS NOT NULL OR births IS NOT NULL THEN
      RETURN QUERY SELECT p.id, 1::real FROM patient p
        WHERE ${SIEVE}
          AND (p.date_of_birth = ANY (births) OR p.phone LIKE '%' || digits || '%')
          AND NOT EXISTS (SELECT 1 FROM unnest(words) AS w WHERE NOT w <% p.search_key)
        ORDER BY ${ORDER};
      RETURN;
    END IF;
    RETURN QUERY SELECT p.id, (SELECT sum(word_similarity(w, p.search_key)) FROM unnest(words) AS w)::real AS likeness
      FROM patient p
      WHERE ${SIEVE} AND longest <% p.search_key
        AND NOT EXISTS (SELECT 1 FROM unnest(words) AS w WHERE NOT w <% p.search_key)
      ORDER BY likeness DESC, ${ORDER};
    IF FOUND THEN RETURN; END IF;
    -- Swapped or dropped letters leave few trigrams in common: compare word by word, within one clinic.
    RETURN QUERY SELECT p.id, 0::real FROM patient p
      WHERE ${SIEVE}
        AND NOT EXISTS (
          SELECT 1 FROM unnest(words) AS w WHERE NOT EXISTS (
            SELECT 1 FROM unnest(string_to_array(p.search_key, ' ')) AS k
            WHERE levenshtein_less_equal(left(w, 60), left(k, 60), 2) <= CASE WHEN length(w) < 4 THEN 1 ELSE 2 END))
      ORDER BY ${ORDER};
  END $$;
  ${definerFunction('search_patients(text[], text, date[], integer, boolean, text, text, text)')}`;
