import { type Interval, type Shift, shiftsIn, type WeeklyTemplate } from '@keel/calendar';
import { Injectable } from '@nestjs/common';
import { type Ctx, Db, NOT_PERSONAL } from '../../platform/index.js';

/** A service and those who offer it, each with what is known of their time. */
export interface Schedule {
  practitionerId: string;
  templates: WeeklyTemplate[];
  /** Borders in minutes since 1970, start and end by turns. */
  timeOff: number[] | null;
  busy: number[] | null;
}

export interface OfferedService {
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  schedules: Schedule[];
}

interface Row extends Omit<OfferedService, 'schedules'>, Omit<Schedule, 'practitionerId'> {
  practitionerId: string | null;
}

const TEMPLATES = `(
    SELECT coalesce(json_agg(json_build_object('effectiveFrom', h.effective_from, 'effectiveTo', h.effective_to, 'weekly', (
      SELECT coalesce(json_agg(json_build_object('weekday', w.weekday, 'start', w.start_time, 'end', w.end_time,
        'timeZone', l.time_zone, 'locationId', w.location_id)), '[]')
      FROM working_shift w JOIN location_card l ON l.clinic_id = w.clinic_id AND l.id = w.location_id AND l.active
      WHERE w.clinic_id = h.clinic_id AND w.working_hours_id = h.id))), '[]')
    FROM working_hours h WHERE h.clinic_id = p.clinic_id AND h.practitioner_id = p.id)`;

/** Minutes as one array of plain numbers: thousands of busy times cost less than as rows of timestamps. */
const minutes = (table: string, owner: string) => `(
    SELECT json_agg(m) FROM ${table} t,
      LATERAL (VALUES ((date_part('epoch', t.start_at) / 60)::int), ((date_part('epoch', t.end_at) / 60)::int)) AS v (m)
    WHERE t.clinic_id = p.clinic_id AND t.${owner} = p.id AND t.end_at > $2 AND t.start_at < $3`;

// A booking is never longer than a day, which bounds the scan of its index from below.
const FREE_TIME = `SELECT s.duration_minutes AS "durationMinutes", s.buffer_before_minutes AS "bufferBeforeMinutes",
    s.buffer_after_minutes AS "bufferAfterMinutes", p.id AS "practitionerId", ${TEMPLATES} AS templates,
    ${minutes('time_off', 'practitioner_id')}) AS "timeOff",
    ${minutes('booking', 'resource_id')} AND t.start_at > $2::timestamptz - interval '1 day') AS busy
  FROM service s
    LEFT JOIN practitioner_card p ON p.clinic_id = s.clinic_id AND p.profession = s.profession AND p.active`;

/** Reads, in one statement, what free time is worked out from. */
@Injectable()
export class Schedules {
  constructor(private readonly db: Db) {}

  /** Undefined where there is no such service; no schedules where nobody offers it (or not the practitioner asked for). */
  async offering(ctx: Ctx, serviceId: string, range: Interval, practitionerId?: string): Promise<OfferedService | undefined> {
    const only = practitionerId === undefined ? '' : 'AND p.id = $4';
    const params = [serviceId, new Date(range.start), new Date(range.end), ...(practitionerId === undefined ? [] : [practitionerId])];
    const rows = await this.db.read<Row>(ctx, NOT_PERSONAL, `${FREE_TIME} ${only} WHERE s.id = $1`, params);
    const [service] = rows;
    if (!service) return undefined;
    const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = service;
    const schedules = rows.filter((row): row is Row & Schedule => row.practitionerId !== null);
    return { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, schedules };
  }

  async shiftsOf(ctx: Ctx, practitionerId: string, range: Interval): Promise<Shift[]> {
    const sql = `SELECT ${TEMPLATES} AS templates FROM practitioner_card p WHERE p.id = $1`;
    const [row] = await this.db.read<{ templates: WeeklyTemplate[] }>(ctx, NOT_PERSONAL, sql, [practitionerId]);
    return shiftsIn(row?.templates ?? [], range);
  }
}
