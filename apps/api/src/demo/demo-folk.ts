import { addDays, dateIn } from '@keel/calendar';
import { Injectable } from '@nestjs/common';
import { PatientsService } from '../patients/index.js';
import type { Ctx } from '../platform/index.js';
import { WorkingHoursService } from '../scheduling/index.js';
import { patients } from './cast.js';

export const DEMO_ZONE = 'America/Toronto';

/** The people who come, and the hours in which they are seen. */
@Injectable()
export class DemoFolk {
  constructor(
    private readonly patients: PatientsService,
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
    for (const person of patients()) {
      const [known] = (await this.patients.list(ctx, { limit: 1, externalId: person.externalId })).data;
      ids.push(known?.id ?? (await this.patients.create(ctx, person)).id);
    }
    return ids;
  }
}
