import { type Ctx, Problem } from '../platform/index.js';

export class PeopleOnlyError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'PEOPLE_ONLY',
      title: 'A program has no address, sessions, passwords or factors',
      detail: 'Sign in as a person to do this; a key is managed by /api/v1/api-keys.',
    });
  }
}

/** The signed-in person's login. @throws PeopleOnlyError */
export function personOf(ctx: Ctx): string {
  if (ctx.actor.type !== 'user') throw new PeopleOnlyError();
  return ctx.actor.id;
}
