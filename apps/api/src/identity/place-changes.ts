import { type Country, REGIONS } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { type Ctx, InvalidProblem, prepared, sent, type TxCtx } from '../platform/index.js';
import { addressKey, sayAddress } from './addresses.js';
import { PlaceInUseError } from './identity.errors.js';
import type { LocationDto } from './locations.dto.js';
import { PlaceDependents, type PlaceFact } from './place-dependents.js';

const FACTS: readonly PlaceFact[] = ['timeZone', 'country', 'region', 'currency'];
export type PlaceFacts = Partial<Record<PlaceFact, string | null>>;

/** The facts of a place that a change makes others. */
export function changedFacts(current: PlaceFacts, change: PlaceFacts): PlaceFact[] {
  return FACTS.filter((fact) => change[fact] !== undefined && change[fact] !== current[fact]);
}

/** @throws InvalidProblem where the province or state is not one of the country */
export function assertRegion(country: string, region: string): void {
  const regions = Object.hasOwn(REGIONS, country) ? REGIONS[country as Country] : [];
  if (!regions.includes(region))
    throw new InvalidProblem([{ pointer: '/region', detail: `is one of ${regions.join(', ')} in ${country}` }]);
}

@Injectable()
export class PlaceChanges {
  constructor(private readonly dependents: PlaceDependents) {}

  /** @throws PlaceInUseError where something depends on what would change */
  async assertFree(ctx: TxCtx, facts: readonly PlaceFact[], locationId?: string): Promise<void> {
    if (facts.length === 0) return;
    const found = await this.dependents.on(ctx, facts, locationId);
    if (found.length > 0) throw new PlaceInUseError(facts, found);
  }

  /** What was meant by the clinic's clock goes along with it. */
  async followZone(ctx: TxCtx, from: string, to: string): Promise<void> {
    if (from !== to) await this.dependents.followZone(ctx, from, to);
  }

  /** What was said of where it is told of another place. @returns whether that is so, and `followAddress` has something to do */
  async noteAddress(ctx: TxCtx, before: LocationDto, after: LocationDto): Promise<boolean> {
    if (addressKey(before) === addressKey(after)) return false;
    const [kept] = await prepared<{ said: string[] }>(ctx, 'SELECT said_addresses AS said FROM location WHERE id = $1', [after.id]);
    const { from, said } = sayAddress(kept?.said ?? [], before, after);
    sent(ctx, 'UPDATE location SET said_addresses = $2 WHERE id = $1', [after.id, said]);
    if (from === null) return false;
    await this.dependents.noteAddress(ctx, after.id, from, addressKey(after));
    return true;
  }

  /** Begins with what was noted, once it is committed. */
  async followAddress(ctx: Ctx, locationId: string): Promise<void> {
    await this.dependents.followAddress(ctx, locationId);
  }

  /** Once the facts are changed, whether what goes along with them is still as it must be. @throws Problem */
  async assertSound(ctx: TxCtx, facts: readonly PlaceFact[], locationId?: string): Promise<void> {
    await this.dependents.assertRules(ctx, facts, locationId);
  }
}
