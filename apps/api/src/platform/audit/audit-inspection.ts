import { Config } from '../config/config.js';
import { systemCtx } from '../context/ctx.js';
import { Crypto } from '../crypto/crypto.js';
import { createDataSource } from '../database/data-source.js';
import { Db } from '../database/db.js';
import { IdempotencyStore } from '../http/idempotency.store.js';
import { AuditSeals } from './audit-seals.js';
import { AuditVerifier } from './audit-verification.js';
import type { KeptHead } from './kept-heads.js';

export interface InspectedDatabase {
  databaseUrl: string;
  queueDatabaseUrl: string;
  masterKey: string;
}

/** The clinics among these whose audit chain is not whole, without starting anything else of the house: for a restored database. */
export async function brokenAuditChains(
  { databaseUrl, queueDatabaseUrl, masterKey }: InspectedDatabase,
  clinicIds: readonly string[],
  heads: Readonly<Record<string, KeptHead>>,
): Promise<string[]> {
  const config = new Config({
    DATABASE_URL: databaseUrl,
    QUEUE_DATABASE_URL: queueDatabaseUrl,
    KEEL_MASTER_KEY: masterKey,
    // Nobody signs in here.
    KEEL_SESSION_SECRET: masterKey,
    DATABASE_TIMEOUT_MS: '3600000',
  });
  const crypto = new Crypto(config);
  const source = createDataSource({ url: databaseUrl, poolSize: 2, applicationName: 'keel-inspect', timeouts: config.databaseTimeouts });
  await source.initialize();
  const db = new Db(source, new IdempotencyStore(crypto), config);
  const verifier = new AuditVerifier(new AuditSeals(db, crypto));
  try {
    const broken: string[] = [];
    for (const clinicId of clinicIds) if (await isBroken(verifier, clinicId, heads[clinicId])) broken.push(clinicId);
    return broken;
  } finally {
    await db.onApplicationShutdown();
    await crypto.onApplicationShutdown();
  }
}

async function isBroken(verifier: AuditVerifier, clinicId: string, kept: KeptHead | undefined): Promise<boolean> {
  const ctx = systemCtx(clinicId, 'backup');
  for (let after: number | undefined = 0; after !== undefined;) {
    const found = await verifier.verify(ctx, after, after === 0 ? kept : undefined);
    if (found.faults.length > 0) return true;
    after = found.next;
  }
  return false;
}
