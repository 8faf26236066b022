import { Injectable } from '@nestjs/common';
import type { Page } from '@keel/contracts';
import {
  assertVersion,
  Audit,
  Crypto,
  type Ctx,
  Db,
  decodeCursor,
  type IfMatchValue,
  NOT_PERSONAL,
  NotFoundProblem,
  now,
  toPage,
} from '../../platform/index.js';
import { MessageNotUnknownError } from '../messaging.errors.js';
import type { Content } from '../templates/render.js';
import { MessageStates } from './message-states.js';
import type { MessageAttemptDto, MessageDetailDto, MessageDto, MessagesQuery, ResolveMessageDto } from './messages.dto.js';

const COLUMNS = `id, kind, channel, status, reason, patient_id AS "patientId", appointment_id AS "appointmentId", rule_id AS "ruleId",
  starts_at AS "startsAt", due_at AS "dueAt", queued_at AS "queuedAt", sent_at AS "sentAt", delivered_at AS "deliveredAt",
  attempts, created_at AS "createdAt", version`;

const FILTERS = { status: 'status', channel: 'channel', patientId: 'patient_id', appointmentId: 'appointment_id' } as const;

/** What was written to whom, and what staff must look into. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly crypto: Crypto,
    private readonly states: MessageStates,
  ) {}

  /** The newest first. */
  async list(ctx: Ctx, query: MessagesQuery): Promise<Page<MessageDto>> {
    const params: unknown[] = [];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where: string[] = [];
    for (const [name, column] of Object.entries(FILTERS)) {
      const value = query[name as keyof typeof FILTERS];
      if (value !== undefined) where.push(`${column} = ${bind(value)}`);
    }
    const after = decodeCursor(query.cursor, 'uuid');
    if (after) where.push(`id < ${bind(after[0])}::uuid`);
    const filter = where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
    const rows = await this.db.read<MessageDto>(
      ctx,
      { what: 'message', patients: 'patientId' },
      `SELECT ${COLUMNS} FROM message ${filter} ORDER BY id DESC LIMIT ${bind(query.limit + 1)}`,
      params,
    );
    return toPage(rows, query.limit, (row) => [row.id]);
  }

  async get(ctx: Ctx, id: string): Promise<MessageDetailDto> {
    const [row] = await this.db.read<MessageDto & { content: Buffer | null }>(
      ctx,
      { what: 'message.content', patients: 'patientId' },
      `SELECT ${COLUMNS}, content FROM message WHERE id = $1`,
      [id],
    );
    if (!row) throw new NotFoundProblem('message');
    const { content: sealed, ...message } = row;
    const content = sealed && (JSON.parse(await this.crypto.open(ctx, { table: 'message', column: 'content', id }, sealed)) as Content);
    const history = await this.db.read<MessageAttemptDto>(
      ctx,
      NOT_PERSONAL,
      `SELECT number, started_at AS "startedAt", finished_at AS "finishedAt", outcome, code FROM message_attempt
       WHERE message_id = $1 ORDER BY number`,
      [id],
    );
    return { ...message, to: content?.to ?? null, subject: content?.subject ?? null, text: content?.text ?? null, history };
  }

  /** Staff found out what became of a message that nobody answered for. */
  async resolve(ctx: Ctx, id: string, dto: ResolveMessageDto, ifMatch: IfMatchValue): Promise<MessageDetailDto> {
    return this.db.tx(ctx, async (ctx) => {
      const message = await this.states.lock(ctx, id);
      if (!message) throw new NotFoundProblem('message');
      assertVersion(ifMatch, message.version, await this.get(ctx, id));
      if (message.status !== 'unknown') throw new MessageNotUnknownError(message.status);
      if (dto.outcome === 'sent') await this.states.change(ctx, message, 'sent', { reason: 'resolved_by_staff' });
      // The sender decides anew: a visit that was moved or is over is not reminded of.
      else await this.states.change(ctx, message, 'scheduled', { reason: null, nextAt: now(ctx) });
      await this.audit.add(ctx, {
        what: 'message',
        action: 'update',
        patientId: message.patientId,
        entityId: id,
        reason: `resolved: ${dto.outcome}`,
      });
      return this.get(ctx, id);
    });
  }
}
