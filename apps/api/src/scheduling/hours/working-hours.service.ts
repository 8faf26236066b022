import type { Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { LocationsService, PractitionersService } from '../../identity/index.js';
import {
  assertVersion,
  Audit,
  type Ctx,
  Db,
  IfMatchMissingError,
  type IfMatchValue,
  InvalidProblem,
  newId,
  NOT_PERSONAL,
  NotFoundProblem,
  now,
  Outbox,
  type TxCtx,
  wholePage,
} from '../../platform/index.js';
import { HoursLimitError } from '../scheduling.errors.js';
import { overlapText, type PlacedHours, shiftsAtOnce } from './overlapping-hours.js';
import type { SetWorkingHoursDto, ShiftOfWeekDto, WorkingHoursDto } from './working-hours.dto.js';
import { WorkingHours, WorkingShift } from './working-hours.entity.js';

const SELECT = `SELECT h.id, h.practitioner_id AS "practitionerId", h.effective_from AS "effectiveFrom", h.effective_to AS "effectiveTo",
    coalesce((
      SELECT json_agg(json_build_object('weekday', s.weekday, 'start', s.start_time, 'end', s.end_time, 'locationId', s.location_id)
        ORDER BY s.weekday, s.start_time)
      FROM working_shift s WHERE s.working_hours_id = h.id), '[]') AS weekly,
    h.version
  FROM working_hours h`;

/** One a month for more than eight years; every one is read for every free time. */
const MOST_HOURS = 100;

const EMPTY_SHIFT = 'is not when the shift starts; one that lasts a whole day is from 00:00 to 24:00';

@Injectable()
export class WorkingHoursService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly practitioners: PractitionersService,
    private readonly locations: LocationsService,
  ) {}

  /** Sets the hours that begin on a day. Appointments already booked outside of them stay. */
  async set(ctx: Ctx, practitionerId: string, dto: SetWorkingHoursDto, ifMatch: IfMatchValue): Promise<WorkingHoursDto> {
    const { effectiveFrom, effectiveTo = null } = dto;
    if (effectiveTo !== null && effectiveTo < effectiveFrom) {
      throw new InvalidProblem([{ pointer: '/effectiveTo', detail: 'is not before effectiveFrom' }]);
    }
    return this.db.tx(ctx, async (ctx) => {
      await this.practitioners.get(ctx, practitionerId);
      const weekly = await this.withLocations(ctx, dto.weekly);
      // Two people who set the same day at once: the second waits, and is then measured against what the first wrote.
      await ctx.tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [practitionerId]);
      const current = (await this.select(ctx, 'h.practitioner_id = $1 AND h.effective_from = $2', [practitionerId, effectiveFrom]))[0];
      if (current && ifMatch === undefined) throw new IfMatchMissingError();
      if (current) assertVersion(ctx, ifMatch, { current, readBy: 'appointment:read', shows: NOT_PERSONAL });
      if (!current) await this.assertRoom(ctx, practitionerId);
      const id = current?.id ?? newId();
      const fields = { practitionerId, effectiveFrom, effectiveTo };
      const key = { clinicId: ctx.clinicId, id };
      if (current) await ctx.tx.getRepository(WorkingHours).update(key, { ...fields, version: current.version + 1 });
      else await ctx.tx.getRepository(WorkingHours).insert({ ...key, ...fields });
      await this.replaceShifts(ctx, id, weekly);
      // After the foreign keys have waited for whoever is correcting the zone of one of these places.
      await this.assertApart(ctx, { effectiveFrom, effectiveTo, weekly });
      await this.audit.add(ctx, { what: 'working_hours', action: current ? 'update' : 'create', entityId: id });
      await this.outbox.add(ctx, 'working_hours.changed', { practitionerId });
      return this.get(ctx, id);
    });
  }

  async ofPractitioner(ctx: Ctx, practitionerId: string): Promise<Page<WorkingHoursDto>> {
    await this.practitioners.get(ctx, practitionerId);
    return this.list(ctx, practitionerId);
  }

  /** All hours of a practitioner, or of the clinic: past, present and planned ones, the oldest first. */
  async list(ctx: Ctx, practitionerId?: string): Promise<Page<WorkingHoursDto>> {
    const data = await this.select(ctx, '$1::uuid IS NULL OR h.practitioner_id = $1', [practitionerId ?? null]);
    return wholePage(data);
  }

  async get(ctx: Ctx, id: string): Promise<WorkingHoursDto> {
    const [row] = await this.select(ctx, 'h.id = $1', [id]);
    if (!row) throw new NotFoundProblem('working hours');
    return row;
  }

  async remove(ctx: Ctx, id: string, ifMatch: IfMatchValue): Promise<void> {
    await this.db.tx(ctx, async (ctx) => {
      await ctx.tx.query('SELECT 1 FROM working_hours WHERE id = $1 FOR UPDATE', [id]);
      const current = await this.get(ctx, id);
      assertVersion(ctx, ifMatch, { current, readBy: 'appointment:read', shows: NOT_PERSONAL });
      await ctx.tx.getRepository(WorkingHours).delete({ clinicId: ctx.clinicId, id });
      await this.audit.add(ctx, { what: 'working_hours', action: 'delete', entityId: id });
      await this.outbox.add(ctx, 'working_hours.changed', { practitionerId: current.practitionerId });
    });
  }

  private select(ctx: Ctx, where: string, params: unknown[]): Promise<WorkingHoursDto[]> {
    return this.db.read<WorkingHoursDto>(
      ctx,
      NOT_PERSONAL,
      `${SELECT} WHERE ${where} ORDER BY h.practitioner_id, h.effective_from`,
      params,
    );
  }

  /** @throws NotFoundProblem for a location that is not the clinic's; InvalidProblem for shifts of no length. */
  private async withLocations(ctx: Ctx, weekly: SetWorkingHoursDto['weekly']): Promise<ShiftOfWeekDto[]> {
    const empty = weekly.flatMap(({ start, end }, index) =>
      start === end ? [{ pointer: `/weekly/${index}/end`, detail: EMPTY_SHIFT }] : [],
    );
    if (empty.length > 0) throw new InvalidProblem(empty);
    const usual = weekly.some((shift) => !shift.locationId) ? (await this.locations.default(ctx)).id : '';
    for (const id of new Set(weekly.flatMap((shift) => shift.locationId ?? []))) await this.locations.get(ctx, id);
    return weekly.map((shift) => ({ ...shift, locationId: shift.locationId ?? usual }));
  }

  /** Nobody works in two shifts at once, whatever the clocks of their places show. @throws InvalidProblem */
  private async assertApart(ctx: TxCtx, hours: PlacedHours): Promise<void> {
    const overlapping = shiftsAtOnce(hours, await this.locations.named(ctx), now(ctx).getTime());
    if (overlapping.length === 0) return;
    throw new InvalidProblem(overlapping.map((found) => ({ pointer: `/weekly/${found.index}`, detail: overlapText(found) })));
  }

  /** Under the lock on the practitioner's hours. @throws HoursLimitError */
  private async assertRoom(ctx: TxCtx, practitionerId: string): Promise<void> {
    const sql = 'SELECT count(*)::int AS count FROM working_hours WHERE practitioner_id = $1';
    const [kept] = await ctx.tx.query<{ count: number }[]>(sql, [practitionerId]);
    if ((kept?.count ?? 0) >= MOST_HOURS) throw new HoursLimitError(MOST_HOURS);
  }

  private async replaceShifts(ctx: TxCtx, workingHoursId: string, weekly: ShiftOfWeekDto[]): Promise<void> {
    const shifts = ctx.tx.getRepository(WorkingShift);
    await shifts.delete({ clinicId: ctx.clinicId, workingHoursId });
    if (weekly.length === 0) return;
    await shifts.insert(
      weekly.map(({ weekday, start, end, locationId }) => ({
        clinicId: ctx.clinicId,
        id: newId(),
        workingHoursId,
        weekday,
        startTime: start,
        endTime: end,
        locationId,
      })),
    );
  }
}
