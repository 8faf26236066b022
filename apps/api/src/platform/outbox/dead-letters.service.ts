import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { DomainEvent, Page } from '@keel/contracts';
import type { Queue } from 'bullmq';
import { type Ctx, newId, systemCtx } from '../context/ctx.js';
import { NOT_PERSONAL } from '../database/access.js';
import { Db } from '../database/db.js';
import { decodeCursor, toPage } from '../http/page.js';
import type { PageQuery } from '../http/page-query.dto.js';
import { NotFoundProblem, Problem } from '../problems/problem.js';
import type { DeadLetterDto } from './dead-letters.dto.js';
import { EVENTS_QUEUE, eventJob } from './event-job.js';

export class AlreadyReplayedError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'ALREADY_REPLAYED',
      title: 'This event was already given to its listener again',
      detail: 'If it failed once more, there is a newer dead letter for it in the list.',
    });
  }
}

const COLUMNS = `d.id, d.event_id AS "eventId", d.listener, d.error, d.attempts, d.failed_at AS "failedAt",
  d.replayed_at AS "replayedAt", d.version`;

/** Events that a listener could not handle after all attempts: staff with the right can see and replay them. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly db: Db,
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue,
  ) {}

  /** Stores the failure once; the error's name and code only, since its message may quote a record. */
  async bury(event: DomainEvent, listener: string, error: unknown, attempts: number): Promise<void> {
    await this.db.tx(systemCtx(event.clinicId, listener), async (ctx) => {
      await ctx.tx.query(
        `INSERT INTO dead_letter (clinic_id, id, event_id, listener, error, attempts) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (clinic_id, event_id, listener) WHERE replayed_at IS NULL DO NOTHING`,
        [event.clinicId, newId(), event.id, listener, errorName(error), attempts],
      );
    });
  }

  async list(ctx: Ctx, query: PageQuery): Promise<Page<DeadLetterDto>> {
    const [before] = decodeCursor(query.cursor, 'uuid') ?? ['ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const rows = await this.db.read<DeadLetterDto>(
      ctx,
      NOT_PERSONAL,
      `SELECT ${COLUMNS} FROM dead_letter d WHERE d.id < $1::uuid ORDER BY d.id DESC LIMIT $2`,
      [before, query.limit + 1],
    );
    return toPage(rows, query.limit, (row) => [row.id]);
  }

  async get(ctx: Ctx, id: string): Promise<DeadLetterDto> {
    const [row] = await this.db.read<DeadLetterDto>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} FROM dead_letter d WHERE d.id = $1`, [id]);
    if (!row) throw new NotFoundProblem('dead letter');
    return row;
  }

  async replay(ctx: Ctx, id: string): Promise<DeadLetterDto> {
    const letter = await this.get(ctx, id);
    const event = await this.db.tx(ctx, async (ctx) => {
      const marked = await ctx.tx.query<[unknown[], number]>(
        'UPDATE dead_letter SET replayed_at = now(), version = version + 1 WHERE id = $1 AND replayed_at IS NULL RETURNING id',
        [id],
      );
      if (marked[1] === 0) throw new AlreadyReplayedError();
      const [event] = await this.db.door<DomainEvent>('event_of_letter', [ctx.clinicId, letter.eventId]);
      if (!event) throw new NotFoundProblem('event');
      return event;
    });
    await this.queue.addBulk([eventJob(event, letter.listener, Date.now())]);
    return this.get(ctx, id);
  }
}

function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
