import type { Slot } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { type Ctx, violatedConstraint } from '../../platform/index.js';
import { AvailabilityService } from '../availability/availability.service.js';
import { LocationClosedError, PractitionerAwayError, SlotTakenError } from '../scheduling.errors.js';
import { TimeRefused } from '../bookings/claim.js';

/** Turns a refused time into an answer with the nearest free ones, where there could be another. */
@Injectable()
export class SlotAlternatives {
  constructor(private readonly availability: AvailabilityService) {}

  /** Runs `work`, which claims time. @throws SlotTakenError, PractitionerAwayError, LocationClosedError */
  async around<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (violatedConstraint(error) === 'appointment_location_open') throw new LocationClosedError();
      if (!(error instanceof TimeRefused)) throw error;
      const alternatives = await this.instead(ctx, error);
      throw error.reason === 'away' ? new PractitionerAwayError(alternatives) : new SlotTakenError(alternatives);
    }
  }

  /** Undefined where only the time that is refused would do. */
  private async instead(ctx: Ctx, { claim, aborted }: TimeRefused): Promise<Slot[] | undefined> {
    if (!claim.wish) return undefined;
    // Inside of a transaction that the database has ended nothing can be read.
    return ctx.tx && aborted ? [] : this.availability.alternatives(ctx, claim.wish);
  }
}
