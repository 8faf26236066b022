import { HttpException } from '@nestjs/common';
import type { Permission } from '@keel/contracts';
import type { Shown } from '../context/ctx.js';

export interface FieldFault {
  /** JSON pointer into the request body, e.g. `/price/amount`. */
  pointer: string;
  detail: string;
}

export interface ProblemInit {
  status: number;
  /** Stable, SCREAMING_SNAKE; programs branch on it. */
  code: string;
  title: string;
  /** What happened and what to do next, for a person. */
  detail: string;
  errors?: FieldFault[];
  /** Further members of the answer, such as `alternatives` or `current`. */
  extra?: Record<string, unknown>;
  headers?: Record<string, string>;
  /** Whose record `extra` shows; written down before the answer leaves. Not part of it. */
  shows?: Shown | undefined;
}

/** Every refusal of the API: one subclass per error, rendered as RFC 9457 by the one filter. */
export class Problem extends HttpException {
  constructor(readonly problem: ProblemInit) {
    super(problem.title, problem.status);
  }
}

/** Says nothing about why: an id of another clinic and an id that never was look the same. */
export class NotFoundProblem extends Problem {
  constructor(noun: string) {
    super({
      status: 404,
      code: 'NOT_FOUND',
      title: `No such ${noun}`,
      detail: `There is no ${noun} with this id in your clinic. Check the id, or list to find it.`,
    });
  }
}

export class UnauthenticatedProblem extends Problem {
  constructor() {
    super({
      status: 401,
      code: 'UNAUTHENTICATED',
      title: 'Not signed in',
      detail: 'Sign in by POST /api/v1/session, or send Authorization: Bearer with an API key.',
      headers: { 'www-authenticate': 'Bearer realm="keel"' },
    });
  }
}

export class ForbiddenProblem extends Problem {
  constructor(anyOf: readonly Permission[]) {
    super({
      status: 403,
      code: 'FORBIDDEN',
      title: 'Not allowed',
      detail: `This needs the permission ${anyOf.join(' or ')}. Ask an owner or administrator of the clinic for it.`,
    });
  }
}

/** What a program may never do: it has no address, password or factor, and a key could outlive, or outgrow, the person who made it. */
export class PersonOnlyProblem extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'PERSON_ONLY',
      title: 'Only a person can do this',
      detail: 'A key cannot. Sign in as a person who may, and do it there.',
    });
  }
}

/** For rules that the shape of a body cannot express; names the field where there is one. */
export class InvalidProblem extends Problem {
  constructor(errors: FieldFault[], detail = 'Correct the fields named in errors and send the request again.') {
    const more = errors.length - MOST_FAULTS;
    super({
      status: 400,
      code: 'INVALID',
      title: 'The request is not valid',
      detail: more > 0 ? `${detail} These are the first ${MOST_FAULTS}; ${more} more follow.` : detail,
      errors: errors.slice(0, MOST_FAULTS),
    });
  }
}

/** More than a person mends in one go. */
const MOST_FAULTS = 50;
