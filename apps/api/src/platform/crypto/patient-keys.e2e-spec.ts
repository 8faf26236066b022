import pg from 'pg';
import { testEnv } from '../../testing/app.js';
import { type TestDatabase, testDatabase } from '../../testing/database.js';
import { Config } from '../config/config.js';
import { newId, systemCtx } from '../context/ctx.js';
import { Crypto, type SealedPlace } from './crypto.js';
import { SealBrokenError } from './envelope.js';
import { RecordsDestroyedProblem } from './records-destroyed.js';
import { unwrapKey, wrapNewPatientKey } from './wrapped-key.js';

const CLINICS = ['a', 'b'].map((last) => `0199a8b0-0000-7000-8000-00000000000${last}`);
const [here, there] = CLINICS.map((clinic) => systemCtx(clinic, 'test'));
const placeOf = (patientId: string | null, id = newId()): SealedPlace => ({ table: 'note', column: 'draft', id, patientId });

let database: TestDatabase;
let owner: pg.Client;
const processes: Crypto[] = [];
beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.superuserUrl });
  await owner.connect();
});
afterAll(async () => {
  for (const one of processes) await one.onApplicationShutdown();
  await owner.end();
});

/** Another process on the same database, with nothing in memory yet. */
function fresh(): Crypto {
  const crypto = new Crypto(new Config(testEnv(database)));
  processes.push(crypto);
  return crypto;
}

const keysOf = async (patientId: string) =>
  (await owner.query<{ wrapped: Buffer | null }>('SELECT wrapped FROM patient_key WHERE patient_id = $1', [patientId])).rows;

