import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { DomainEvent, Page } from '@keel/contracts';
import type { Queue } from 'bullmq';
import { type Ctx, newId, systemCtx, type TxCtx } from '../context/ctx.js';
import { NOT_PERSONAL } from '../database/access.js';
import { Db } from '../database/db.js';
import { decodeCursor, toPage } from '../http/page.js';
import type { PageQuery } from '../http/page-query.dto.js';
import { NotFoundProblem, Problem } from '../problems/problem.js';
import type { DeadLetterDto } from './dead-letters.dto.js';
import { EVENT_ATTEMPTS, EVENTS_QUEUE, roundJob } from './event-job.js';
import { causeOf, errorName } from './failure-cause.js';

export class AlreadyReplayedError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'ALREADY_REPLAYED',
      title: 'This event was already given to its listener again',
      detail: 'It has been done since, or there is a newer dead letter for it in the list.',
    });
  }
}

/** Whatever was in the way may have been mended by then; the rounds after it are in the door `letters_to_try`. */
const FIRST_ROUND_AFTER = '15 minutes';

const COLUMNS = `d.id, d.event_id AS "eventId", d.listener, d.cause, d.error, d.attempts, d.failed_at AS "failedAt",
  d.retry_at AS "retryAt", d.replayed_at AS "replayedAt", d.handled_at AS "handledAt", d.version`;

/** Events that a listener could not handle after all attempts: staff with the right can see and replay them. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly db: Db,
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue,
  ) {}

  /** Counts a real attempt; the last one, or a `final` one, becomes a letter. @returns whether it did. */
  async failed(event: DomainEvent, listener: string, error: unknown, final: boolean): Promise<boolean> {
    return this.db.tx(systemCtx(event.clinicId, listener), async (ctx) => {
      const key = [event.clinicId, event.id, listener];
      const [tried] = await ctx.tx.query<{ attempts: number }[]>(
        `INSERT INTO delivery_failure AS f (clinic_id, event_id, listener) VALUES ($1, $2, $3)
         ON CONFLICT (clinic_id, event_id, listener) DO UPDATE SET attempts = f.attempts + 1, failed_at = now() RETURNING attempts`,
        key,
      );
      const attempts = tried?.attempts ?? 1;
      if (!final && attempts < EVENT_ATTEMPTS) return false;
      await ctx.tx.query(
        `INSERT INTO dead_letter AS d (clinic_id, id, event_id, listener, error, cause, attempts, retry_at)
         VALUES ($1, $4, $2, $3, $5, $6, $7, now() + interval '${FIRST_ROUND_AFTER}')
         ON CONFLICT (clinic_id, event_id, listener) WHERE replayed_at IS NULL DO UPDATE
         SET error = excluded.error, cause = excluded.cause, attempts = excluded.attempts, failed_at = now(), version = d.version + 1`,
        [...key, newId(), errorName(error), causeOf(error), attempts],
      );
      return true;
    });
  }

  /** A round of a letter did it after all. */
  async handled(ctx: TxCtx, event: DomainEvent, listener: string): Promise<void> {
    await ctx.tx.query(
      `UPDATE dead_letter SET handled_at = now(), retry_at = NULL, version = version + 1
       WHERE event_id = $1 AND listener = $2 AND handled_at IS NULL`,
      [event.id, listener],
    );
  }

  async list(ctx: Ctx, query: PageQuery): Promise<Page<DeadLetterDto>> {
    const [before] = decodeCursor(query.cursor, 'uuid') ?? ['ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const rows = await this.db.read<DeadLetterDto>(
      ctx,
      NOT_PERSONAL,
      `SELECT ${COLUMNS} FROM dead_letter d WHERE d.id < $1::uuid ORDER BY d.id DESC LIMIT $2`,
      [before, query.limit + 1],
    );
    return toPage(rows, query, (row) => [row.id]);
  }

  async get(ctx: Ctx, id: string): Promise<DeadLetterDto> {
    const [row] = await this.db.read<DeadLetterDto>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} FROM dead_letter d WHERE d.id = $1`, [id]);
    if (!row) throw new NotFoundProblem('dead letter');
    return row;
  }

  async countOpen(ctx: Ctx): Promise<number> {
    const sql = 'SELECT count(*)::integer AS open FROM dead_letter WHERE handled_at IS NULL AND replayed_at IS NULL';
    const [row] = await this.db.read<{ open: number }>(ctx, NOT_PERSONAL, sql);
    return row?.open ?? 0;
  }

  async replay(ctx: Ctx, id: string): Promise<DeadLetterDto> {
    const letter = await this.get(ctx, id);
    const event = await this.db.tx(ctx, async (ctx) => {
      const marked = await ctx.tx.query<[unknown[], number]>(
        `UPDATE dead_letter SET replayed_at = now(), retry_at = NULL, version = version + 1
         WHERE id = $1 AND replayed_at IS NULL AND handled_at IS NULL RETURNING id`,
        [id],
      );
      if (marked[1] === 0) throw new AlreadyReplayedError();
      const [event] = await this.db.definerFunction<DomainEvent>('event_of_letter', [ctx.clinicId, letter.eventId]);
      if (!event) throw new NotFoundProblem('event');
      return event;
    });
    await this.queue.addBulk([roundJob(event, letter.listener)]);
    return this.get(ctx, id);
  }
}
