import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ProgramApi } from './program-api.js';
import { type Mapped, type Row, toAllergy, toMedication, toPatient, toProblem } from './synthea-rows.js';

export interface FileReport {
  file: string;
  added: number;
  alreadyThere: number;
  /** One line per row that was left out: its number in the file and why. */
  skipped: { line: number; why: string }[];
}

interface Source {
  file: string;
  path: string;
  map: (row: Row) => Mapped;
}

const ENTRIES: readonly Source[] = [
  { file: 'conditions.csv', path: '/problems', map: toProblem },
  { file: 'medications.csv', path: '/medications', map: toMedication },
  { file: 'allergies.csv', path: '/allergies', map: toAllergy },
];
const AT_ONCE = 4;

/** Reads a folder of Synthea CSV files into a clinic. Run again, it finds every row by its external id and changes nothing. */
export class SyntheaImport {
  private readonly patients = new Map<string, string>();

  constructor(
    private readonly api: ProgramApi,
    private readonly folder: string,
    private readonly progress: (file: string, done: number, of: number) => void = () => undefined,
  ) {}

  async run(): Promise<FileReport[]> {
    const reports = [await this.file({ file: 'patients.csv', path: '/patients', map: toPatient })];
    for (const source of ENTRIES) if (existsSync(join(this.folder, source.file))) reports.push(await this.file(source));
    return reports;
  }

  private async file(source: Source): Promise<FileReport> {
    const rows = parse(readFileSync(join(this.folder, source.file)), { columns: true, skip_empty_lines: true, bom: true, relax_column_count: true }) as Row[];
    const report: FileReport = { file: source.file, added: 0, alreadyThere: 0, skipped: [] };
    let next = 0;
    let done = 0;
    const work = async () => {
      for (let index = next++; index < rows.length; index = next++) {
        await this.row(source, rows[index] ?? {}, index + 2, report);
        this.progress(source.file, ++done, rows.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    report.skipped.sort((a, b) => a.line - b.line);
    return report;
  }

  private async row(source: Source, row: Row, line: number, report: FileReport): Promise<void> {
    const mapped = source.map(row);
    if ('skip' in mapped) return void report.skipped.push({ line, why: mapped.skip });
    const isPerson = source.path === '/patients';
    const patientId = this.patients.get(mapped.patient);
    if (!isPerson && !patientId) return void report.skipped.push({ line, why: 'its patient is not in patients.csv or was skipped' });
    const answer = await this.api.post(source.path, isPerson ? mapped.body : { ...mapped.body, patientId });
    if (answer.status === 201) report.added++;
    else if (answer.body.code === 'EXTERNAL_ID_TAKEN') report.alreadyThere++;
    else return void report.skipped.push({ line, why: describe(answer.body) });
    const id = answer.body.id ?? answer.body.patientId;
    if (isPerson && id) this.patients.set(mapped.externalId, id);
  }
}

function describe(problem: { detail?: string; errors?: { pointer: string; detail: string }[] }): string {
  const fields = problem.errors?.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; ');
  return fields ?? problem.detail ?? 'the API refused it';
}