describe('what is of one patient', () => {
  it('is sealed by a key of their own, which any process opens it by', async () => {
    const [anne, bea] = [placeOf(newId()), placeOf(newId())];
    const crypto = fresh();
    const sealed = await crypto.seal(here!, anne, 'of Anne');
    await crypto.seal(here!, bea, 'of Bea');
    const [[ofAnne], [ofBea]] = [await keysOf(anne.patientId!), await keysOf(bea.patientId!)];
    expect(ofAnne?.wrapped?.equals(ofBea!.wrapped!)).toBe(false);
    expect(await fresh().open(here!, anne, sealed)).toBe('of Anne');
  });

  it('opens in no other row, for no other patient, in no other clinic, and not as the clinic’s own', async () => {
    const [anne, bea] = [placeOf(newId()), placeOf(newId())];
    const crypto = fresh();
    const [ofAnne, ofBea] = [await crypto.seal(here!, anne, 'of Anne'), await crypto.seal(here!, bea, 'of Bea')];
    await crypto.seal(there!, placeOf(anne.patientId), 'of the same id in another clinic');
    const refused = async (ctx: typeof here, place: SealedPlace, bytes: Buffer) =>
      expect(crypto.open(ctx!, place, bytes)).rejects.toThrow(SealBrokenError);
    await refused(here, anne, ofBea);
    await refused(here, bea, ofAnne);
    await refused(here, { ...anne, patientId: bea.patientId }, ofAnne);
    await refused(here, { ...anne, patientId: null }, ofAnne);
    await refused(here, { ...anne, id: newId() }, ofAnne);
    await refused(there, anne, ofAnne);
    await refused(here, anne, ofAnne.subarray(0, -1));
    // Labelled anew with the other's id, and as the clinic's.
    await refused(here, { ...anne, patientId: bea.patientId }, Buffer.concat([ofBea.subarray(0, 17), ofAnne.subarray(17)]));
    await refused(here, anne, Buffer.concat([Buffer.from([1]), ofAnne.subarray(17)]));
  });

  it('has one key where several processes seal for them first, all at once', async () => {
    const patientId = newId();
    const crypto = [fresh(), fresh(), fresh(), fresh()];
    const places = Array.from({ length: 24 }, () => placeOf(patientId));
    const sealed = await Promise.all(places.map((place, at) => crypto[at % 4]!.seal(here!, place, `text ${at}`)));
    expect(await keysOf(patientId)).toHaveLength(1);
    const reader = fresh();
    for (const [at, place] of places.entries()) expect(await reader.open(here!, place, sealed[at]!)).toBe(`text ${at}`);
  });

  it('is sealed by the same key, and opens, however their id is spelled', async () => {
    const small = placeOf(newId());
    const capitals = { ...small, id: small.id.toUpperCase(), patientId: small.patientId!.toUpperCase() };
    const first = await fresh().seal(here!, capitals, 'by capitals');
    const second = await fresh().seal(here!, small, 'by small letters');
    expect(await keysOf(small.patientId!)).toHaveLength(1);
    for (const place of [small, capitals]) {
      expect(await fresh().open(here!, place, first)).toBe('by capitals');
      expect(await fresh().open(here!, place, second)).toBe('by small letters');
    }
  });

  it('is sealed by a key that an id in capitals had left', async () => {
    const place = placeOf(newId());
    await fresh().seal(here!, placeOf(newId()), 'the clinic has a key');
    const { rows } = await owner.query<{ wrapped: Buffer }>('SELECT wrapped FROM clinic_key WHERE clinic_id = $1', [CLINICS[0]]);
    const clinicKey = unwrapKey(new Config(testEnv(database)).masterKey, CLINICS[0]!, rows[0]!.wrapped);
    const left = wrapNewPatientKey(clinicKey, CLINICS[0]!, place.patientId!.toUpperCase());
    await owner.query('INSERT INTO patient_key (clinic_id, patient_id, wrapped) VALUES ($1, $2, $3)', [CLINICS[0], place.patientId, left]);
    const sealed = await fresh().seal(here!, place, 'at last');
    expect(await fresh().open(here!, place, sealed)).toBe('at last');
  });

  it('is told apart by capitals where its place has no id', async () => {
    const [one, other] = ['user:a|order-A17', 'user:a|order-a17'].map((id) => ({
      ...placeOf(null, id),
      table: 'idempotency',
      column: 'answer',
    }));
    const sealed = await fresh().seal(here!, one!, 'an answer');
    expect(await fresh().open(here!, one!, sealed)).toBe('an answer');
    await expect(fresh().open(here!, other!, sealed)).rejects.toThrow(SealBrokenError);
  });

  it('has no key where their id is none', async () => {
    await expect(fresh().seal(here!, placeOf(`${newId()} `), 'of nobody')).rejects.toThrow('UUID');
    expect((await owner.query('SELECT 1 FROM patient_key WHERE clinic_id = $1 AND patient_id IS NULL', [CLINICS[0]])).rowCount).toBe(0);
  });

  it('opens as before where the clinic’s key sealed it', async () => {
    const place = placeOf(newId());
    const before = await fresh().seal(here!, { ...place, patientId: null }, 'of an earlier release');
    expect(await fresh().open(here!, place, before)).toBe('of an earlier release');
    expect(await keysOf(place.patientId!)).toEqual([]);
  });

  it('opens to nobody once the key is destroyed, and gets no other one', async () => {
    const [anne, bea] = [placeOf(newId()), placeOf(newId())];
    const crypto = fresh();
    const [ofAnne, ofBea] = [await crypto.seal(here!, anne, 'of Anne'), await crypto.seal(here!, bea, 'of Bea')];
    const destroy = (patientId: string) => owner.query('SELECT destroy_patient_key($1, $2)', [CLINICS[0], patientId]);
    await destroy(anne.patientId!);
    expect(await keysOf(anne.patientId!)).toEqual([{ wrapped: null }]);
    await expect(fresh().open(here!, anne, ofAnne)).rejects.toThrow(RecordsDestroyedProblem);
    await expect(fresh().seal(here!, anne, 'more')).rejects.toThrow(RecordsDestroyedProblem);
    expect(await fresh().open(here!, bea, ofBea)).toBe('of Bea');
    // One who never had a key.
    const unknown = placeOf(newId());
    await destroy(unknown.patientId!);
    await expect(fresh().seal(here!, unknown, 'more')).rejects.toThrow(RecordsDestroyedProblem);
  });
});
