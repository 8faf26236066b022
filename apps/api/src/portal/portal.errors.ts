import { Problem } from '../platform/index.js';
import type { PublicClinicDto, PublicLinkDto } from './public-links.dto.js';

/** One answer for a token that never was or was forged. */
export class LinkGoneError extends Problem {
  constructor() {
    super({
      status: 404,
      code: 'LINK_GONE',
      title: 'This link does not open anything any more',
      detail: 'It may not have been copied completely. Use the link of your latest message, or call the clinic.',
    });
  }
}

/** A link that is past its time or was withdrawn. Why is not said: its holder may be anybody by now. */
export class LinkClosedError extends Problem {
  constructor(clinic: PublicClinicDto) {
    super({
      status: 410,
      code: 'LINK_CLOSED',
      title: 'This link has been closed',
      detail: 'Use the link of your latest message, or call the clinic.',
      extra: { clinic },
    });
  }
}

export class VersionRequiredError extends Problem {
  constructor() {
    super({
      status: 428,
      code: 'VERSION_REQUIRED',
      title: 'Say which version of the appointment was shown',
      detail: 'Send {"version": …} with `appointment.version` as GET /public/links/{token} gave it, or the same in If-Match.',
    });
  }
}

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
