import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../../platform/index.js';

export class CreatePatients1763000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PATIENT, SEARCH, CONSENT, TIMELINE]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not taken back: drop the database instead');
  }
}

const PATIENT = `
  CREATE TABLE patient (
    clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
    id uuid NOT NULL,
    first_name text NOT NULL,
    last_name text NOT NULL,
    preferred_name text,
    pronouns text,
    date_of_birth date NOT NULL,
    sex text,
    gender_identity text,
    email citext,
    -- E.164, so that a number is one text however it was typed.
    phone text,
    preferred_channel text NOT NULL DEFAULT 'email',
    locale text NOT NULL,
    address jsonb,
    emergency_contact jsonb,
    occupation text,
    referral_source text,
    health_card bytea,
    alerts text[] NOT NULL DEFAULT '{}',
    tags text[] NOT NULL DEFAULT '{}',
    -- The id of this person where they were imported from: a second import finds them by it.
    external_id text,
    search_key text NOT NULL,
    archived_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id)
  );
  ${tenantTable('patient', { grants: 'SELECT, INSERT, UPDATE' })}
  CREATE UNIQUE INDEX patient_external_id ON patient (clinic_id, external_id) WHERE external_id IS NOT NULL;
  CREATE INDEX patient_by_name ON patient (clinic_id, last_name, id);
  CREATE INDEX patient_by_birth ON patient (clinic_id, date_of_birth);
  CREATE INDEX patient_search ON patient USING gin (clinic_id, search_key gin_trgm_ops);
  CREATE INDEX patient_phone ON patient USING gin (clinic_id, phone gin_trgm_ops);

  CREATE VIEW patient_card WITH (security_invoker = true) AS
    SELECT clinic_id, id, first_name, last_name, preferred_name, date_of_birth, alerts FROM patient;
  GRANT SELECT ON patient_card TO keel_app;`;

/**
 * Trigram operators are not leakproof, so under a policy PostgreSQL may not use their index. The search therefore runs as
 * the owner, with the clinic of the connection as its first condition, and gives back ids alone.
 */
const SEARCH = `
  CREATE FUNCTION search_patients(words text[], digits text, births date[], at_most integer)
    RETURNS TABLE (id uuid, score real)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  DECLARE longest text := (SELECT w FROM unnest(words) AS w ORDER BY length(w) DESC LIMIT 1);
  BEGIN
    IF digits IS NOT NULL OR births IS NOT NULL THEN
      RETURN QUERY SELECT p.id, 1::real FROM patient p
        WHERE p.clinic_id = current_clinic() AND p.archived_at IS NULL
          AND (p.date_of_birth = ANY (births) OR p.phone LIKE '%' || digits || '%')
          AND NOT EXISTS (SELECT 1 FROM unnest(words) AS w WHERE NOT w <% p.search_key)
        ORDER BY p.last_name, p.id LIMIT at_most;
      RETURN;
    END IF;
    RETURN QUERY SELECT p.id, (SELECT sum(word_similarity(w, p.search_key)) FROM unnest(words) AS w)::real AS likeness
      FROM patient p
      WHERE p.clinic_id = current_clinic() AND longest <% p.search_key AND p.archived_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM unnest(words) AS w WHERE NOT w <% p.search_key)
      ORDER BY likeness DESC, p.last_name, p.id LIMIT at_most;
    IF FOUND THEN RETURN; END IF;
    -- Swapped or dropped letters leave few trigrams in common: compare word by word, within one clinic.
    RETURN QUERY SELECT p.id, 0::real FROM patient p
      WHERE p.clinic_id = current_clinic() AND p.archived_at IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM unnest(words) AS w WHERE NOT EXISTS (
            SELECT 1 FROM unnest(string_to_array(p.search_key, ' ')) AS k
            WHERE levenshtein_less_equal(left(w, 60), left(k, 60), 2) <= CASE WHEN length(w) < 4 THEN 1 ELSE 2 END))
      ORDER BY p.last_name, p.id LIMIT at_most;
  END $$;
  ${definerFunction('search_patients(text[], text, date[], integer)')}`;

const CONSENT = `
  CREATE TABLE contact_consent (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    patient_id uuid NOT NULL,
    purpose text NOT NULL,
    channel text NOT NULL,
    granted boolean NOT NULL,
    source text NOT NULL,
    wording text NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
  );
  ${tenantTable('contact_consent', { grants: 'SELECT, INSERT' })}
  CREATE INDEX contact_consent_latest ON contact_consent (clinic_id, patient_id, purpose, channel, recorded_at DESC);`;

const TIMELINE = `
  CREATE TABLE timeline_entry (
    clinic_id uuid NOT NULL,
    -- The event's own id: one row per thing that happened.
    id uuid NOT NULL,
    patient_id uuid NOT NULL,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    data jsonb NOT NULL,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
  );
  ${tenantTable('timeline_entry', { grants: 'SELECT, INSERT' })}
  CREATE INDEX timeline_of_patient ON timeline_entry (clinic_id, patient_id, at, id);`;
