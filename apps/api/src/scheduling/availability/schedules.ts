import { type Interval, MINUTE, type Need, type Shift, shiftsIn, type WeeklyShift, type WeeklyTemplate } from '@keel/calendar';
import { Injectable } from '@nestjs/common';
import { type Ctx, Db, NOT_PERSONAL } from '../../platform/index.js';

/** What is known of a practitioner's time. */
export interface Schedule {
  practitionerId: string;
  templates: WeeklyTemplate[];
  /** In minutes since 1970: all starts, then the end of each. */
  timeOff: number[] | null;
  busy: number[] | null;
}

export interface OfferedService extends Need {
  /** Everybody who offers it, in a lasting order. */
  practitionerIds: string[];
}

type WeeklyRow = [weekday: number, start: string, end: string, timeZone: string, locationId: string];
type TemplateRow = Omit<WeeklyTemplate, 'weekly'> & { weekly: WeeklyRow[] };

const OFFERED = `SELECT s.duration_minutes AS "durationMinutes", s.buffer_before_minutes AS "bufferBeforeMinutes",
    s.buffer_after_minutes AS "bufferAfterMinutes", ARRAY(
      SELECT p.id FROM practitioner_card p WHERE p.clinic_id = s.clinic_id AND p.profession = s.profession AND p.active
        AND ($2::uuid IS NULL OR p.id = $2) ORDER BY p.id) AS "practitionerIds"
  FROM service s WHERE s.id = $1`;

/**
 * The hours that rule on some day of a range, with days to spare on both sides for the zones of the places, the evening before and
 * a shift that goes on. Others are left out, however many a practitioner has: later ones hold wherever those would.
 */
const templates = (from: string, to: string) => `(
    SELECT coalesce(json_agg(json_build_object('effectiveFrom', h.effective_from, 'effectiveTo', h.effective_to, 'weekly', (
      SELECT coalesce(json_agg(json_build_array(w.weekday, w.start_time, w.end_time, l.time_zone, w.location_id)), '[]')
      FROM working_shift w JOIN location_card l ON l.clinic_id = w.clinic_id AND l.id = w.location_id AND l.active
      WHERE w.clinic_id = h.clinic_id AND w.working_hours_id = h.id))), '[]')
    FROM (VALUES ((${from}::timestamptz AT TIME ZONE 'UTC' - interval '4 days')::date,
        (${to}::timestamptz AT TIME ZONE 'UTC' + interval '3 days')::date)) AS days (first, last),
      working_hours h
    WHERE h.clinic_id = p.clinic_id AND h.practitioner_id = p.id
      AND h.effective_from <= days.last AND (h.effective_to IS NULL OR h.effective_to >= days.first)
      AND NOT EXISTS (SELECT 1 FROM working_hours o WHERE o.clinic_id = h.clinic_id AND o.practitioner_id = h.practitioner_id
        AND o.effective_from > h.effective_from AND o.effective_from <= days.first
        AND (o.effective_to IS NULL OR o.effective_to >= least(h.effective_to, days.last))))`;

/** As one array of plain numbers: a busy time costs a quarter of what it costs as an element of JSON of its own. */
const minutes = (table: string, owner: string) => `(
    SELECT array_to_json(array_agg((date_part('epoch', t.start_at) / 60)::int) || array_agg((date_part('epoch', t.end_at) / 60)::int))
    FROM ${table} t WHERE t.clinic_id = p.clinic_id AND t.${owner} = p.id AND t.end_at > $2 AND t.start_at < $3`;

// A booking is never longer than a day, which bounds the scan of its index from below.
const KNOWN = `SELECT p.id AS "practitionerId", ${templates('$2', '$3')} AS templates,
    ${minutes('time_off', 'practitioner_id')}) AS "timeOff",
    ${minutes('booking', 'resource_id')} AND t.start_at > $2::timestamptz - interval '1 day') AS busy
  FROM practitioner_card p WHERE p.id = ANY ($1) ORDER BY p.id`;

const SHIFTS = `SELECT ${templates('$2', '$3')} AS templates FROM practitioner_card p WHERE p.id = $1`;

/** Reads what free time is worked out from, of a few practitioners and a stretch of time. */
@Injectable()
export class Schedules {
  constructor(private readonly db: Db) {}

  /** Undefined where there is no such service; nobody's id where nobody offers it (or not the practitioner asked for). */
  async offering(ctx: Ctx, serviceId: string, practitionerId?: string): Promise<OfferedService | undefined> {
    const [service] = await this.db.read<OfferedService>(ctx, NOT_PERSONAL, OFFERED, [serviceId, practitionerId ?? null]);
    return service;
  }

  /** What may be in the way of appointments of this need that begin in the range. */
  async known(ctx: Ctx, practitionerIds: readonly string[], range: Interval, need: Need): Promise<Schedule[]> {
    const from = new Date(range.start - need.bufferBeforeMinutes * MINUTE);
    const to = new Date(range.end + (need.durationMinutes + need.bufferAfterMinutes) * MINUTE);
    type Row = Omit<Schedule, 'templates'> & { templates: TemplateRow[] };
    const rows = await this.db.read<Row>(ctx, NOT_PERSONAL, KNOWN, [practitionerIds, from, to]);
    return rows.map((row) => ({ ...row, templates: row.templates.map(toTemplate) }));
  }

  async shiftsOf(ctx: Ctx, practitionerId: string, range: Interval): Promise<Shift[]> {
    const params = [practitionerId, new Date(range.start), new Date(range.end)];
    const [row] = await this.db.read<{ templates: TemplateRow[] }>(ctx, NOT_PERSONAL, SHIFTS, params);
    return shiftsIn((row?.templates ?? []).map(toTemplate), range);
  }
}

function toTemplate({ effectiveFrom, effectiveTo, weekly }: TemplateRow): WeeklyTemplate {
  return { effectiveFrom, effectiveTo, weekly: weekly.map(toShift) };
}

function toShift([weekday, start, end, timeZone, locationId]: WeeklyRow): WeeklyShift {
  return { weekday, start, end, timeZone, locationId };
}
