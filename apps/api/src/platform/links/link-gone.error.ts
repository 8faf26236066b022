import { Problem } from '../problems/problem.js';

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
