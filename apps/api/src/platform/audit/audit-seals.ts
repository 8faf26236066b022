import { Injectable } from '@nestjs/common';
import { type Ctx, now, type TxCtx } from '../context/ctx.js';
import { Crypto } from '../crypto/crypto.js';
import { NOT_PERSONAL } from '../database/access.js';
import { Db } from '../database/db.js';
import { prepared } from '../database/prepared.js';
import { hashEntries, hashSeal, idBefore, NO_SEAL, type Seal, type SealedEntry } from './seal-chain.js';

const MOST_ENTRIES = 5000;
const MOST_ENTRIES_READ = 50_000;
/** A row may be committed this long after its id was made and is still sealed; one that turns up later was planted. */
const LATE_MS = 15 * 60_000;
export const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const ENTRY = `id, (extract(epoch FROM at) * 1000000)::bigint::text AS at, actor_type AS "actorType", actor_id AS "actorId", action, what,
  patient_ids AS "patientIds", entity_id AS "entityId", reason, request_id AS "requestId", host(ip) AS ip`;
const SEAL = `number, entry_ids AS "entryIds", first_id AS "firstId", upto_id AS "uptoId", sealed_at AS "sealedAt",
  entries_hash AS "entriesHash", previous_hash AS "previousHash", hash, signature`;

/**
 * Audit rows are plain inserts, so that reads stay quick; afterwards they are sealed in batches. Each seal hashes its rows and the seal
 * before it and is signed with a key that the database does not hold: whoever changes, removes or plants a row in the
 * database, even as its owner, breaks the chain. Rows not yet sealed and the end of a chain are the limits of it; the end is
 * written to the log as well, and can be kept elsewhere.
 */
@Injectable()
export class AuditSeals {
  constructor(
    private readonly db: Db,
    private readonly crypto: Crypto,
  ) {}

  /** Seals what is not sealed yet, at most a batch. Undefined where there is nothing, or another process is at it. */
  async seal(ctx: Ctx): Promise<Seal | undefined> {
    return this.db.tx(ctx, async (ctx) => {
      const [lock] = await prepared<{ free: boolean }>(
        ctx,
        `SELECT pg_try_advisory_xact_lock(hashtextextended('audit_seal' || $1, 0)) AS free`,
        [ctx.clinicId],
      );
      if (!lock?.free) return undefined;
      const head = await this.head(ctx);
      const entries = await unsealed(ctx, head);
      return entries.length === 0 ? undefined : this.append(ctx, head, entries);
    });
  }

  async head(ctx: Ctx): Promise<Seal | undefined> {
    const [head] = await this.db.read<Seal>(ctx, NOT_PERSONAL, `SELECT ${SEAL} FROM audit_seal ORDER BY number DESC LIMIT 1`);
    return head;
  }

  /** Seals after this number, in order: at most so many, and no more once they hold so many rows. */
  async after(ctx: Ctx, number: number, atMost: number): Promise<Seal[]> {
    const sql = `SELECT ${SEAL} FROM (
        SELECT *, sum(cardinality(entry_ids)) OVER (ORDER BY number) - cardinality(entry_ids) AS entries_before
        FROM (SELECT * FROM audit_seal WHERE number > $1 ORDER BY number LIMIT $2) AS next
      ) AS counted WHERE entries_before < $3 ORDER BY number`;
    return this.db.read<Seal>(ctx, NOT_PERSONAL, sql, [number, atMost, MOST_ENTRIES_READ]);
  }

  async entries(ctx: Ctx, ids: readonly string[]): Promise<SealedEntry[]> {
    return this.db.read<SealedEntry>(ctx, NOT_PERSONAL, `SELECT ${ENTRY} FROM audit_entry WHERE id = ANY ($1::uuid[])`, [ids]);
  }

  /** Rows with ids after `from` up to `to` that are in no seal. */
  async inNoSeal(ctx: Ctx, from: string, to: string): Promise<string[]> {
    const sql = `SELECT id FROM audit_entry WHERE id > $1::uuid AND id <= $2::uuid
      EXCEPT SELECT unnest(entry_ids) FROM audit_seal WHERE first_id <= $2::uuid AND upto_id > $1::uuid ORDER BY id`;
    return (await this.db.read<{ id: string }>(ctx, NOT_PERSONAL, sql, [from, to])).map(({ id }) => id);
  }

  async waiting(ctx: Ctx, head: Seal | undefined): Promise<number> {
    const sql = 'SELECT count(*)::int AS waiting FROM audit_entry WHERE id > $1::uuid';
    const [row] = await this.db.read<{ waiting: number }>(ctx, NOT_PERSONAL, sql, [head?.uptoId ?? FIRST_ID]);
    return row?.waiting ?? 0;
  }

  /** Over the clinic's own data key, which the master key wraps: a new master key leaves old signatures whole. */
  sign(ctx: Ctx, hash: Buffer): Promise<Buffer> {
    return this.crypto.sign(ctx, 'audit seal', hash);
  }

  private async append(ctx: TxCtx, head: Seal | undefined, entries: SealedEntry[]): Promise<Seal> {
    const entryIds = entries.map(({ id }) => id);
    const [first = '', last = ''] = [entryIds[0], entryIds.at(-1)];
    const said = {
      number: (head?.number ?? 0) + 1,
      entryIds,
      firstId: first,
      uptoId: head && head.uptoId > last ? head.uptoId : last,
      sealedAt: now(ctx),
      entriesHash: hashEntries(entries),
      previousHash: head?.hash ?? NO_SEAL,
    };
    const hash = hashSeal(ctx.clinicId, said);
    const seal = { ...said, hash, signature: await this.sign(ctx, hash) };
    await prepared(
      ctx,
      `INSERT INTO audit_seal (clinic_id, number, entry_ids, first_id, upto_id, sealed_at, entries_hash, previous_hash, hash, signature)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ctx.clinicId,
        seal.number,
        entryIds,
        seal.firstId,
        seal.uptoId,
        seal.sealedAt,
        seal.entriesHash,
        seal.previousHash,
        hash,
        seal.signature,
      ],
    );
    return seal;
  }
}

/** Rows in the order of their ids: the new ones, and those which were committed late. */
async function unsealed(ctx: TxCtx, head: Seal | undefined): Promise<SealedEntry[]> {
  const from = head ? idBefore(head.uptoId, LATE_MS) : FIRST_ID;
  return prepared<SealedEntry>(
    ctx,
    `SELECT ${ENTRY} FROM audit_entry WHERE id > $1::uuid
       AND id NOT IN (SELECT unnest(entry_ids) FROM audit_seal WHERE upto_id > $1::uuid)
     ORDER BY id LIMIT $2`,
    [from, MOST_ENTRIES],
  );
}
