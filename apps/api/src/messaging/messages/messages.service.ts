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
  type TxCtx,
} from '../../platform/index.js';
import { MessageNotFailedError, MessageNotUnknownError } from '../messaging.errors.js';
import { isOurHold } from '../sending/holds.js';
import type { Content } from '../templates/render.js';
import { ATTENTION } from './attention.js';
import { MessageKinds } from '../kinds/message-kinds.js';
import { contentOf } from './content-of.js';
import type { Message, MessageKind } from './message.entity.js';
import { MessageStates } from './message-states.js';
import { seenBy } from './seen-by-clinic.js';
import type {
  MessageAttemptDto,
  MessageAttentionDto,
  MessageDetailDto,
  MessageDto,
  MessagesQuery,
  ResolveMessageDto,
} from './messages.dto.js';

const LINKS_OPEN = `EXISTS (SELECT 1 FROM open_link l WHERE l.clinic_id = m.clinic_id AND l.kind = 'appointment'
  AND l.subject_id = m.appointment_id)`;

const SHARED_BY = `coalesce((SELECT json_agg(json_build_object('id', s.id, 'firstName', s.first_name, 'lastName', s.last_name,
    'preferredName', s.preferred_name) ORDER BY s.first_name, s.last_name, s.id)
  FROM patient_card s WHERE s.clinic_id = m.clinic_id AND s.id = ANY (m.shared_by)), '[]'::json)`;

const COLUMNS = `m.id, m.kind, m.channel, m.status, m.reason, m.patient_id AS "patientId", m.appointment_id AS "appointmentId",
  m.rule_id AS "ruleId", m.starts_at AS "startsAt", m.time_version AS "timeVersion", m.due_at AS "dueAt", m.queued_at AS "queuedAt", m.sent_at AS "sentAt",
  m.delivered_at AS "deliveredAt", m.handled_at AS "handledAt", ${ATTENTION} IS TRUE AS attention, ${LINKS_OPEN} AS "linksOpen", m.attempts, m.created_at AS "createdAt", m.version,
  CASE WHEN p.id IS NOT NULL THEN
    json_build_object('firstName', p.first_name, 'lastName', p.last_name, 'preferredName', p.preferred_name) END AS patient,
  ${SHARED_BY} AS "sharedBy", array_remove(m.patient_id || m.shared_by, NULL) AS "patientIds"`;
const FROM = 'FROM message m LEFT JOIN patient_card p ON p.clinic_id = m.clinic_id AND p.id = m.patient_id';

/** Text, so that it goes into a cursor as it is. */
const RANK = `CASE WHEN ${ATTENTION} THEN '0' ELSE '1' END`;

const FILTERS = { channel: 'm.channel', patientId: 'm.patient_id', appointmentId: 'm.appointment_id' } as const;

/** With everybody whom it names, for its audit row. */
type MessageRow = MessageDto & { patientIds: string[] };

function toDto<T extends MessageRow>({ patientIds: _, ...message }: T): Omit<T, 'patientIds'> {
  return message;
}

