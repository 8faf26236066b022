import { Injectable } from '@nestjs/common';
import type { TxCtx } from '../../platform/index.js';
import type { AppointmentDto } from './appointments.dto.js';

/**
 * What a floor above does when a visit changes, in the transaction of the change, which it refuses by a Problem. True where
 * it wrote on the visit's card.
 */
export type VisitFollower = (ctx: TxCtx, before: AppointmentDto, after: AppointmentDto) => Promise<boolean>;

/** What a floor above writes down when a visit is given its time, in the transaction of it; a visit that is new has no before. */
export type VisitWitness = (ctx: TxCtx, visit: AppointmentDto) => void;

/** The floors above put themselves on this list at boot, so that what belongs to a visit changes with it: nobody calls upward. */
@Injectable()
export class VisitFollowers {
  private readonly followers: VisitFollower[] = [];
  private readonly witnesses: VisitWitness[] = [];

  register(follower: VisitFollower): void {
    this.followers.push(follower);
  }

  watch(witness: VisitWitness): void {
    this.witnesses.push(witness);
  }

  /** Booked, moved or restored. */
  placed(ctx: TxCtx, visit: AppointmentDto): void {
    for (const witness of this.witnesses) witness(ctx, visit);
  }

  /** One after the other, since they share a connection. True where one of them wrote on the card. */
  async changed(ctx: TxCtx, before: AppointmentDto, after: AppointmentDto): Promise<boolean> {
    let carded = false;
    for (const follow of this.followers) carded = (await follow(ctx, before, after)) || carded;
    return carded;
  }
}
