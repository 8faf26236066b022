import { Injectable } from '@nestjs/common';
import { type Ctx, violatedConstraint } from '../../platform/index.js';
import { AvailabilityService, type Wish } from '../availability/availability.service.js';
import { LocationClosedError, PractitionerAwayError, SlotTakenError } from '../scheduling.errors.js';
import { TimeRefused } from './bookings.js';

/** Turns a refused time into an answer with the nearest free ones, where there could be another. */
@Injectable()
export class SlotAlternatives {
  constructor(private readonly availability: AvailabilityService) {}

  /**
   * Runs `work`, a transaction that takes the time of `wish` (known only once it has begun, for a move), or, where there is no wish, the
   * one time that it can take.
   * @throws SlotTakenError, PractitionerAwayError, LocationClosedError
   */
  async around<T>(ctx: Ctx, wish: (() => Wish | undefined) | null, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (violatedConstraint(error) === 'appointment_location_open') throw new LocationClosedError();
      const reason = error instanceof TimeRefused ? error.reason : violatedConstraint(error) === 'booking_no_overlap' ? 'taken' : undefined;
      const wanted = wish?.();
      if (!reason || (wish && !wanted)) throw error;
      // A constraint has ended the open transaction, if we are in one; only a refusal of ours can still be read after.
      const readable = !ctx.tx || error instanceof TimeRefused;
      const alternatives = wanted && (readable ? await this.availability.alternatives(ctx, wanted) : []);
      throw reason === 'away' ? new PractitionerAwayError(alternatives) : new SlotTakenError(alternatives);
    }
  }
}
