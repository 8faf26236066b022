import type { CsvRow } from './csv.ts';

type Values = CsvRow['values'];
/** What is sent for a row. */
export type Body = { externalId: string } & Record<string, unknown>;

/** One file of a Synthea folder whose rows belong to patients: where they go, and what of. */
export interface EntryFile {
  file: string;
  path: string;
  toBody: (row: Values) => Omit<Body, 'externalId'>;
}

const SNOMED = 'http://snomed.info/sct';
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const SYSTEMS: Readonly<Record<string, string>> = { 'SNOMED-CT': SNOMED, RxNorm: RXNORM };
const SEXES: Readonly<Record<string, string>> = { F: 'female', M: 'male' };
const CATEGORIES = ['food', 'medication', 'environment'];
const SEVERITIES = ['mild', 'moderate', 'severe'];

/** Synthea tells its made-up people from real ones by digits in their names: `Jorge Luis88`. */
export const withoutDigits = (name: string): string => name.replace(/\d+/g, '').trim();

export function toPatient(row: Values): Body {
  // A region is a short code in Keel; a name that is too long for it is left out rather than cut.
  const region = (row['STATE'] ?? '').length <= 10 ? row['STATE'] : undefined;
  const address = { line1: row['ADDRESS'], city: row['CITY'], region, postalCode: row['ZIP'], country: 'US' };
  return {
    externalId: row['Id'] ?? '',
    firstName: withoutDigits(row['FIRST'] ?? ''),
    lastName: withoutDigits(row['LAST'] ?? ''),
    dateOfBirth: row['BIRTHDATE'] ?? '',
    sex: SEXES[row['GENDER'] ?? ''] ?? 'unknown',
    address: present(address),
    tags: ['imported'],
    ...present({ deceasedOn: day(row['DEATHDATE']) }),
  };
}

function toProblem(row: Values) {
  return {
    ...coded(row, SNOMED),
    clinicalStatus: row['STOP'] ? 'resolved' : 'active',
    ...present({ onsetDate: day(row['START']), abatementDate: day(row['STOP']) }),
  };
}

function toMedication(row: Values) {
  return {
    ...coded(row, RXNORM),
    status: row['STOP'] ? 'completed' : 'active',
    ...present({ startDate: day(row['START']), endDate: day(row['STOP']), reason: row['REASONDESCRIPTION'] }),
  };
}

function toAllergy(row: Values) {
  const reactions = ['1', '2'].flatMap((n) => {
    const severity = row[`SEVERITY${n}`]?.toLowerCase() ?? '';
    const manifestation = row[`DESCRIPTION${n}`];
    return manifestation ? [{ manifestation, ...(SEVERITIES.includes(severity) ? { severity } : {}) }] : [];
  });
  const category = CATEGORIES.find((one) => one === row['CATEGORY']);
  return {
    ...coded(row, SYSTEMS[row['SYSTEM'] ?? ''] ?? row['SYSTEM']),
    clinicalStatus: row['STOP'] ? 'resolved' : 'active',
    reactions,
    ...present({
      category,
      onsetDate: day(row['START']),
      comment: row['TYPE'] === 'intolerance' ? 'Intolerance, not an allergy' : undefined,
    }),
  };
}

export const ENTRY_FILES: readonly EntryFile[] = [
  { file: 'conditions.csv', path: '/problems', toBody: toProblem },
  { file: 'medications.csv', path: '/medications', toBody: toMedication },
  { file: 'allergies.csv', path: '/allergies', toBody: toAllergy },
];

/**
 * Rows without an id of their own get a lasting one from what they say: the encounter, the code and the beginning; a second
 * one that differs elsewhere is told apart by its place among its likes.
 *
 * @returns the id of each row, or the line of the row that it repeats word by word.
 */
export function identify(rows: readonly CsvRow[]): ({ id: string } | { repeats: number })[] {
  const lines = new Map<string, number>();
  const likes = new Map<string, number>();
  return rows.map(({ line, values }) => {
    const whole = JSON.stringify(values);
    const repeats = lines.get(whole);
    if (repeats !== undefined) return { repeats };
    lines.set(whole, line);
    const key = [values['PATIENT'], values['ENCOUNTER'], values['CODE'], values['START']].join('|');
    const place = (likes.get(key) ?? 0) + 1;
    likes.set(key, place);
    return { id: place === 1 ? key : `${key}|${place}` };
  });
}

function coded(row: Values, system: string | undefined) {
  return { description: row['DESCRIPTION'] ?? '', ...present({ code: row['CODE'], codeSystem: row['CODE'] ? system : undefined }) };
}

/** The day of a date or an instant, as Synthea writes both. */
function day(text: string | undefined): string | undefined {
  return text?.slice(0, 10);
}

function present(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => !!entry[1]));
}
