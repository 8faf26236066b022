import { addDays, dateIn } from '@keel/calendar';
import { Injectable } from '@nestjs/common';
import { PatientRecords, PatientsService } from '@keel/api/patients';
import type { Ctx } from '@keel/api/platform';
import { WorkingHoursService } from '@keel/api/scheduling';
import { draw, patients } from './cast.js';

export const DEMO_ZONE = 'America/Toronto';

/** The people who come, and the hours in which they are seen. */
@Injectable()
export class DemoFolk {
  constructor(
    private readonly patients: PatientsService,
    private readonly records: PatientRecords,
    private readonly hours: WorkingHoursService,
  ) {}

  async settle(ctx: Ctx, practitioners: readonly string[]): Promise<string[]> {
    const effectiveFrom = addDays(dateIn(DEMO_ZONE, Date.now()), -60);
    const weekly = [1, 2, 3, 4, 5].flatMap((weekday) => [
      { weekday, start: '09:00', end: '12:30' },
      { weekday, start: '13:30', end: '17:00' },
    ]);
    for (const id of practitioners) {
      const known = await this.hours.ofPractitioner(ctx, id);
      if (known.data.length === 0) await this.hours.set(ctx, id, { effectiveFrom, weekly }, '*');
    }
    const ids: string[] = [];
    const known = await this.known(ctx);
    for (const [index, person] of patients().entries()) {
      // Everybody is known for longer than the oldest appointment was booked.
      const at = new Date(Date.now() - (60 + draw(400, index)) * 86_400_000);
      ids.push(known.get(person.externalId) ?? (await this.patients.create({ ...ctx, at }, person)).id);
    }
    return ids;
  }

  /** Who is here already, the archived too. */
  private async known(ctx: Ctx): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const archived of ['true', 'false'] as const) {
      let cursor: string | undefined;
      do {
        const page = await this.records.list(ctx, { limit: 200, archived, ...(cursor ? { cursor } : {}) });
        for (const { id, externalId } of page.data) if (externalId) found.set(externalId, id);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
    }
    return found;
  }
}
