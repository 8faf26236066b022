import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sent } from '../../platform/index.js';
import { AppointmentFollowers } from '../../scheduling/index.js';

// Not another version: whoever is writing has typed on, and nothing of theirs was changed.
const FOLLOW = 'SELECT date_drafts($1, $2)';

/**
 * A draft is of the day that its appointment is of, until it is signed. It stays whose it was, though: what somebody has begun to write is
 * not handed to a colleague by a move at the front desk.
 */
@Injectable()
export class DraftFollower implements OnModuleInit {
  constructor(private readonly appointments: AppointmentFollowers) {}

  onModuleInit(): void {
    this.appointments.register(async (ctx, before, after) => {
      if (after.start !== before.start) sent(ctx, FOLLOW, [after.id, new Date(after.start)]);
      return false;
    });
  }
}
