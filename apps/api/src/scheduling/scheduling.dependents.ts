import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PlaceDependents } from '../identity/index.js';
import type { TxCtx } from '../platform/index.js';

const APPOINTMENTS = 'SELECT count(*)::integer AS count FROM appointment WHERE $1::uuid IS NULL OR location_id = $1';
const SERVICES = 'SELECT count(*)::integer AS count FROM service';

/** What of the schedule would mean something else in another zone or another currency. */
@Injectable()
export class SchedulingDependents implements OnModuleInit {
  constructor(private readonly dependents: PlaceDependents) {}

  onModuleInit(): void {
    this.dependents.register({
      kind: 'appointments',
      facts: ['timeZone'],
      count: (ctx, locationId) => counted(ctx, APPOINTMENTS, [locationId ?? null]),
    });
    this.dependents.register({ kind: 'services', facts: ['currency'], count: (ctx) => counted(ctx, SERVICES, []) });
  }
}

async function counted(ctx: TxCtx, sql: string, params: unknown[]): Promise<number> {
  const [row] = await ctx.tx.query<{ count: number }[]>(sql, params);
  return row?.count ?? 0;
}
