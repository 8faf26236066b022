import { SetMetadata } from '@nestjs/common';
import { Problem } from '../problems/problem.js';

export const OPEN_BEFORE_ENROLMENT = 'keel:open-before-enrolment';

/** Also for a person whose clinic demands a second factor that they have not added yet. */
export const OpenBeforeEnrolment = () => SetMetadata(OPEN_BEFORE_ENROLMENT, true);

export class FactorRequiredError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'FACTOR_REQUIRED',
      title: 'Your clinic asks for a second factor',
      detail: 'Add an authenticator app or a passkey by POST /api/v1/session/factors; everything else opens as soon as it is confirmed.',
    });
  }
}
