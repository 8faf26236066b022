import { Injectable } from '@nestjs/common';
import type { TxCtx } from '../../platform/index.js';
import type { AppointmentDto } from './appointments.dto.js';

/**
 * What a floor above does when an appointment changes, in the transaction of the change, which it refuses by a Problem. True where
 * it wrote on the appointment's card.
 */
export type AppointmentFollower = (ctx: TxCtx, before: AppointmentDto, after: AppointmentDto) => Promise<boolean>;

/** What a floor above writes down when an appointment is given its time, in the transaction of it; an appointment that is new has no before. */
export type AppointmentWitness = (ctx: TxCtx, appointment: AppointmentDto) => void;

/** The floors above put themselves on this list at boot, so that what belongs to an appointment changes with it: nobody calls upward. */
@Injectable()
export class AppointmentFollowers {
  private readonly followers: AppointmentFollower[] = [];
  private readonly witnesses: AppointmentWitness[] = [];

  register(follower: AppointmentFollower): void {
    this.followers.push(follower);
  }

  watch(witness: AppointmentWitness): void {
    this.witnesses.push(witness);
  }

  /** Booked, moved or restored. */
  placed(ctx: TxCtx, appointment: AppointmentDto): void {
    for (const witness of this.witnesses) witness(ctx, appointment);
  }

  /** One after the other, since they share a connection. True where one of them wrote on the card. */
  async changed(ctx: TxCtx, before: AppointmentDto, after: AppointmentDto): Promise<boolean> {
    let carded = false;
    for (const follow of this.followers) carded = (await follow(ctx, before, after)) || carded;
    return carded;
  }
}
