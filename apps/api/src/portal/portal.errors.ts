import type { PublicClinicDto } from '../identity/index.js';
import { Problem } from '../platform/index.js';

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
  constructor(of: string) {
    super({
      status: 428,
      code: 'VERSION_REQUIRED',
      title: `Say which version of the ${of} was shown`,
      detail: `Send {"version": …} with \`${of}.version\` as GET /public/links/{token} gave it, or the same in If-Match.`,
    });
  }
}
