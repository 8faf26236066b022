import type { CsvRow } from './csv.ts';
import { type KeelClient, reasonOf } from './client.ts';
import type { Report } from './report.ts';
import { type Body, ENTRY_FILES, type EntryFile, identify, toPatient } from './synthea.ts';

export const PATIENTS = 'patients.csv';
export const FILES = [PATIENTS, ...ENTRY_FILES.map(({ file }) => file)];
/** How many patients are brought over at once. */
const AT_ONCE = 4;

interface Entry {
  from: EntryFile;
  row: CsvRow;
  id: string;
}

/** How earlier imports marked those who have died, in place of their date of death. */
const DECEASED = 'deceased';

interface Known {
  id: string;
  version: number;
  tags: string[];
  deceasedOn: string | null;
  archived: boolean;
}

/**
 * Brings a folder of Synthea over the public API. Each row has a lasting externalId, so what is there is left as it is; but for the dead whom
 * an earlier run took for living.
 */
export class Importer {
  private readonly client: KeelClient;
  private readonly report: Report;

  constructor(client: KeelClient, report: Report) {
    this.client = client;
    this.report = report;
  }

  async run(files: ReadonlyMap<string, CsvRow[]>): Promise<void> {
    for (const [file, rows] of files) this.report.begin(file, rows.length);
    const people = files.get(PATIENTS) ?? [];
    const entries = this.byPatient(files, new Set(people.map(({ values }) => values['Id'] ?? '')));
    const waiting = people.values();
    const bring = async () => {
      for (const person of waiting) await this.person(person, entries.get(person.values['Id'] ?? '') ?? []);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, bring));
  }

  private byPatient(files: ReadonlyMap<string, CsvRow[]>, people: ReadonlySet<string>): Map<string, Entry[]> {
    const found = new Map<string, Entry[]>();
    for (const from of ENTRY_FILES) {
      const rows = files.get(from.file) ?? [];
      for (const [at, identity] of identify(rows).entries()) {
        const row = rows[at];
        if (!row) continue;
        const patient = row.values['PATIENT'] ?? '';
        if ('repeats' in identity) this.report.skip(from.file, row.line, `it repeats line ${identity.repeats}`);
        else if (!people.has(patient)) this.report.skip(from.file, row.line, `its patient "${patient}" is not in ${PATIENTS}`);
        else found.set(patient, [...(found.get(patient) ?? []), { from, row, id: identity.id }]);
      }
    }
    return found;
  }

  private async person(row: CsvRow, entries: Entry[]): Promise<void> {
    const patientId = await this.patient(row);
    if (!patientId) {
      for (const { from, row } of entries) this.report.skip(from.file, row.line, `its patient was skipped`);
      return;
    }
    for (const from of ENTRY_FILES) {
      const own = entries.filter((entry) => entry.from === from);
      if (own.length > 0) await this.entries(patientId, from, own);
    }
  }

  /** @returns the patient's id in Keel, or undefined where the row is skipped. */
  private async patient(row: CsvRow): Promise<string | undefined> {
    const body = toPatient(row.values);
    const found = await this.client.get(`/patients?externalId=${encodeURIComponent(body.externalId)}`);
    const [known] = (found.body['data'] ?? []) as Known[];
    if (known) {
      if (known.tags.includes(DECEASED) && !known.deceasedOn && !known.archived) await this.bury(row, known, body);
      else this.report.row(PATIENTS, 'present');
      return known.id;
    }
    return this.add(PATIENTS, '/patients', row, body);
  }

  /** Once: the tag goes, so that a date which is taken back here stays so. */
  private async bury(row: CsvRow, { id, version, tags }: Known, { deceasedOn }: Body): Promise<void> {
    if (!deceasedOn) return this.report.row(PATIENTS, 'present');
    const left = tags.filter((tag) => tag !== DECEASED);
    const { status, body } = await this.client.patch(`/patients/${id}`, version, { deceasedOn, tags: left });
    if (status === 200) this.report.row(PATIENTS, 'present');
    else this.report.skip(PATIENTS, row.line, reasonOf(body));
  }

  private async entries(patientId: string, from: EntryFile, entries: Entry[]): Promise<void> {
    const there = new Set<unknown>();
    for await (const record of this.client.all(`${from.path}?patientId=${patientId}`)) there.add(record['externalId']);
    for (const { row, id } of entries) {
      if (there.has(id)) this.report.row(from.file, 'present');
      else await this.add(from.file, from.path, row, { ...from.toBody(row.values), patientId, externalId: id });
    }
  }

  private async add(file: string, path: string, row: CsvRow, sent: Body): Promise<string | undefined> {
    const { status, body } = await this.client.post(path, sent);
    const taken = status === 409 && body['code'] === 'EXTERNAL_ID_TAKEN';
    if (status === 201 || taken) this.report.row(file, taken ? 'present' : 'added');
    else this.report.skip(file, row.line, reasonOf(body));
    const id = taken ? body['patientId'] : status === 201 ? body['id'] : undefined;
    return typeof id === 'string' ? id : undefined;
  }
}
