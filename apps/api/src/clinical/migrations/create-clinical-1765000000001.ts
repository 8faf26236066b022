import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../platform/index.js';

export class CreateClinical1765000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TEMPLATES, NOTE, NOTE_VERSION, CHART_ACCESS, PROBLEM, ALLERGY, MEDICATION]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not taken back: drop the database instead');
  }
}

const TEMPLATES = `
  CREATE TABLE note_template (
    clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
    id uuid NOT NULL,
    -- Which of Keel's own templates this was, if it was one.
    built_in text,
    profession text,
    active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id)
  );
  ${tenantTable('note_template', { grants: 'SELECT, INSERT, UPDATE' })}

  CREATE TABLE note_template_version (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    template_id uuid NOT NULL,
    number integer NOT NULL,
    name jsonb NOT NULL,
    sections jsonb NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (clinic_id, id),
    UNIQUE (clinic_id, template_id, number),
    FOREIGN KEY (clinic_id, template_id) REFERENCES note_template (clinic_id, id)
  );
  ${tenantTable('note_template_version', { grants: 'SELECT, INSERT' })}`;

const NOTE = `
  CREATE TABLE note (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    patient_id uuid NOT NULL,
    practitioner_id uuid NOT NULL,
    appointment_id uuid,
    -- A template of Keel has no row until a clinic edits it.
    template_id uuid NOT NULL,
    template_version integer NOT NULL,
    title jsonb NOT NULL,
    -- Counselling: its author's alone until shared.
    confidential boolean NOT NULL,
    shared boolean NOT NULL DEFAULT false,
    status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'signed', 'amended', 'entered_in_error')),
    -- Sealed; gone once signed, when the text is in note_version alone.
    draft bytea,
    -- When the visit was; the chart is in this order.
    noted_at timestamptz NOT NULL,
    created_by_type text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    signed_by_type text,
    signed_by text,
    signed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
    FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioner (clinic_id, id),
    FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointment (clinic_id, id),
    CHECK ((signed_at IS NULL) = (signed_by IS NULL)),
    CHECK (status <> 'draft' OR (draft IS NOT NULL AND signed_at IS NULL)),
    CHECK (status NOT IN ('signed', 'amended') OR (draft IS NULL AND signed_at IS NOT NULL))
  );
  -- Whose note it is and what it answers cannot change after it was started.
  ${tenantTable('note', {
    grants: 'SELECT, INSERT, UPDATE (status, draft, shared, updated_at, signed_by_type, signed_by, signed_at, version)',
  })}
  CREATE INDEX note_of_patient ON note (clinic_id, patient_id, noted_at DESC, id DESC);
  CREATE INDEX note_of_practitioner ON note (clinic_id, practitioner_id, noted_at DESC, id DESC);
  CREATE INDEX note_of_appointment ON note (clinic_id, appointment_id) WHERE appointment_id IS NOT NULL;`;

const NOTE_VERSION = `
  CREATE TABLE note_version (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    note_id uuid NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('signed', 'addendum', 'entered_in_error')),
    -- The canonical JSON of what was signed, sealed.
    body bytea NOT NULL,
    -- SHA-256 of that JSON; each body holds the hash of the one before.
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    recorded_by_type text NOT NULL,
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, id),
    UNIQUE (clinic_id, note_id, number),
    FOREIGN KEY (clinic_id, note_id) REFERENCES note (clinic_id, id)
  );
  ${tenantTable('note_version', { grants: 'SELECT, INSERT' })}`;

const CHART_ACCESS = `
  CREATE TABLE chart_access (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    patient_id uuid NOT NULL,
    -- Who may open the chart.
    user_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('grant', 'override')),
    reason text NOT NULL,
    given_by_type text NOT NULL,
    given_by text NOT NULL,
    given_at timestamptz NOT NULL,
    expires_at timestamptz,
    reviewed_by text,
    reviewed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
    FOREIGN KEY (clinic_id, user_id) REFERENCES membership (clinic_id, user_id)
  );
  ${tenantTable('chart_access', { grants: 'SELECT, INSERT, UPDATE (expires_at, reviewed_by, reviewed_at, version)' })}
  CREATE INDEX chart_access_of_user ON chart_access (clinic_id, user_id, patient_id);`;

/** What problems, allergies and medications have in common. */
const entry = (table: string, columns: string): string => `
  CREATE TABLE ${table} (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    patient_id uuid NOT NULL,
    description text NOT NULL,
    code text,
    code_system text,
    ${columns}
    comment text,
    -- Its id where it was imported from: a second import finds it by this.
    external_id text,
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
  );
  ${tenantTable(table, { grants: 'SELECT, INSERT, UPDATE' })}
  CREATE INDEX ${table}_of_patient ON ${table} (clinic_id, patient_id, id);
  CREATE UNIQUE INDEX ${table}_external_id ON ${table} (clinic_id, external_id) WHERE external_id IS NOT NULL;`;

const PROBLEM = entry(
  'problem',
  `clinical_status text NOT NULL,
    verification_status text NOT NULL,
    severity text,
    body_site text,
    onset_date date,
    abatement_date date,`,
);

const ALLERGY = entry(
  'allergy',
  `clinical_status text NOT NULL,
    verification_status text NOT NULL,
    category text,
    criticality text,
    reactions jsonb NOT NULL DEFAULT '[]',
    onset_date date,`,
);

const MEDICATION = entry(
  'medication',
  `status text NOT NULL,
    dosage text,
    reason text,
    prescriber text,
    start_date date,
    end_date date,`,
);
