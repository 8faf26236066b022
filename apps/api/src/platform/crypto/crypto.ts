import { createHmac, hkdfSync } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Config } from '../config/config.js';
import type { Ctx } from '../context/ctx.js';
import { createPool } from '../database/connections.js';
import { openBytes, sealBytes } from './envelope.js';
import { unwrapKey, wrapNewKey } from './wrapped-key.js';

/** Where sealed bytes live; they open nowhere else. */
export interface SealedPlace {
  table: string;
  column: string;
  id: string;
}

const CACHED_CLINICS = 1000;

/**
 * Seals what a clinic keeps secret (note bodies, health-card numbers, message bodies). Each clinic has its own data key,
 * wrapped by the master key of the environment; rotating the master key rewraps these and touches no sealed bytes.
 */
@Injectable()
export class Crypto implements OnApplicationShutdown {
  private readonly keys = new Map<string, Buffer>();
  /** Its own connections: callers hold one of the common pool while they wait for a key. */
  private readonly pool: pg.Pool;

  constructor(private readonly config: Config) {
    this.pool = createPool(config, 'keel-keys', 2);
  }

  /** After the last request and the last job, which may still seal. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.pool.ended) await this.pool.end();
  }

  async seal(ctx: Ctx, place: SealedPlace, plaintext: string): Promise<Buffer> {
    return sealBytes(await this.key(ctx.clinicId), aad(ctx.clinicId, place), Buffer.from(plaintext, 'utf8'));
  }

  /** @throws SealBrokenError where the bytes were changed or moved. */
  async open(ctx: Ctx, place: SealedPlace, sealed: Buffer): Promise<string> {
    return openIn(ctx.clinicId, await this.key(ctx.clinicId))(place, sealed);
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
}

/** Opens what one clinic sealed. @throws SealBrokenError where the bytes were changed or moved */
export type OpenSealed = (place: SealedPlace, sealed: Buffer) => string;

/** By the clinic's data key itself: for the one who changes the master key, with nobody else at work. */
export function openIn(clinicId: string, dataKey: Buffer): OpenSealed {
  return (place, sealed) => openBytes(dataKey, aad(clinicId, place), sealed).toString('utf8');
}

function aad(clinicId: string, { table, column, id }: SealedPlace): string {
  return `${clinicId}|${table}|${column}|${id}`;
}
