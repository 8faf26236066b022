import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LocationsService, PlaceDependents } from '../identity/index.js';
import { now, type TxCtx } from '../platform/index.js';
import { overlapText, type PlacedHours, shiftsAtOnce } from './hours/overlapping-hours.js';
import { TimeOffService } from './hours/time-off.service.js';
import { HoursOverlapError } from './scheduling.errors.js';

const APPOINTMENTS = 'SELECT count(*)::integer AS count FROM appointment WHERE $1::uuid IS NULL OR location_id = $1';
const SERVICES = 'SELECT count(*)::integer AS count FROM service';
// Hours that are over harm nobody; of one place alone they are the same by any clock.
const HOURS = `SELECT h.id, h.practitioner_id AS "practitionerId", p.display_name AS name, h.effective_from AS "effectiveFrom",
    h.effective_to AS "effectiveTo",
    json_agg(json_build_object('weekday', s.weekday, 'start', s.start_time, 'end', s.end_time, 'locationId', s.location_id)
      ORDER BY s.weekday, s.start_time, s.id) AS weekly
  FROM working_hours h JOIN practitioner_card p ON p.clinic_id = h.clinic_id AND p.id = h.practitioner_id
    JOIN working_shift s ON s.clinic_id = h.clinic_id AND s.working_hours_id = h.id
  WHERE h.effective_to IS NULL OR h.effective_to >= $2
  GROUP BY h.clinic_id, h.id, p.display_name
  HAVING count(DISTINCT s.location_id) > 1 AND ($1::uuid IS NULL OR bool_or(s.location_id = $1))
  ORDER BY p.display_name, h.effective_from`;

interface HoursRow extends PlacedHours {
  id: string;
  practitionerId: string;
  name: string;
}

/** What of the schedule would mean something else in another zone or another currency. */
@Injectable()
export class SchedulingDependents implements OnModuleInit {
  constructor(
    private readonly dependents: PlaceDependents,
    private readonly locations: LocationsService,
    private readonly timeOff: TimeOffService,
  ) {}

  onModuleInit(): void {
    this.dependents.register({
      kind: 'appointments',
      facts: ['timeZone'],
      count: (ctx, locationId) => counted(ctx, APPOINTMENTS, [locationId ?? null]),
    });
    this.dependents.register({ kind: 'services', facts: ['currency'], count: (ctx) => counted(ctx, SERVICES, []) });
    this.dependents.onZone((ctx, from, to) => this.timeOff.keepWall(ctx, from, to));
    this.dependents.holdTo({ facts: ['timeZone'], assert: (ctx, locationId) => this.assertHoursApart(ctx, locationId) });
  }

  /** Hours stay what the clock of their place shows, so those at another place may be at the same time by a corrected one. */
  private async assertHoursApart(ctx: TxCtx, locationId?: string): Promise<void> {
    const present = now(ctx);
    const rows = await ctx.tx.query<HoursRow[]>(HOURS, [locationId ?? null, present.toISOString().slice(0, 10)]);
    if (rows.length === 0) return;
    const places = await this.locations.named(ctx);
    const overlaps = rows.flatMap((row) =>
      shiftsAtOnce(row, places, present.getTime())
        .slice(0, 1)
        .map((found) => ({
          practitionerId: row.practitionerId,
          workingHoursId: row.id,
          detail: `${row.name}: ${found.shift} ${overlapText(found)}.`,
        })),
    );
    if (overlaps.length > 0) throw new HoursOverlapError(overlaps);
  }
}

async function counted(ctx: TxCtx, sql: string, params: unknown[]): Promise<number> {
  const [row] = await ctx.tx.query<{ count: number }[]>(sql, params);
  return row?.count ?? 0;
}
