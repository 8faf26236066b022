import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { type Ctx, loginBehind } from './ctx.js';

/**
 * Windows of a browser share its session, and one of them may take it to another clinic. A screen therefore says whose it is with
 * every call; a program says nothing and passes.
 */
const CLINIC = 'x-keel-clinic';
const PERSON = 'x-keel-person';

export class OtherClinicError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'OTHER_CLINIC',
      title: 'You are signed in to another clinic than the one on your screen',
      detail:
        'Nothing was read or changed. Sign in again and choose the clinic of the screen, or reload the page and go on in the other one.',
    });
  }
}

export class OtherPersonError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'OTHER_PERSON',
      title: 'Somebody else is signed in than the person on your screen',
      detail: 'Nothing was read or changed. Sign in again as the person of the screen, or reload the page and go on as the other one.',
    });
  }
}

/** What a screen says of itself, as it came; absent where it does not say. */
interface Shown {
  clinicId?: unknown;
  userId?: unknown;
}

export const shownBy = ({ headers }: FastifyRequest): Shown => ({ clinicId: headers[CLINIC], userId: headers[PERSON] });

/** @throws OtherPersonError, OtherClinicError */
export function assertShown(ctx: Ctx, { clinicId, userId }: Shown): void {
  if (userId !== undefined && userId !== loginBehind(ctx)) throw new OtherPersonError();
  if (clinicId !== undefined && clinicId !== ctx.clinicId) throw new OtherClinicError();
}
