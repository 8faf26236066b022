import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { session, type Session, stranger } from './testing/session.js';

const ROOT = process.cwd();
const FOLDER = process.env['KEEL_SYNTHEA_DIR'] ?? join(ROOT, '../shared/data/synthea');
const withData = existsSync(join(FOLDER, 'patients.csv')) ? it : it.skip;
if (!existsSync(FOLDER))
  process.stderr.write(`No Synthea data at ${FOLDER}: the import of real input is not tested (KEEL_SYNTHEA_DIR says where it is).\n`);

const HEADS = {
  'patients.csv': 'Id,BIRTHDATE,DEATHDATE,FIRST,LAST,GENDER,ADDRESS,CITY,STATE,ZIP',
  'conditions.csv': 'START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION',
  'medications.csv': 'START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION,REASONDESCRIPTION',
  'allergies.csv': 'START,STOP,PATIENT,ENCOUNTER,CODE,SYSTEM,DESCRIPTION,TYPE,CATEGORY,DESCRIPTION1,SEVERITY1,DESCRIPTION2,SEVERITY2',
};

describe('npm run import', () => {
  let clinic: Session;
  let key: string;
  let folder: string;

  beforeAll(async () => {
    clinic = await session('owner');
    key = await apiKey(clinic);
    folder = mkdtempSync(join(tmpdir(), 'keel-import-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function write(files: Partial<Record<keyof typeof HEADS, string[]>>): void {
    for (const [name, head] of Object.entries(HEADS)) {
      writeFileSync(join(folder, name), [head, ...(files[name as keyof typeof HEADS] ?? [])].join('\n'));
    }
  }

  it('brings what it can, says of each other row why not, and goes on', async () => {
    write({
      'patients.csv': [
        'a1,1990-02-28,,Zoë1,Lavoie2,F,1 Main,Long Beach,California,90804',
        'a2,1990-02-30,,Otto3,Ohara4,M,,,,',
        ',1990-03-01,,No,Id,M,,,,',
      ],
      'conditions.csv': [
        '2013-01-02,,a1,e1,1,Asthma',
        '2013-01-02,,a1,e1,1,Asthma',
        '2013-01-02,2012-01-01,a1,e2,2,Sprain',
        '2013-01-02,,a9,e1,1,Asthma',
        '2013-01-02,,a2,e1,1,Asthma',
      ],
      'allergies.csv': ['2001-01-01,,a1,e1,7,SNOMED-CT,"Latex, natural",allergy,environment,Hives,MILD,,'],
    });
    const { code, out } = await run(clinic, key, folder);
    expect(out).toContain('patients.csv: 1 added, 0 already there, 2 skipped');
    expect(out).toContain('conditions.csv: 1 added, 0 already there, 4 skipped');
    expect(out).toContain('allergies.csv: 1 added');
    expect(out).toMatch(/skipped patients\.csv line 3: .*dateOfBirth/);
    expect(out).toMatch(/skipped patients\.csv line 4: .*externalId/);
    expect(out).toContain('skipped conditions.csv line 3: it repeats line 2');
    expect(out).toMatch(/skipped conditions\.csv line 4: .*abatementDate/);
    expect(out).toContain('skipped conditions.csv line 5: its patient "a9" is not in patients.csv');
    expect(out).toContain('skipped conditions.csv line 6: its patient was skipped');
    expect(code).toBe(0);
    const found = await clinic.owner.get('/patients?q=lavoie').expect(200);
    expect(found.body.data).toEqual([expect.objectContaining({ firstName: 'Zoë', lastName: 'Lavoie', externalId: 'a1' })]);
    const allergies = await clinic.owner.get(`/allergies?patientId=${found.body.data[0].id}`).expect(200);
    expect(allergies.body.data).toEqual([
      expect.objectContaining({ description: 'Latex, natural', reactions: [{ manifestation: 'Hives', severity: 'mild' }] }),
    ]);
  });

  it('leaves a patient who was archived here as they are', async () => {
    const { body } = await clinic.owner.get('/patients?q=lavoie').expect(200);
    await clinic.owner.patch(`/patients/${body.data[0].id}`, { archived: true }, { ifMatch: '*' }).expect(200);
    const { out } = await run(clinic, key, folder);
    expect(out).toContain('patients.csv: 0 added, 1 already there');
    expect(out).toContain('conditions.csv: 0 added, 1 already there');
  });

  it('brings the dead as such, to be given no time, and those whom an earlier run took for living', async () => {
    const tagged = { firstName: 'Old', lastName: 'Import', dateOfBirth: '1940-01-01', tags: ['imported', 'deceased'] };
    const before = await clinic.owner.post('/patients', { ...tagged, externalId: 'd2' }).expect(201);
    write({
      'patients.csv': [
        'd1,1950-02-28,2019-01-02,Dora1,Late2,F,,,,',
        'd2,1940-01-01,2018-05-06,Old,Import,F,,,,',
        'd3,1990-01-01,1980-01-01,No,Body,M,,,,',
      ],
      'conditions.csv': ['2013-01-02,,d1,e1,1,Asthma'],
    });
    const { out } = await run(clinic, key, folder);
    expect(out).toContain('patients.csv: 1 added, 1 already there, 1 skipped');
    expect(out).toContain('conditions.csv: 1 added');
    expect(out).toMatch(/skipped patients\.csv line 4: .*(deceasedOn|died|birth)/i);
    const found = await clinic.owner.get('/patients?externalId=d1').expect(200);
    expect(found.body.data[0]).toMatchObject({ deceasedOn: '2019-01-02', tags: ['imported'] });
    const path = `/patients/${before.body.id}`;
    expect((await clinic.owner.get(path).expect(200)).body).toMatchObject({ deceasedOn: '2018-05-06', tags: ['imported'] });
    // Whoever takes a date back here is not overruled by the next run.
    await clinic.owner.patch(path, { deceasedOn: null }, { ifMatch: '*' }).expect(200);
    await run(clinic, key, folder);
    expect((await clinic.owner.get(path).expect(200)).body).toMatchObject({ deceasedOn: null });
  });

  it('ends with what to do where there is no way in, no Keel or no file', async () => {
    expect(await run(clinic, 'keel_wrong', folder)).toMatchObject({ code: 1, err: expect.stringContaining('401') });
    expect(await run(clinic, '', folder)).toMatchObject({ code: 1, err: expect.stringContaining('KEEL_API_KEY') });
    expect(await run({ app: { url: 'http://127.0.0.1:1' } }, key, folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('npm start'),
    });
    expect(await run(clinic, key, join(folder, 'nowhere'))).toMatchObject({ code: 1, err: expect.stringContaining('KEEL_SYNTHEA_DIR') });
  });

  it('is refused a key that may not write charts, and says which', async () => {
    const { body } = await clinic.owner.post('/api-keys', { name: 'small', scopes: ['patient:read'] }).expect(201);
    write({ 'patients.csv': ['b1,1990-02-28,,A,B,F,,,,'] });
    expect(await run(clinic, body.key, folder)).toMatchObject({ code: 1, err: expect.stringContaining('patient:write') });
  });

  withData(
    'brings 59 people with their conditions, medications and allergies; a second run changes nothing',
    async () => {
      const big = await session('owner');
      const bigKey = await apiKey(big);
      cpSync(FOLDER, folder, { recursive: true });
      const first = await run(big, bigKey, folder);
      expect(first.out).toContain('patients.csv: 59 added, 0 already there, 0 skipped');
      expect(first.out).toMatch(/rows \(50 %\)/);
      const before = await counts(big);
      expect(before).toMatchObject({ patient: 59, problem: 1534, allergy: 25 });
      const second = await run(big, bigKey, folder);
      expect(second.out).not.toMatch(/: [1-9]\d* added/);
      expect(await counts(big)).toEqual(before);
      const elsewhere = await (await stranger()).get('/patients').expect(200);
      expect(elsewhere.body.data).toEqual([]);
    },
    240_000,
  );
});

async function apiKey(made: Session): Promise<string> {
  const { body } = await made.owner.post('/api-keys', { name: 'import', scopes: ['*'] }).expect(201);
  return (body as { key: string }).key;
}

async function counts({ app, clinic }: Session): Promise<Record<string, unknown>> {
  const count = (table: string) => `(SELECT count(*)::int FROM ${table} WHERE clinic_id = $1) AS ${table}`;
  const tables = ['patient', 'problem', 'medication', 'allergy', 'outbox'];
  const rows = await app.sql<Record<string, unknown>>(`SELECT ${tables.map(count).join(', ')}`, [clinic.id]);
  return rows[0] ?? {};
}

function run({ app }: { app: { url: string } }, key: string, folder: string): Promise<{ code: number | null; out: string; err: string }> {
  const { KEEL_EMAIL: _email, KEEL_PASSWORD: _password, ...env } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(ROOT, 'apps/launcher/src/import.ts'), folder], {
    env: { ...env, NODE_OPTIONS: '', KEEL_URL: app.url, KEEL_API_KEY: key },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}