/** What was written to whom, and what staff must look into. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly crypto: Crypto,
    private readonly states: MessageStates,
    private readonly kinds: MessageKinds,
  ) {}

  /** The newest first, or before them what staff must look into. */
  async list(ctx: Ctx, query: MessagesQuery): Promise<Page<MessageDto>> {
    const params: unknown[] = [];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = [seenBy(this.kinds, ctx)];
    for (const [name, column] of Object.entries(FILTERS)) {
      const value = query[name as keyof typeof FILTERS];
      if (value !== undefined) where.push(`${column} = ${bind(value)}`);
    }
    if (query.status) where.push(`m.status = ANY (${bind(query.status)})`);
    if (query.audience) where.push(`(m.kind = ANY (${bind(this.toStaff())})) = ${bind(query.audience === 'staff')}`);
    if (query.attention) where.push(query.attention === 'true' ? ATTENTION : `${ATTENTION} IS NOT TRUE`);
    const ranked = query.sort === 'attention';
    const [id, rank] = ranked ? (decodeCursor(query.cursor, 'uuid', 'text') ?? []) : (decodeCursor(query.cursor, 'uuid') ?? []);
    if (id !== undefined && rank !== undefined) {
      const slot = bind(rank);
      where.push(`(${RANK} > ${slot} OR (${RANK} = ${slot} AND m.id < ${bind(id)}::uuid))`);
    } else if (id !== undefined) where.push(`m.id < ${bind(id)}::uuid`);
    const order = ranked ? `${RANK}, m.id DESC` : 'm.id DESC';
    const rows = await this.db.read<MessageRow>(
      ctx,
      { what: 'message', patientLists: 'patientIds' },
      `SELECT ${COLUMNS} ${FROM} WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${bind(query.limit + 1)}`,
      params,
    );
    return toPage(rows.map(toDto), query, (row) => (ranked ? [row.id, row.attention ? '0' : '1'] : [row.id]));
  }

  /** A number for the badge: nobody's record is read. */
  async countAttention(ctx: Ctx): Promise<MessageAttentionDto> {
    const sql = `SELECT count(*)::integer AS count FROM message m WHERE ${ATTENTION} AND ${seenBy(this.kinds, ctx)}`;
    const [row] = await this.db.read<MessageAttentionDto>(ctx, NOT_PERSONAL, sql);
    return { count: row?.count ?? 0 };
  }

  async get(ctx: Ctx, id: string): Promise<MessageDetailDto> {
    const [row] = await this.db.read<MessageRow & { content: Buffer | null }>(
      ctx,
      { what: 'message.content', patientLists: 'patientIds' },
      `SELECT ${COLUMNS}, m.content ${FROM} WHERE m.id = $1 AND ${seenBy(this.kinds, ctx)}`,
      [id],
    );
    if (!row) throw new NotFoundProblem('message');
    const { content: sealed, ...message } = toDto(row);
    const content = sealed && (JSON.parse(await this.crypto.open(ctx, contentOf(message), sealed)) as Content);
    const history = await this.db.read<MessageAttemptDto>(
      ctx,
      NOT_PERSONAL,
      `SELECT number, started_at AS "startedAt", finished_at AS "finishedAt", outcome, code FROM message_attempt
       WHERE message_id = $1 ORDER BY number`,
      [id],
    );
    // A mail to a colleague, often to a private address, is for those who manage the staff; of an account, for the person alone.
    const shown = this.kinds.isToStaff(message.kind) && !ctx.permissions.has('staff:manage') ? undefined : content;
    const read = this.kinds.of(message.kind).to === 'account' ? undefined : shown;
    return { ...message, to: shown?.to ?? null, subject: read?.subject ?? null, text: read?.text ?? null, history };
  }

  /** Staff found out what became of a message that nobody answered for, or took care of one that failed. */
  async resolve(ctx: Ctx, id: string, dto: ResolveMessageDto, ifMatch: IfMatchValue): Promise<MessageDetailDto> {
    return this.db.tx(ctx, async (ctx) => {
      const message = await this.states.lock(ctx, id);
      if (!message) throw new NotFoundProblem('message');
      const { patientId } = message;
      const current = await this.get(ctx, id);
      const named = current.sharedBy.map((one) => one.id);
      assertVersion(ctx, ifMatch, {
        current,
        readBy: 'message:read',
        shows: { what: 'message.content', patientIds: patientId ? [patientId, ...named] : named },
      });
      await this.settle(ctx, message, dto.outcome, current.attention);
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

  private toStaff(): MessageKind[] {
    return this.kinds.all().flatMap(([kind, { to }]) => (to === 'patient' ? [] : [kind]));
  }

  private async settle(ctx: TxCtx, message: Message, outcome: ResolveMessageDto['outcome'], attention: boolean): Promise<void> {
    const { status, reason, nextAt } = message;
    if (outcome === 'handled') {
      // What still waits keeps its time: it may go all the same, and says nothing else than they were told.
      const heldTooLong = status === 'scheduled' && isOurHold(reason) && (attention || message.handledAt !== null);
      if (status !== 'failed' && status !== 'received' && !heldTooLong) throw new MessageNotFailedError(status);
      if (message.handledAt === null) await this.states.change(ctx, message, status, { handledAt: now(ctx), reason, nextAt });
      return;
    }
    if (status !== 'unknown') throw new MessageNotUnknownError(status);
    if (outcome === 'sent') await this.states.change(ctx, message, 'sent', { reason: 'resolved_by_staff' });
    // An answer is to what was said then, and is not sent again.
    else if (!this.kinds.isQueued(message.kind))
      await this.states.change(ctx, message, 'failed', { reason: 'resolved_by_staff', handledAt: now(ctx) });
    // The sender decides anew: an appointment that was moved or is over is not reminded of.
    else await this.states.change(ctx, message, 'scheduled', { reason: null, nextAt: now(ctx) });
  }
}
