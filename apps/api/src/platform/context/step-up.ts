import { SetMetadata } from '@nestjs/common';
import { Problem } from '../problems/problem.js';
import type { Ctx } from './ctx.js';

export const NEEDS_STEP_UP = 'keel:needs-step-up';

/** How long after proving who they are a person may do what a stolen session must not. */
export const STEP_UP_MINUTES = 10;

/**
 * A session that is left open or stolen opens this route only for a few minutes after its person has signed in or stepped
 * up. Programs are not asked: nobody sits before them.
 */
export const NeedsStepUp = () => SetMetadata(NEEDS_STEP_UP, true);

export class StepUpRequiredError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'STEP_UP_REQUIRED',
      title: 'Show once more that it is you',
      detail: `This asks for a sign-in within the last ${STEP_UP_MINUTES} minutes: send POST /api/v1/session/step-up, then the same request again.`,
    });
  }
}

/** @throws StepUpRequiredError */
export function assertSteppedUp(ctx: Pick<Ctx, 'actor' | 'steppedUp'>): void {
  if (ctx.actor.type === 'user' && ctx.steppedUp !== true) throw new StepUpRequiredError();
}
