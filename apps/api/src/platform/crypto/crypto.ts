import { createHmac, hkdfSync } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Config } from '../config/config.js';
import type { Ctx } from '../context/ctx.js';
import { createPool } from '../database/connections.js';
import { openBytes, openForPatient, patientOf, sealBytes, SealBrokenError, sealForPatient } from './envelope.js';
import { type AskForKey, type KeptKey, PatientKeys } from './patient-keys.js';
import { unwrapKey, wrapNewKey } from './wrapped-key.js';

/** Where sealed bytes live, and whose they are; they open nowhere else. */
export interface SealedPlace {
  table: string;
  column: string;
  id: string;
  /** The patient by whose own key it is sealed, so that it goes when that key is destroyed; null for what is of no one patient. */
  patientId: string | null;
}

const CACHED_CLINICS = 1000;

/**
 * Seals what a clinic keeps secret (note bodies, health-card numbers, message bodies). What is of one patient is sealed by that
 * patient's own key, everything else by the clinic's data key. Keys of patients are wrapped by their clinic's key, and these by the
 * master key of the environment; rotating the master key rewraps the clinics' keys and touches no other and no sealed bytes.
 */
@Injectable()
export class Crypto implements OnApplicationShutdown {
  private readonly keys = new Map<string, Buffer>();
  /** Its own connections: callers hold one of the common pool while they wait for a key. */
  private readonly pool: pg.Pool;
  private readonly patients: PatientKeys;

  constructor(private readonly config: Config) {
    this.pool = createPool(config, 'keel-keys', 2);
    this.patients = new PatientKeys((...patient) => this.patientKey(...patient));
  }

  /** After the last request and the last job, which may still seal. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.pool.ended) await this.pool.end();
  }

  /** @throws RecordsDestroyedProblem where the patient's key was destroyed */
  async seal(ctx: Ctx, at: SealedPlace, plaintext: string): Promise<Buffer> {
    const { clinicId } = ctx;
    const place = asKept(at);
    const [key, aad, bytes] = [await this.key(clinicId), aadOf(clinicId, place), Buffer.from(plaintext, 'utf8')];
    if (place.patientId === null) return sealBytes(key, aad, bytes);
    return sealForPatient(place.patientId, await this.patients.toSeal(clinicId, key, place.patientId), aad, bytes);
  }

  /** @throws SealBrokenError where the bytes were changed or moved, RecordsDestroyedProblem where their patient's key was destroyed. */
  async open(ctx: Ctx, place: SealedPlace, sealed: Buffer): Promise<string> {
    return openWith(this.patients, ctx.clinicId, await this.key(ctx.clinicId), place, sealed);
  }

  /** HMAC-SHA-256 under a key of the clinic and this purpose alone, derived from its data key (HKDF, RFC 5869). */
  async sign(ctx: Ctx, purpose: string, bytes: Buffer): Promise<Buffer> {
    const key = hkdfSync('sha256', await this.key(ctx.clinicId), '', `keel ${purpose}`, 32);
    return createHmac('sha256', Buffer.from(key)).update(bytes).digest();
  }

  /**
   * The clinic's data key. It is made on first need in a transaction of its own: rolling back the caller's work must not
   * take away a key that another request has already sealed with.
   */
  private async key(clinicId: string): Promise<Buffer> {
    const cached = this.keys.get(clinicId);
    if (cached) return cached;
    const fresh = wrapNewKey(this.config.masterKey, clinicId);
    const found = await this.pool.query<{ wrapped: Buffer }>('SELECT * FROM clinic_data_key($1, $2)', [clinicId, fresh]);
    const row = found.rows[0];
    if (!row) throw new Error('The clinic has no data key');
    const key = unwrapKey(this.config.masterKey, clinicId, row.wrapped);
    if (this.keys.size >= CACHED_CLINICS) this.keys.clear();
    this.keys.set(clinicId, key);
    return key;
  }

  /** In a transaction of its own, as the clinic's is: nobody who seals for the same patient waits for the caller's work to end. */
  private async patientKey(...patient: Parameters<AskForKey>): Promise<KeptKey | undefined> {
    const text = 'SELECT wrapped FROM patient_data_key($1, $2, $3)';
    return (await this.pool.query<KeptKey>({ name: 'patient-key', text, values: patient })).rows[0];
  }
}

/** Opens what one clinic sealed. @throws SealBrokenError, RecordsDestroyedProblem as `Crypto.open` does */
export type OpenSealed = (place: SealedPlace, sealed: Buffer) => Promise<string>;

/** By the clinic's data key itself, and the database as its owner: for the one who changes the master key, with nobody else at work. */
export function openIn(owner: pg.Client, clinicId: string, dataKey: Buffer): OpenSealed {
  const text = 'SELECT wrapped FROM patient_key WHERE clinic_id = $1 AND patient_id = $2';
  const patients = new PatientKeys(
    async (clinic, patient) => (await owner.query<KeptKey>({ name: 'patient-key', text, values: [clinic, patient] })).rows[0],
  );
  return (place, sealed) => openWith(patients, clinicId, dataKey, place, sealed);
}

async function openWith(patients: PatientKeys, clinicId: string, key: Buffer, at: SealedPlace, sealed: Buffer): Promise<string> {
  const place = asKept(at);
  const [aad, patientId] = [aadOf(clinicId, place), patientOf(sealed)];
  // What was sealed before there were keys of patients is by the clinic's key, whosever it is.
  if (patientId === undefined) return openOfClinic(clinicId, key, place, sealed);
  if (patientId !== place.patientId) throw new SealBrokenError();
  return openForPatient(patientId, await patients.toOpen(clinicId, key, patientId), aad, sealed).toString('utf8');
}

function openOfClinic(clinicId: string, key: Buffer, place: SealedPlace, sealed: Buffer): string {
  try {
    return openBytes(key, aadOf(clinicId, place), sealed).toString('utf8');
  } catch (error) {
    if (!(error instanceof SealBrokenError)) throw error;
    // Once the id was bound as the request spelled it, and programs that send capitals send nothing else.
    return openBytes(key, aadOf(clinicId, { ...place, id: place.id.toUpperCase() }), sealed).toString('utf8');
  }
}

const AN_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** By the ids as the database writes them, in small letters, whoever spelled them here. What is no id names another place in capitals. */
const asKept = (place: SealedPlace): SealedPlace => ({
  ...place,
  id: AN_ID.test(place.id) ? place.id.toLowerCase() : place.id,
  patientId: place.patientId?.toLowerCase() ?? null,
});

function aadOf(clinicId: string, { table, column, id }: SealedPlace): string {
  return `${clinicId}|${table}|${column}|${id}`;
}
