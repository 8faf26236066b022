import { addDays, type CivilDate, dateIn, startOfDay } from '@keel/calendar';
import { Injectable } from '@nestjs/common';
import { type Ctx, Db } from '../platform/index.js';
import { AppointmentsService, BookingDesk } from '../scheduling/index.js';
import { draw } from './cast.js';
import { visitsOf } from './day-plan.js';
import { DemoAftermath, type KnownVisit } from './demo-aftermath.js';
import type { DemoCast } from './demo-clinic.js';
import { DEMO_ZONE } from './demo-folk.js';

const WEEKS_BEHIND = 4;
const WEEKS_AHEAD = 2;

/** Four weeks of visits behind and two ahead, counted from today: each start adds the days that have come since the last. */
@Injectable()
export class DemoDays {
  constructor(
    private readonly db: Db,
    private readonly desk: BookingDesk,
    private readonly visits: AppointmentsService,
    private readonly aftermath: DemoAftermath,
  ) {}

  async fill(cast: DemoCast, now: Date): Promise<number> {
    const today = dateIn(DEMO_ZONE, now.getTime());
    const known = await this.known(cast.ctx, addDays(today, -7 * WEEKS_BEHIND));
    const filled = new Set(known.map(({ start }) => dateIn(DEMO_ZONE, start.getTime())));
    let made = 0;
    for (let offset = -7 * WEEKS_BEHIND; offset <= 7 * WEEKS_AHEAD; offset++) {
      const day = addDays(today, offset);
      if (!filled.has(day)) made += await this.book(cast, day, now);
    }
    for (const visit of await this.known(cast.ctx, addDays(today, -7 * WEEKS_BEHIND))) {
      if (visit.start < now && ['booked', 'confirmed'].includes(visit.status)) await this.aftermath.of(cast, visit, dateIn(DEMO_ZONE, visit.start.getTime()) === today);
    }
    return made;
  }

  private known(ctx: Ctx, from: CivilDate): Promise<KnownVisit[]> {
    const sql = `SELECT id, start_at AS start, status, practitioner_id AS "practitionerId", patient_id AS "patientId" FROM appointment WHERE start_at >= $1 ORDER BY start_at`;
    return this.db.read<KnownVisit>(ctx, { what: 'appointment', patients: 'patientId' }, sql, [new Date(startOfDay(DEMO_ZONE, from))]);
  }

  private async book(cast: DemoCast, day: CivilDate, now: Date): Promise<number> {
    const plan = visitsOf(day, DEMO_ZONE, cast.practitioners.length, cast.patients.length);
    for (const visit of plan) {
      const practitioner = cast.practitioners[visit.practitioner];
      const patientId = cast.patients[visit.patient];
      const serviceId = practitioner?.services[visit.service] ?? practitioner?.services[0];
      if (!practitioner || !patientId || !serviceId) continue;
      const daysBefore = 3 + draw(12, visit.start, visit.practitioner);
      const at = new Date(Math.min(Date.parse(visit.start) - daysBefore * 86_400_000, now.getTime()));
      const booked = await this.desk.book({ ...cast.ctx, at }, { patientId, practitionerId: practitioner.id, serviceId, start: visit.start });
      if (draw(3, visit.start, 'confirm') === 0) await this.visits.confirm({ ...cast.ctx, at: new Date(at.getTime() + 3_600_000) }, booked.id, { by: 'patient' });
    }
    return plan.length;
  }
}
