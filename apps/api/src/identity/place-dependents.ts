import { Injectable } from '@nestjs/common';
import type { Ctx, TxCtx } from '../platform/index.js';

/** What a clinic, and but for the currency a location too, says of where it is. */
export type PlaceFact = 'timeZone' | 'country' | 'region' | 'currency';

/** Rows of a floor above that would mean something else if a fact of their place changed. */
export interface PlaceDependent {
  /** As an error names them: `appointments`. */
  kind: string;
  facts: readonly PlaceFact[];
  /** How many there are, in the clinic or at one location. */
  count: (ctx: TxCtx, locationId?: string) => Promise<number>;
}

/** What rows that go along with a changed place must still be after it. */
export interface PlaceRule {
  facts: readonly PlaceFact[];
  /** Looks at the rows as the change leaves them, in the clinic or at one location. @throws Problem */
  assert: (ctx: TxCtx, locationId?: string) => Promise<void>;
}

/** Moves rows of a floor above whose times were meant by the clinic's clock, where its zone is corrected. */
export type ZoneFollower = (ctx: TxCtx, from: string, to: string) => Promise<void>;

/** What follows of a place that is elsewhere than was said. */
export interface AddressFollower {
  /** In the transaction of the change, which holds the place, with both addresses as they are compared: what is still to be done about it. */
  note: (ctx: TxCtx, locationId: string, from: string, to: string) => Promise<void>;
  /** Once that is committed: does the first of it. Never throws, since the rest is done anyway. */
  goOn: (ctx: Ctx, locationId: string) => Promise<void>;
}

/** The floors above put themselves on this list at boot: a place can be corrected until something depends on it. */
@Injectable()
export class PlaceDependents {
  private readonly all: PlaceDependent[] = [];
  private readonly rules: PlaceRule[] = [];
  private readonly zoneFollowers: ZoneFollower[] = [];
  private readonly addressFollowers: AddressFollower[] = [];

  register(dependent: PlaceDependent): void {
    this.all.push(dependent);
  }

  holdTo(rule: PlaceRule): void {
    this.rules.push(rule);
  }

  onAddress(follower: AddressFollower): void {
    this.addressFollowers.push(follower);
  }

  async noteAddress(ctx: TxCtx, locationId: string, from: string, to: string): Promise<void> {
    for (const { note } of this.addressFollowers) await note(ctx, locationId, from, to);
  }

  async followAddress(ctx: Ctx, locationId: string): Promise<void> {
    for (const { goOn } of this.addressFollowers) await goOn(ctx, locationId);
  }

  onZone(follower: ZoneFollower): void {
    this.zoneFollowers.push(follower);
  }

  /** The clinic's zone was another than was said. One after the other, since they share a connection. */
  async followZone(ctx: TxCtx, from: string, to: string): Promise<void> {
    for (const follow of this.zoneFollowers) await follow(ctx, from, to);
  }

  /** Once these facts are changed. @throws whatever a floor above throws */
  async assertRules(ctx: TxCtx, facts: readonly PlaceFact[], locationId?: string): Promise<void> {
    for (const rule of this.rules) if (rule.facts.some((fact) => facts.includes(fact))) await rule.assert(ctx, locationId);
  }

  /** What depends on these facts, with how many there are of it. */
  async on(ctx: TxCtx, facts: readonly PlaceFact[], locationId?: string): Promise<{ kind: string; count: number }[]> {
    const found: { kind: string; count: number }[] = [];
    for (const one of this.all) {
      if (!one.facts.some((fact) => facts.includes(fact))) continue;
      const count = await one.count(ctx, locationId);
      if (count > 0) found.push({ kind: one.kind, count });
    }
    return found;
  }
}
