import { Problem } from '../../platform/index.js';
import type { PublicLinkDto } from './appointment-link.dto.js';

/** The appointment is not what was shown any more: `current` is how it is now. */
export class StaleAppointmentError extends Problem {
  constructor(current: PublicLinkDto) {
    super({
      status: 409,
      code: 'STALE_APPOINTMENT',
      title: 'The appointment was changed in the meantime',
      detail: 'Nothing was done. Look at `current`, and send the action again with its version if it is still meant.',
      extra: { current },
    });
  }
}

export class ActionNotPossibleError extends Problem {
  constructor(action: string, possible: readonly string[]) {
    super({
      status: 409,
      code: 'ACTION_NOT_POSSIBLE',
      title: 'This cannot be done with the appointment any more',
      detail:
        possible.length > 0
          ? `To ${action} is not possible; possible are: ${possible.join(', ')}.`
          : 'The appointment has begun, is over or was cancelled. Call the clinic if you need something changed.',
      extra: { actions: possible },
    });
  }
}
