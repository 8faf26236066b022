import { createHash, timingSafeEqual } from 'node:crypto';

/** An audit row as its seal reads it: every column, as text. */
export interface SealedEntry {
  id: string;
  /** Microseconds since 1970, whole. */
  at: string;
  actorType: string;
  actorId: string;
  action: string;
  what: string;
  patientIds: string[];
  entityId: string | null;
  reason: string | null;
  requestId: string;
  ip: string | null;
}

/** One link of a clinic's chain. */
export interface Seal {
  number: number;
  entryIds: string[];
  firstId: string;
  uptoId: string;
  sealedAt: Date;
  entriesHash: Buffer;
  previousHash: Buffer;
  hash: Buffer;
  signature: Buffer;
}

/** What the first link of a chain names as the one before it. */
export const NO_SEAL = Buffer.alloc(32);

/** SHA-256 over the rows in the order of their ids. Arrays of JSON leave no doubt where one value ends and the next begins. */
export function hashEntries(entries: readonly SealedEntry[]): Buffer {
  const hash = createHash('sha256');
  for (const entry of entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { id, at, actorType, actorId, action, what, patientIds, entityId, reason, requestId, ip } = entry;
    hash.update(`${JSON.stringify([id, at, actorType, actorId, action, what, patientIds, entityId, reason, requestId, ip])}\n`);
  }
  return hash.digest();
}

/** SHA-256 over everything that a seal says, the hash of the seal before it included. */
export function hashSeal(clinicId: string, seal: Omit<Seal, 'hash' | 'signature'>): Buffer {
  const { number, entryIds, firstId, uptoId, sealedAt, entriesHash, previousHash } = seal;
  const said = [
    1,
    clinicId,
    number,
    entryIds,
    firstId,
    uptoId,
    sealedAt.toISOString(),
    entriesHash.toString('hex'),
    previousHash.toString('hex'),
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest();
}

export function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** When an id of version 7 (RFC 9562) was made, in milliseconds since 1970. */
export function madeAt(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** The smallest id of version 7 that can have been made `ms` milliseconds before this one. */
export function idBefore(id: string, ms: number): string {
  const hex = Math.max(0, madeAt(id) - ms)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
