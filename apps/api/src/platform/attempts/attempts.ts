import { Injectable, Logger } from '@nestjs/common';
import { type Ctx, newId, now, systemCtx, type TxCtx } from '../context/ctx.js';
import { NOT_PERSONAL } from '../database/access.js';
import { Db } from '../database/db.js';
import { prepared } from '../database/prepared.js';
import { OutboundError } from '../outbound-http/outbound.errors.js';
import { Rounds } from '../upkeep/rounds.js';
import {
  afterAsking,
  askAgainAfterMs,
  type AttemptOutcome,
  type AttemptResult,
  type AttemptState,
  firstAskAfterMs,
  foundOpen,
  mayGo,
  takes,
} from './attempt-rules.js';
import { attempted } from './attempted.js';

export interface Attempt {
  /** The other side's key for it, where it takes one: a call that comes twice there is one. */
  id: string;
  kind: string;
  subjectId: string;
  /** From 1, of the same subject. */
  number: number;
  calledAt: Date | null;
  /** Of an open one when its lease ends, of an ambiguous one when it is next asked about. */
  nextAt: Date | null;
  outcome: AttemptOutcome | null;
  code: string | null;
  providerId: string | null;
}

/** How attempts of a kind go. Its name is what rows are kept under. */
export interface AttemptKind {
  /** How long a worker that is not heard of is believed to live; renewed while it calls. */
  leaseMs: number;
  /** After this long without an answer a call is given up, and ambiguous. */
  callMs: number;
  /** How long after a call the other side may still come to show it. */
  settleMs: number;
  /** Writes into the owner's rows what came of it, in the transaction that closes it; of an ambiguous one again once that is found out. */
  closed: (ctx: TxCtx, attempt: Attempt) => Promise<void>;
  /** Asks the other side about a call whose end nobody knows. Without it that is a person's to find out. @throws where it cannot be read */
  ask?: (ctx: Ctx, attempt: Attempt) => Promise<AttemptResult | 'not_there'>;
}

const LOOK_EVERY_MS = 10_000;
const BATCH = 100;
const COLUMNS = `id, kind, subject_id AS "subjectId", number, called_at AS "calledAt", next_at AS "nextAt", outcome, code, provider_id AS "providerId"`;
const HELD = "(outcome IS NULL OR outcome IN ('accepted', 'ambiguous'))";

/**
 * Calls to somebody outside that must not happen twice (docs/decisions/attempts.md). Whoever owns such calls registers their kind at
 * boot, begins an attempt in the transaction that decides it, and calls after the commit.
 */
@Injectable()
export class Attempts {
  private readonly logger = new Logger(Attempts.name);
  private readonly kinds = new Map<string, AttemptKind>();

  constructor(
    private readonly db: Db,
    private readonly rounds: Rounds,
  ) {}

  /** To be said before the application has started. */
  add(name: string, kind: AttemptKind): void {
    if (this.kinds.has(name)) throw new Error(`Two kinds of attempts are called ${name}; rows are kept under the name, so rename one`);
    // A call that has not arrived yet would be taken for one that never was.
    if (kind.settleMs < kind.callMs + kind.leaseMs)
      throw new Error(`Attempts of ${name} must settle no sooner than call and lease are over`);
    if (this.kinds.size === 0) this.rounds.every('look-into-attempts', LOOK_EVERY_MS, () => this.look());
    this.kinds.set(name, kind);
  }

