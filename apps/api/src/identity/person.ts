import { type Ctx, PersonOnlyProblem } from '../platform/index.js';

/** The signed-in person's login. @throws PersonOnlyProblem */
export function personOf(ctx: Ctx): string {
  if (ctx.actor.type !== 'user') throw new PersonOnlyProblem();
  return ctx.actor.id;
}
