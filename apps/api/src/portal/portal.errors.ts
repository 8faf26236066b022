import { Problem } from '../platform/index.js';

/** One answer for a token that never was, was forged, or has expired: a guesser learns nothing from it. */
export class LinkGoneError extends Problem {
  constructor() {
    super({
      status: 404,
      code: 'LINK_GONE',
      title: 'This link does not open anything any more',
      detail: 'It may have expired. Use the link of your latest message, or call the clinic.',
    });
  }
}

export class ActionNotPossibleError extends Problem {
  constructor(action: string, possible: readonly string[]) {
    super({
      status: 409,
      code: 'ACTION_NOT_POSSIBLE',
      title: 'This cannot be done with the visit any more',
      detail:
        possible.length > 0
          ? `To ${action} is not possible; possible are: ${possible.join(', ')}.`
          : 'The visit has begun, is over or was cancelled. Call the clinic if you need something changed.',
      extra: { actions: possible },
    });
  }
}
