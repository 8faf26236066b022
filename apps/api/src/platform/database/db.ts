import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { type Ctx, loginBehind, type Shown, type TxCtx } from '../context/ctx.js';
import { IdempotencyStore } from '../http/idempotency.store.js';
import { Problem } from '../problems/problem.js';
import { type Access, auditOf, isToChange, NOT_PERSONAL, shownBy, withAudit } from './access.js';
import { createPool } from './connections.js';
import { prepared, send, sent, statementName } from './prepared.js';

const SET_CLINIC = "SELECT set_config('app.clinic_id', $1, false)";
/** Both end with the transaction. The person who acts is for triggers that write down who did something. */
const SET_CLINIC_HERE = "SELECT set_config('app.clinic_id', $1, true), set_config('app.user_id', $2, true)";
const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
const ABORTED = '25P02';
const ATTEMPTS = 4;

/**
 * The only way to a clinic's rows. Row-level security reads the clinic from the connection's setting, and every path below
 * sets it before the first statement: a transaction for itself alone, a read at each checkout of its connection.
 */
@Injectable()
export class Db implements OnApplicationShutdown {
  /** Reads go through their own pipelined connections: the clinic and the query travel in one round trip. */
  private readonly readers: pg.Pool;

  constructor(
    private readonly source: DataSource,
    private readonly idempotency: IdempotencyStore,
    config: Config,
  ) {
    this.readers = createPool(config, 'keel-read', config.databasePoolSize, { pipeline: true });
  }

  /** After the last request and the last job: Nest closes the server and BullMQ its workers before this. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.readers.ended) await this.readers.end();
    if (this.source.isInitialized) await this.source.destroy();
  }

  /**
   * Runs `work` in a transaction scoped to the clinic, or joins the open one. The outermost transaction of a request with
   * an Idempotency-Key stores what `work` returns and answers a repeat with it, so it must return the answer's body. What was
   * looked at stays in the audit where the transaction is given up. Records that were read to be changed (`toChange`) and were not changed
   * are audited as looked at.
   */
  async tx<T>(ctx: Ctx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
    if (ctx.tx) return work(ctx as TxCtx);
    const idempotency = ctx.idempotency?.used ? undefined : ctx.idempotency;
    if (idempotency) idempotency.used = true;
    for (let attempt = 1; ; attempt++) {
      const afterCommit: (() => void)[] = [];
      const [looked, changed, held]: [Shown[], Shown[], Shown[]] = [[], [], []];
      try {
        const result = await this.source.transaction((tx) =>
          inClinic({ ...ctx, tx, looked, changed, held, afterCommit }, (ctx) =>
            idempotency ? this.idempotency.once(ctx, idempotency, () => whole(ctx, work)) : whole(ctx, work),
          ),
        );
        for (const signal of afterCommit) signal();
        return result;
      } catch (error) {
        if (attempt < ATTEMPTS && isRetriable(error)) continue;
        // Nothing leaves that nobody will ever know of: where this cannot be written, this is what is answered.
        await this.shown(ctx, error instanceof Problem && error.problem.shows ? [...looked, error.problem.shows] : looked);
        throw error;
      }
    }
  }

  /** Rows of one select, scoped to the clinic, with its audit row in the same statement; joins an open transaction. */
  async read<T extends object>(ctx: Ctx, access: Access, sql: string, params: readonly unknown[] = []): Promise<T[]> {
    const waits = ctx.tx !== undefined && isToChange(access);
    const { text, values } = withAudit(ctx, waits ? NOT_PERSONAL : access, sql, params);
    if (ctx.tx) {
      const { looked, held } = ctx as TxCtx;
      const rows = await prepared<T>(ctx as TxCtx, text, values);
      const seen = shownBy(access, rows);
      if (seen) (waits ? held : looked).push(seen);
      return rows;
    }
    return this.here<T>(ctx, text, values);
  }

  /** Writes down that records were shown otherwise than by a read; by itself, whatever becomes of an open transaction. */
  async shown(ctx: Ctx, shown: readonly Shown[]): Promise<void> {
    const row = auditOf(ctx, shown);
    if (row) await this.here(ctx, row.text, row.values);
  }

  /** One statement in its clinic, on a connection of its own. */
  private async here<T extends object>(ctx: Ctx, text: string, values: readonly unknown[]): Promise<T[]> {
    const client = await this.readers.connect();
    let sound = false;
    try {
      const [, rows] = await Promise.all([send(client, SET_CLINIC, [ctx.clinicId]), send<T>(client, text, values)]);
      sound = true;
      return rows;
    } finally {
      client.release(!sound);
    }
  }

  /** Calls a SECURITY DEFINER function: the few ways to work across clinics. `name` is a constant of the code. */
  async definerFunction<T extends object>(name: string, args: readonly unknown[]): Promise<T[]> {
    if (!/^[a-z_]+$/.test(name)) throw new Error(`"${name}" is not the name of a door`);
    const slots = args.map((_, index) => `$${index + 1}`).join(', ');
    const text = `SELECT * FROM ${name}(${slots})`;
    return (await this.readers.query<T>({ name: statementName(text), text, values: [...args] })).rows;
  }
}

/** Work in an open transaction after its clinic is set; what it sent without waiting is answered before it commits. */
async function inClinic<T>(ctx: Omit<TxCtx, 'connection' | 'unanswered'>, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  // A transaction always has its runner, and that its connection.
  const connection = (await ctx.tx.queryRunner?.connect()) as pg.PoolClient;
  const scoped: TxCtx = { ...ctx, connection, unanswered: [] };
  sent(scoped, SET_CLINIC_HERE, [ctx.clinicId, loginBehind(ctx) ?? '']);
  try {
    const result = await work(scoped);
    await Promise.all(scoped.unanswered);
    return result;
  } catch (error) {
    if (sqlState(error) !== ABORTED) throw error;
    // Every statement fails after one that nobody waited for did; only that one says why.
    await Promise.all(scoped.unanswered);
    throw error;
  }
}

/** The work of a transaction, with the looks at what it was to change and left as it is: such an answer shows the record too. */
async function whole<T>(ctx: TxCtx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  const result = await work(ctx);
  // Keel's own work answers nobody.
  if (ctx.actor.type === 'system') return result;
  const written = new Set([...ctx.looked, ...ctx.changed].flatMap(({ patientIds }) => patientIds));
  const left = ctx.held.map(({ what, patientIds }) => ({ what, patientIds: patientIds.filter((id) => !written.has(id)) }));
  const row = auditOf(ctx, left);
  if (!row) return result;
  sent(ctx, row.text, row.values);
  ctx.looked.push(...left);
  return result;
}

/** A deadlock's victim and a failed serialization did nothing; running them again is safe. */
function isRetriable(error: unknown): boolean {
  return sqlState(error) === DEADLOCK || sqlState(error) === SERIALIZATION;
}

/** PostgreSQL's SQLSTATE of an error, through TypeORM's wrapping. */
export function sqlState(error: unknown): string | undefined {
  const inner = typeof error === 'object' && error !== null && 'driverError' in error ? error.driverError : error;
  if (typeof inner !== 'object' || inner === null || !('code' in inner)) return undefined;
  return typeof inner.code === 'string' ? inner.code : undefined;
}

/** The constraint that refused a statement, if one did. */
export function violatedConstraint(error: unknown): string | undefined {
  const inner = typeof error === 'object' && error !== null && 'driverError' in error ? error.driverError : error;
  if (typeof inner !== 'object' || inner === null || !('constraint' in inner)) return undefined;
  return typeof inner.constraint === 'string' ? inner.constraint : undefined;
}
