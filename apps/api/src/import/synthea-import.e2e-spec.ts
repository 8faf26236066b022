import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { session, type Session } from '../testing/session.js';
import { ProgramApi } from './program-api.js';
import { SyntheaImport } from './synthea-import.js';

const REAL = resolve(process.env['KEEL_SYNTHEA_DIR'] ?? '../shared/data/synthea');
const real = existsSync(join(REAL, 'patients.csv'));
if (!real) process.stdout.write(`No Synthea data in ${REAL}: the import of real input is skipped; set KEEL_SYNTHEA_DIR to run it\n`);

async function apiOf({ owner, app }: Session): Promise<ProgramApi> {
  const { body } = await owner.post('/api-keys', { name: 'import', scopes: ['*'] }).expect(201);
  return new ProgramApi(app.url, (body as { key: string }).key);
}

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'keel-synthea-'));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('the import of Synthea files', () => {
  it('names each row that it leaves out and why, and changes nothing the second time', async () => {
    const folder = folderOf({
      'patients.csv': 'Id,BIRTHDATE,DEATHDATE,FIRST,LAST,GENDER,ADDRESS,CITY,ZIP\np1,1990-05-17,,Zoé12,Lavoie3,F,1 Main,Visalia,93291\np2,2999-01-01,,Too,Young,M,,,\n',
      'allergies.csv': 'START,STOP,PATIENT,ENCOUNTER,CODE,SYSTEM,DESCRIPTION,TYPE,CATEGORY,DESCRIPTION1,SEVERITY1\n1999-12-29,,p1,e1,1,SNOMED-CT,Latex,allergy,environment,Hives,MILD\n1999-12-29,,p9,e1,1,SNOMED-CT,Latex,allergy,environment,,\n',
    });
    const at = await session('owner');
    const api = await apiOf(at);
    const first = await new SyntheaImport(api, folder).run();
    expect(first).toEqual([
      { file: 'patients.csv', added: 1, alreadyThere: 0, skipped: [{ line: 3, why: expect.stringContaining('/dateOfBirth') as string }] },
      { file: 'allergies.csv', added: 1, alreadyThere: 0, skipped: [{ line: 3, why: expect.stringContaining('not in patients.csv') as string }] },
    ]);
    const second = await new SyntheaImport(api, folder).run();
    expect(second.map(({ added, alreadyThere }) => [added, alreadyThere])).toEqual([[0, 1], [0, 1]]);
    rmSync(folder, { recursive: true });
  });

  it('stops with a clear word where the key is not accepted', async () => {
    const { app } = await session('owner');
    const folder = folderOf({ 'patients.csv': 'Id,BIRTHDATE,FIRST,LAST\np1,1990-05-17,A,B\n' });
    await expect(new SyntheaImport(new ProgramApi(app.url, 'keel_nobodys-key-at-all-000000000000'), folder).run()).rejects.toThrow(/does not accept this key/);
  });

  (real ? it : it.skip)('takes the 59 people with their conditions, medications and allergies', async () => {
    const at = await session('owner');
    const reports = await new SyntheaImport(await apiOf(at), REAL).run();
    expect(reports.map(({ file, added, skipped }) => ({ file, some: added > 0, skipped: skipped.length }))).toEqual([
      { file: 'patients.csv', some: true, skipped: 0 },
      { file: 'conditions.csv', some: true, skipped: 0 },
      { file: 'medications.csv', some: true, skipped: 0 },
      { file: 'allergies.csv', some: true, skipped: 0 },
    ]);
    expect(reports[0]?.added).toBe(59);
  }, 240_000);
});
