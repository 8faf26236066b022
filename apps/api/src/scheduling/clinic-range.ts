import { startOfDay } from '@keel/calendar';
import { Injectable } from '@nestjs/common';
import { ClinicsService, LocationsService } from '../identity/index.js';
import { type Ctx, InvalidProblem } from '../platform/index.js';

/** What a range of a query means: days are the clinic's, or the location's where one is asked for; instants are themselves. */
@Injectable()
export class ClinicRange {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly locations: LocationsService,
  ) {}

  /** @throws InvalidProblem where the range ends before it begins. */
  async of(ctx: Ctx, query: { from?: string; to?: string; locationId?: string }): Promise<{ from: Date | null; to: Date | null }> {
    const edges = [query.from, query.to];
    const zone = edges.some((edge) => edge?.length === 10) ? await this.zone(ctx, query.locationId) : 'UTC';
    const instant = (edge?: string) => (edge === undefined ? null : new Date(edge.length === 10 ? startOfDay(zone, edge) : edge));
    const [from = null, to = null] = edges.map(instant);
    if (from && to && to <= from) throw new InvalidProblem([{ pointer: '/to', detail: 'is after from; it is exclusive' }]);
    return { from, to };
  }

  private async zone(ctx: Ctx, locationId?: string): Promise<string> {
    const { timeZone } = locationId ? await this.locations.place(ctx, locationId) : await this.clinics.get(ctx);
    return timeZone;
  }
}
