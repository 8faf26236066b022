import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PlaceDependents } from '../identity/index.js';

const INVOICES = 'SELECT count(*)::integer AS count FROM invoice WHERE discarded_at IS NULL AND ($1::uuid IS NULL OR location_id = $1)';

/** An invoice, a draft too, is dated and taxed by its place, in the clinic's money; a discarded one only when it is brought back. */
@Injectable()
export class BillingDependents implements OnModuleInit {
  constructor(private readonly dependents: PlaceDependents) {}

  onModuleInit(): void {
    this.dependents.register({
      kind: 'invoices',
      facts: ['timeZone', 'country', 'region', 'currency'],
      count: async (ctx, locationId) => {
        const [row] = await ctx.tx.query<{ count: number }[]>(INVOICES, [locationId ?? null]);
        return row?.count ?? 0;
      },
    });
  }
}
