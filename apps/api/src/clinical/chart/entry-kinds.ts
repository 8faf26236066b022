import type {
  AllergyDto,
  CreateAllergyDto,
  CreateMedicationDto,
  CreateProblemDto,
  MedicationDto,
  ProblemDto,
} from './chart-entries.dto.js';

/** One kind of entry of a chart: its table, and the columns behind its fields. Never built from a request. */
export interface EntryKind<Dto, Create> {
  noun: string;
  table: string;
  /** For the audit. */
  what: string;
  /** Columns of the fields that a caller writes. */
  fields: Readonly<Record<Exclude<keyof Create & keyof Dto & string, 'patientId' | 'externalId'>, string>>;
  /** What a field is that was not sent. */
  defaults: Partial<Create>;
  /** Fields whose column is jsonb. */
  json: readonly string[];
  /** SQL that keeps what counts out of what was declared an error. */
  counts: string;
}

const COMMON = { description: 'description', code: 'code', codeSystem: 'code_system', comment: 'comment' } as const;

export const PROBLEM: EntryKind<ProblemDto, CreateProblemDto> = {
  noun: 'problem',
  table: 'problem',
  what: 'chart.problem',
  fields: {
    ...COMMON,
    clinicalStatus: 'clinical_status',
    verificationStatus: 'verification_status',
    severity: 'severity',
    bodySite: 'body_site',
    onsetDate: 'onset_date',
    abatementDate: 'abatement_date',
  },
  defaults: { clinicalStatus: 'active', verificationStatus: 'confirmed' },
  json: [],
  counts: `verification_status <> 'entered_in_error'`,
};

export const ALLERGY: EntryKind<AllergyDto, CreateAllergyDto> = {
  noun: 'allergy',
  table: 'allergy',
  what: 'chart.allergy',
  fields: {
    ...COMMON,
    clinicalStatus: 'clinical_status',
    verificationStatus: 'verification_status',
    category: 'category',
    criticality: 'criticality',
    reactions: 'reactions',
    onsetDate: 'onset_date',
  },
  defaults: { clinicalStatus: 'active', verificationStatus: 'confirmed', reactions: [] },
  json: ['reactions'],
  counts: `verification_status <> 'entered_in_error'`,
};

export const MEDICATION: EntryKind<MedicationDto, CreateMedicationDto> = {
  noun: 'medication',
  table: 'medication',
  what: 'chart.medication',
  fields: {
    ...COMMON,
    status: 'status',
    dosage: 'dosage',
    reason: 'reason',
    prescriber: 'prescriber',
    startDate: 'start_date',
    endDate: 'end_date',
  },
  defaults: { status: 'active' },
  json: [],
  counts: `status <> 'entered_in_error'`,
};

/** The select list of a kind, each column under its field's name. */
export function columnsOf<Dto, Create>(kind: EntryKind<Dto, Create>, row: string): string {
  const own = Object.entries<string>(kind.fields).map(([field, column]) => `${row}.${column} AS "${field}"`);
  // As text, so that a row is the same whether it comes by itself or inside the chart's JSON.
  const at = `to_char(${row}.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt"`;
  return [
    `${row}.id, ${row}.patient_id AS "patientId", ${row}.external_id AS "externalId"`,
    ...own,
    `${row}.recorded_by AS "recordedBy", ${at}, ${row}.version`,
  ].join(', ');
}
