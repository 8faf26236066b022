import { type Page, viewOf } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { PractitionersService } from '../../identity/index.js';
import {
  assertVersion,
  assertWritable,
  Audit,
  type Ctx,
  Db,
  decodeCursor,
  type IfMatchValue,
  InvalidProblem,
  newId,
  NOT_PERSONAL,
  NotFoundProblem,
  Outbox,
  toPage,
  type TxCtx,
} from '../../platform/index.js';
import { Bookings } from '../bookings/bookings.js';
import { ClinicRange } from '../clinic-range.js';
import { keptWall, type Span } from './kept-wall.js';
import type { CreateTimeOffDto, TimeOffDto, TimeOffQuery, UpdateTimeOffDto } from './time-off.dto.js';
import { TimeOff } from './time-off.entity.js';

const SELECT = `SELECT t.id, t.practitioner_id AS "practitionerId", t.start_at AS "start", t.end_at AS "end", t.reason,
    ARRAY(SELECT a.id FROM booking b JOIN appointment a ON a.clinic_id = b.clinic_id AND a.id = b.appointment_id
      WHERE b.resource_id = t.practitioner_id AND b.start_at < t.end_at AND b.end_at > t.start_at
        AND a.start_at < t.end_at AND a.end_at > t.start_at ORDER BY a.start_at) AS conflicts,
    t.version, (SELECT s.user_id FROM staff_card s WHERE s.practitioner_id = t.practitioner_id) AS "userId"
  FROM time_off t`;

interface Held extends Span {
  id: string;
  practitionerId: string;
}

interface TimeOffRow extends TimeOffDto {
  /** Whose time off it is, where they sign in. */
  userId: string | null;
}

@Injectable()
export class TimeOffService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly practitioners: PractitionersService,
    private readonly bookings: Bookings,
    private readonly range: ClinicRange,
  ) {}

  /** Blocks a time for new appointments; those already in it stay and are named in `conflicts`. */
  async create(ctx: Ctx, dto: CreateTimeOffDto): Promise<TimeOffDto> {
    assertWritable(ctx, 'TimeOffDto', dto);
    const { practitionerId, reason = null } = dto;
    const times = inOrder(dto.start, dto.end);
    const id = newId();
    return this.db.tx(ctx, async (ctx) => {
      await this.practitioners.get(ctx, practitionerId);
      this.bookings.lock(ctx, [practitionerId]);
      await ctx.tx.getRepository(TimeOff).insert({ clinicId: ctx.clinicId, id, practitionerId, ...times, reason });
      await this.changed(ctx, 'create', id, practitionerId);
      return this.get(ctx, id);
    });
  }

  async list(ctx: Ctx, query: TimeOffQuery): Promise<Page<TimeOffDto>> {
    const { from, to } = await this.range.of(ctx, query);
    const [after, id] = decodeCursor(query.cursor, 'instant', 'uuid') ?? ['-infinity', '00000000-0000-0000-0000-000000000000'];
    const sql = `${SELECT}
      WHERE ($1::uuid IS NULL OR t.practitioner_id = $1) AND ($2::timestamptz IS NULL OR t.end_at > $2)
        AND ($3::timestamptz IS NULL OR t.start_at < $3) AND (t.start_at, t.id) > ($4::timestamptz, $5::uuid)
      ORDER BY t.start_at, t.id LIMIT $6`;
    const params = [query.practitionerId ?? null, from, to, after, id, query.limit + 1];
    const rows = await this.db.read<TimeOffRow>(ctx, NOT_PERSONAL, sql, params);
    return toPage(rows.map(shownTo(ctx)), query, (row) => [row.start.toISOString(), row.id]);
  }

  async get(ctx: Ctx, id: string): Promise<TimeOffDto> {
    const [row] = await this.db.read<TimeOffRow>(ctx, NOT_PERSONAL, `${SELECT} WHERE t.id = $1`, [id]);
    if (!row) throw new NotFoundProblem('time off');
    return shownTo(ctx)(row);
  }

  async update(ctx: Ctx, id: string, dto: UpdateTimeOffDto, ifMatch: IfMatchValue): Promise<TimeOffDto> {
    assertWritable(ctx, 'TimeOffDto', dto);
    return this.db.tx(ctx, async (ctx) => {
      const current = await this.locked(ctx, id, ifMatch);
      const times = inOrder(dto.start ?? current.start, dto.end ?? current.end);
      const reason = dto.reason === undefined ? {} : { reason: dto.reason };
      await ctx.tx.getRepository(TimeOff).update({ clinicId: ctx.clinicId, id }, { ...times, ...reason, version: current.version + 1 });
      await this.changed(ctx, 'update', id, current.practitionerId);
      return this.get(ctx, id);
    });
  }

  async remove(ctx: Ctx, id: string, ifMatch: IfMatchValue): Promise<void> {
    await this.db.tx(ctx, async (ctx) => {
      const { practitionerId } = await this.locked(ctx, id, ifMatch);
      await ctx.tx.getRepository(TimeOff).delete({ clinicId: ctx.clinicId, id });
      await this.changed(ctx, 'delete', id, practitionerId);
    });
  }

  /** The clinic was said to be in a zone that it is not in: what its clock showed stays, as working hours do. */
  async keepWall(ctx: TxCtx, from: string, to: string): Promise<void> {
    const all = await ctx.tx.query<Held[]>(
      'SELECT id, practitioner_id AS "practitionerId", start_at AS start, end_at AS end FROM time_off ORDER BY id FOR UPDATE',
    );
    if (all.length === 0) return;
    const moved = all.map((one) => keptWall(one, from, to));
    await ctx.tx.query(
      `UPDATE time_off t SET start_at = m.start_at, end_at = m.end_at, version = t.version + 1
       FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS m (id, start_at, end_at) WHERE t.id = m.id`,
      [all.map(({ id }) => id), moved.map(({ start }) => start), moved.map(({ end }) => end)],
    );
    for (const { id, practitionerId } of all) await this.changed(ctx, 'update', id, practitionerId);
  }

  private async changed(ctx: TxCtx, action: 'create' | 'update' | 'delete', id: string, practitionerId: string): Promise<void> {
    await this.audit.add(ctx, { what: 'time_off', action, entityId: id });
    await this.outbox.add(ctx, 'time_off.changed', { practitionerId });
  }

  private async locked(ctx: TxCtx, id: string, ifMatch: IfMatchValue): Promise<TimeOffDto> {
    await ctx.tx.query('SELECT 1 FROM time_off WHERE id = $1 FOR UPDATE', [id]);
    const current = await this.get(ctx, id);
    assertVersion(ctx, ifMatch, { current, readBy: 'appointment:read', shows: NOT_PERSONAL });
    this.bookings.lock(ctx, [current.practitionerId]);
    return current;
  }
}

/** As whoever asks may see it; one's own reason is no secret. */
function shownTo({ actor, permissions }: Ctx): (row: TimeOffRow) => TimeOffDto {
  const mine = viewOf('TimeOffDto', permissions, true);
  const others = viewOf('TimeOffDto', permissions);
  return ({ userId, ...timeOff }) => (actor.type === 'user' && userId === actor.id ? mine(timeOff) : others(timeOff));
}

function inOrder(start: string | Date, end: string | Date): { startAt: Date; endAt: Date } {
  const times = { startAt: new Date(start), endAt: new Date(end) };
  if (times.endAt <= times.startAt) throw new InvalidProblem([{ pointer: '/end', detail: 'is after start' }]);
  return times;
}
