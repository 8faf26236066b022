/** One row of a Synthea CSV file, by its own column names. */
export type Row = Readonly<Record<string, string>>;

/** What to send where, or why a row cannot be. `patient` is Synthea's id of the person. */
export type Mapped = { externalId: string; patient: string; body: Record<string, unknown> } | { skip: string };

/** Synthea makes names unique by digits: `Jorge Luis88` is Jorge Luis. */
export function plainName(name: string | undefined): string {
  return (name ?? '').replaceAll(/\d+/g, '').trim();
}

export function toPatient(row: Row): Mapped {
  const [firstName, lastName] = [plainName(row['FIRST']), plainName(row['LAST'])];
  if (!row['Id']) return { skip: 'it has no Id' };
  if (!firstName || !lastName) return { skip: 'it has no first or last name' };
  if (!isDay(row['BIRTHDATE'])) return { skip: `"${row['BIRTHDATE'] ?? ''}" is no date of birth` };
  const body = {
    firstName,
    lastName,
    dateOfBirth: row['BIRTHDATE'],
    sex: { F: 'female', M: 'male' }[row['GENDER'] ?? ''] ?? 'unknown',
    address: present({ line1: row['ADDRESS'], city: row['CITY'], postalCode: row['ZIP'], country: 'US' }),
    tags: row['DEATHDATE'] ? ['imported', 'deceased'] : ['imported'],
    externalId: row['Id'],
  };
  return { externalId: row['Id'], patient: row['Id'], body };
}

export function toProblem(row: Row): Mapped {
  return entry(row, () => ({
    codeSystem: 'http://snomed.info/sct',
    clinicalStatus: row['STOP'] ? 'resolved' : 'active',
    onsetDate: day(row['START']),
    abatementDate: day(row['STOP']),
  }));
}

export function toMedication(row: Row): Mapped {
  return entry(row, () => ({
    codeSystem: 'http://www.nlm.nih.gov/research/umls/rxnorm',
    status: row['STOP'] ? 'completed' : 'active',
    startDate: day(row['START']),
    endDate: day(row['STOP']),
    reason: row['REASONDESCRIPTION'] || null,
  }));
}

const CATEGORIES = ['food', 'medication', 'environment', 'biologic'];
const SEVERITIES: Readonly<Record<string, string>> = { MILD: 'mild', MODERATE: 'moderate', SEVERE: 'severe' };

export function toAllergy(row: Row): Mapped {
  return entry(row, () => ({
    codeSystem: row['SYSTEM'] === 'RxNorm' ? 'http://www.nlm.nih.gov/research/umls/rxnorm' : 'http://snomed.info/sct',
    clinicalStatus: row['STOP'] ? 'resolved' : 'active',
    category: CATEGORIES.includes(row['CATEGORY'] ?? '') ? row['CATEGORY'] : null,
    onsetDate: day(row['START']),
    reactions: ['1', '2'].flatMap((number) => {
      const manifestation = row[`DESCRIPTION${number}`];
      return manifestation ? [{ manifestation, severity: SEVERITIES[row[`SEVERITY${number}`] ?? ''] ?? null }] : [];
    }),
  }));
}

/** The id is made of what makes a row itself, so that a second run finds what the first one wrote. */
function entry(row: Row, rest: () => Record<string, unknown>): Mapped {
  const [patient, code, description] = [row['PATIENT'], row['CODE'], row['DESCRIPTION']];
  if (!patient) return { skip: 'it names no patient' };
  if (!description) return { skip: 'it has no description' };
  if (!day(row['START'])) return { skip: `"${row['START'] ?? ''}" is no date` };
  const externalId = [patient, row['ENCOUNTER'], code, row['START']].join('/');
  return { externalId, patient, body: { description, code: code || null, ...rest(), externalId } };
}

function day(instant: string | undefined): string | null {
  const date = instant?.slice(0, 10);
  return isDay(date) ? (date ?? null) : null;
}

function isDay(text: string | undefined): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

function present(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, string] => Boolean(pair[1])));
}
