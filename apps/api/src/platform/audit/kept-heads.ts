import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** The newest seal of a clinic's chain, as it is remembered outside the database. */
export interface KeptHead {
  number: number;
  /** SHA-256 of the seal, in hex. */
  hash: string;
}

export type KeptHeads = Record<string, KeptHead>;

/** The heads that this file keeps, by clinic; none where there is no file yet or it is not whole. */
export function readHeads(path: string): KeptHeads {
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return Object.fromEntries(Object.entries(kept ?? {}).filter((entry): entry is [string, KeptHead] => isHead(entry[1])));
  } catch {
    return {};
  }
}

/** The further one of each clinic's heads: processes that seal side by side may write over each other's file. */
export function furtherHeads(one: KeptHeads, other: KeptHeads): KeptHeads {
  const heads = { ...one };
  for (const [clinicId, head] of Object.entries(other)) {
    if (head.number > (heads[clinicId]?.number ?? 0)) heads[clinicId] = head;
  }
  return heads;
}

/** Adds these heads to the file, whole or not at all. @throws where the file cannot be written */
export function keepHeads(path: string, heads: KeptHeads): void {
  writeFileSync(`${path}.partial`, JSON.stringify(furtherHeads(readHeads(path), heads)), { mode: 0o600 });
  renameSync(`${path}.partial`, path);
}

function isHead(value: unknown): value is KeptHead {
  if (typeof value !== 'object' || value === null) return false;
  const { number, hash } = value as Partial<KeptHead>;
  return Number.isInteger(number) && typeof hash === 'string';
}
