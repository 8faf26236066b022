import type { Schemas } from '@keel/api-client';

/** What the API answers with, by name. */
export type Answer<Name extends keyof Schemas> = Schemas[Name];

/** A refusal by the API; `code` is stable and chooses the words. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly requestId: string | undefined,
    readonly retryAfterSeconds: number | undefined,
    /** The whole problem document: `errors` by field, `alternatives` of a taken time, `current` of a stale record. */
    readonly body: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

/** No answer at all: the network is away, or the server is. */
export class UnreachableError extends Error {}

/** Nothing is there by that name, or nothing any more. */
export const isMissing = (error: unknown): boolean => error instanceof ApiProblem && error.status === 404;

/** Somebody was quicker: a change was made on a version that is no longer the newest. */
export const isStale = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'STALE_VERSION';

/** The record as it stands, which comes with such a refusal; always the same object of one refusal. */
export const newestIn = (error: unknown): unknown => (isStale(error) && error instanceof ApiProblem ? error.body['current'] : undefined);
