import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config.js';
import { type Ctx, systemCtx, type TxCtx } from '../context/ctx.js';
import { Db } from '../database/db.js';
import { prepared, sent } from '../database/prepared.js';
import { Rounds } from '../upkeep/rounds.js';
import { Crypto } from './crypto.js';
import { isUnopenable } from './records-destroyed.js';

/** A column of sealed bytes, each of the patient whose id stands in another column of its row. All are names of the code's own. */
export interface SealedColumn {
  table: string;
  column: string;
  patientId: string;
}

interface Sealed {
  id: string;
  patientId: string | null;
  /** Null where there is nothing to do: it is sealed by its patient's key, or is not there. */
  before: Buffer | null;
}

/** Rows that are looked at in one transaction, which holds those that it changes. */
const PORTION = 50;
/** A round that has more to do than this goes on in the next one. */
const PORTIONS_A_ROUND = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Seals by the keys of patients what a clinic's key sealed before there were any, a portion of rows at a time, and keeps in the same
 * transaction how far it came: a process that dies loses nothing. Texts do not change by it, nor versions of records. What cannot be
 * opened stays as it is.
 */
@Injectable()
export class Resealing implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(Resealing.name);
  private readonly columns = new Map<string, SealedColumn>();
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly crypto: Crypto,
    private readonly rounds: Rounds,
  ) {}

  /** For columns that the runtime role may change. */
  add(column: SealedColumn): void {
    this.columns.set(`${column.table}.${column.column}`, column);
  }

  onModuleInit(): void {
    this.rounds.every('reseal', this.config.purgeEveryMs, () => this.run());
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /** One round at a time. */
  run(portions = PORTIONS_A_ROUND): Promise<void> {
    this.running ??= this.round(portions).finally(() => (this.running = undefined));
    return this.running;
  }

  private async round(portions: number): Promise<void> {
    try {
      let left = portions;
      const names = [[...this.columns.keys()]];
      for (const { clinicId, sealed } of await this.db.definerFunction<{ clinicId: string; sealed: string }>('clinics_to_reseal', names)) {
        const column = this.columns.get(sealed);
        if (!column) continue;
        const ctx = systemCtx(clinicId, 'resealing');
        for (let more = true; more; left--) {
          if (left <= 0 || this.stopped) return;
          more = await this.db.tx(ctx, (ctx) => this.portion(ctx, sealed, column));
        }
      }
    } catch (error) {
      this.logger.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        'The next round goes on to seal by the keys of patients',
      );
    }
  }

  /** @returns whether there is more to walk */
  private async portion(ctx: TxCtx, sealed: string, column: SealedColumn): Promise<boolean> {
    sent(ctx, 'INSERT INTO resealing (clinic_id, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING', [ctx.clinicId, sealed]);
    const [walk] = await prepared<{ after: string; found: boolean; done: boolean }>(ctx, HELD, [ctx.clinicId, sealed]);
    if (!walk || walk.done) return false;
    const rows = await prepared<Sealed>(ctx, next(column), [ctx.clinicId, walk.after, PORTION]);
    const anew: { id: string; before: Buffer; after: Buffer }[] = [];
    for (const row of rows) {
      const after = row.before && (await this.anew(ctx, column, row, row.before));
      if (row.before && after) anew.push({ id: row.id, before: row.before, after });
    }
    for (const { id, before, after } of anew) sent(ctx, exchange(column), [ctx.clinicId, id, before, after]);
    const last = rows.length === PORTION ? rows.at(-1)?.id : undefined;
    const found = walk.found || anew.length > 0;
    const done = last === undefined && !found;
    sent(ctx, WALKED, [ctx.clinicId, sealed, last ?? FIRST, last !== undefined && found, done]);
    return !done;
  }

  /** Undefined of what opens to nobody, and of a patient whose key was destroyed. */
  private async anew(ctx: Ctx, { table, column }: SealedColumn, { id, patientId }: Sealed, before: Buffer): Promise<Buffer | undefined> {
    const place = { table, column, id, patientId };
    try {
      return await this.crypto.seal(ctx, place, await this.crypto.open(ctx, place, before));
    } catch (error) {
      if (isUnopenable(error)) return undefined;
      throw error;
    }
  }
}

const HELD = 'SELECT after, found, done_at IS NOT NULL AS done FROM resealing WHERE clinic_id = $1 AND sealed = $2 FOR UPDATE';
const WALKED = `UPDATE resealing SET after = $3, found = $4, done_at = CASE WHEN $5::boolean THEN now() END
  WHERE clinic_id = $1 AND sealed = $2`;

/** The first byte of what the clinic's key sealed is 1. */
const next = ({ table, column, patientId }: SealedColumn) => `SELECT id, ${patientId} AS "patientId",
    CASE WHEN ${patientId} IS NOT NULL AND octet_length(${column}) > 0 AND get_byte(${column}, 0) = 1 THEN ${column} END AS before
  FROM ${table} WHERE clinic_id = $1 AND id > $2 ORDER BY id LIMIT $3`;

/** Nothing where somebody changed it since it was read: that is by the patient's key already. */
const exchange = ({ table, column }: SealedColumn) =>
  `UPDATE ${table} SET ${column} = $4 WHERE clinic_id = $1 AND id = $2 AND ${column} = $3`;