  /**
   * The attempt that the subject has, or a new one where there is none, or none but such as are certain not to have been accepted. A
   * repeat finds the same one; `begun` is true for whoever is to call.
   */
  async begin(ctx: TxCtx, kind: string, subjectId: string): Promise<{ attempt: Attempt; begun: boolean }> {
    const { leaseMs } = this.kind(kind);
    const at = now(ctx);
    const [begun] = await prepared<Attempt>(
      ctx,
      `INSERT INTO attempt (clinic_id, id, kind, subject_id, number, began_at, next_at)
       SELECT $1, $2, $3, $4, coalesce(max(number), 0) + 1, $5, $6 FROM attempt WHERE clinic_id = $1 AND kind = $3 AND subject_id = $4
       ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
      [ctx.clinicId, newId(), kind, subjectId, at, new Date(at.getTime() + leaseMs)],
    );
    if (begun) return { attempt: begun, begun: true };
    const [there] = await prepared<Attempt>(
      ctx,
      `SELECT ${COLUMNS} FROM attempt WHERE clinic_id = $1 AND kind = $2 AND subject_id = $3 ORDER BY ${HELD} DESC, number DESC LIMIT 1`,
      [ctx.clinicId, kind, subjectId],
    );
    return { attempt: there!, begun: false };
  }

  /**
   * Calls for an attempt that was begun and committed, and closes it by the answer; nothing where another has gone to call already.
   * Each further worker that comes for it finds that, so a job may come twice. @returns the attempt as it is now
   */
  async call(ctx: Ctx, id: string, work: (key: string) => Promise<AttemptResult>): Promise<Attempt> {
    if (ctx.tx) throw new Error('An attempt is called after the commit: what is not committed is no trace');
    const { kind } = await this.read(ctx, id);
    const { leaseMs, callMs } = this.kind(kind);
    await attempted<Attempt, AttemptResult, boolean>({
      leaseMs,
      begin: () => this.db.tx(ctx, (ctx) => this.go(ctx, id, leaseMs)),
      call: (attempt) => this.renewing(ctx, attempt, leaseMs, () => within(callMs, work(id)).catch(resultOf)),
      close: (_, result) => this.close(ctx, id, result),
    });
    return this.read(ctx, id);
  }

  /** What was heard of an attempt otherwise: by a webhook, from staff. False where it tells nothing new. */
  close(ctx: Ctx, id: string, result: AttemptResult): Promise<boolean> {
    return this.db.tx(ctx, async (ctx) => {
      const attempt = await this.lock(ctx, id);
      return this.write(ctx, attempt, result);
    });
  }

  /** Looks into what workers left behind, and asks about what nobody knows the end of. */
  async look(): Promise<void> {
    type Due = { clinicId: string; id: string };
    for (const { clinicId, id } of await this.db.definerFunction<Due>('due_attempts', [[...this.kinds.keys()], BATCH])) {
      try {
        await this.lookInto(systemCtx(clinicId, 'attempts'), id);
      } catch (error) {
        // The name alone: an error's message may quote whom the attempt is about.
        this.logger.warn({ attemptId: id, error: error instanceof Error ? error.name : 'unknown' }, 'An attempt will be looked into again');
      }
    }
  }

  private async lookInto(ctx: Ctx, id: string): Promise<void> {
    const seen = await this.db.tx(ctx, async (ctx) => {
      const attempt = await this.lock(ctx, id);
      const found = foundOpen(stateOf(attempt), now(ctx).getTime());
      if (found) await this.write(ctx, attempt, found);
      return this.lock(ctx, id);
    });
    const { ask, callMs, settleMs } = this.kind(seen.kind);
    if (!ask || seen.outcome !== 'ambiguous' || !seen.nextAt || seen.nextAt > now(ctx)) return;
    // Before the other side is asked: what it does not know of then was not taken until then.
    const ageMs = now(ctx).getTime() - (seen.calledAt?.getTime() ?? 0);
    const found = await within(callMs, ask(ctx, seen)).then(
      (answer) => (answer === 'not_there' ? answer : { known: answer }),
      () => 'unreadable' as const,
    );
    const next = afterAsking(found, ageMs, settleMs);
    if (typeof next === 'object' && next.known.outcome !== 'ambiguous') await this.close(ctx, id, next.known);
    else if (next === 'not_there') await this.close(ctx, id, { outcome: 'retry', code: 'not_there' });
    else await this.askAgain(ctx, id, next === 'give_up' ? null : new Date(now(ctx).getTime() + askAgainAfterMs(ageMs, settleMs)));
  }

  /** Writes down that this worker goes to call; undefined where it may not. */
  private async go(ctx: TxCtx, id: string, leaseMs: number): Promise<Attempt | undefined> {
    const attempt = await this.lock(ctx, id);
    const at = now(ctx);
    if (!mayGo(stateOf(attempt), at.getTime())) return undefined;
    await prepared(ctx, 'UPDATE attempt SET called_at = $2, next_at = $3 WHERE id = $1', [id, at, new Date(at.getTime() + leaseMs)]);
    return attempt;
  }

  /** The lease goes on for as long as the call does, and no longer than the process. */
  private async renewing<T>(ctx: Ctx, { id }: Attempt, leaseMs: number, call: () => Promise<T>): Promise<T> {
    const renew = () =>
      this.db.tx(ctx, async (ctx) => {
        const until = new Date(now(ctx).getTime() + leaseMs);
        await prepared(ctx, 'UPDATE attempt SET next_at = $2 WHERE id = $1 AND outcome IS NULL', [id, until]);
      });
    // One that fails is made up for by the next, or the attempt is looked into: its answer counts all the same.
    const timer = setInterval(() => void renew().catch(() => undefined), leaseMs / 3);
    try {
      return await call();
    } finally {
      clearInterval(timer);
    }
  }

  private async write(ctx: TxCtx, attempt: Attempt, result: AttemptResult): Promise<boolean> {
    if (!takes(attempt.outcome, result.outcome)) return false;
    const kind = this.kind(attempt.kind);
    const asked = result.outcome === 'ambiguous' && kind.ask !== undefined;
    const written = {
      outcome: result.outcome,
      code: 'code' in result ? result.code : null,
      providerId: 'providerId' in result ? result.providerId : attempt.providerId,
      nextAt: asked ? new Date(now(ctx).getTime() + firstAskAfterMs(kind.settleMs)) : null,
    };
    await prepared(ctx, 'UPDATE attempt SET outcome = $2, code = $3, provider_id = $4, next_at = $5, finished_at = $6 WHERE id = $1', [
      attempt.id,
      ...[written.outcome, written.code, written.providerId, written.nextAt],
      now(ctx),
    ]);
    await kind.closed(ctx, { ...attempt, ...written });
    return true;
  }

  private async askAgain(ctx: Ctx, id: string, at: Date | null): Promise<void> {
    await this.db.tx(ctx, async (ctx) => {
      await prepared(ctx, "UPDATE attempt SET next_at = $2 WHERE id = $1 AND outcome = 'ambiguous'", [id, at]);
    });
  }

  private async lock(ctx: TxCtx, id: string): Promise<Attempt> {
    const [attempt] = await prepared<Attempt>(ctx, `SELECT ${COLUMNS} FROM attempt WHERE id = $1 FOR UPDATE`, [id]);
    if (!attempt) throw new Error('There is no such attempt');
    return attempt;
  }

  private async read(ctx: Ctx, id: string): Promise<Attempt> {
    const [attempt] = await this.db.read<Attempt>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} FROM attempt WHERE id = $1`, [id]);
    if (!attempt) throw new Error('There is no such attempt');
    return attempt;
  }

  private kind(name: string): AttemptKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`Nobody has said how attempts of ${name} go: call Attempts.add at boot`);
    return kind;
  }
}

function stateOf({ calledAt, nextAt, outcome }: Attempt): AttemptState {
  return { calledAt: calledAt?.getTime() ?? null, leaseUntil: nextAt?.getTime() ?? null, outcome };
}

/** Of a call that threw: certain only where it is said that nothing was sent. */
function resultOf(error: unknown): AttemptResult {
  if (error instanceof OutboundError) return { outcome: error.sent === 'no' ? 'retry' : 'ambiguous', code: error.code };
  return { outcome: 'ambiguous', code: 'no_answer' };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It took too long')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
