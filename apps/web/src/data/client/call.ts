import { keelClient, type Schemas } from '@keel/api-client';
import { callApi } from './fetch.js';

/** The REST API, as its own description types it. */
export const api = keelClient({ fetch: callApi });

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

/**
 * The body of an answer.
 *
 * @throws ApiProblem where the API refuses, UnreachableError where it does not answer.
 */
export async function answered<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch(() => {
    throw new UnreachableError();
  });
  if (response.ok) return data as T;
  throw toProblem(response, error);
}

/** Nothing is there by that name, or nothing any more. */
export const isMissing = (error: unknown): boolean => error instanceof ApiProblem && error.status === 404;

/** The header by which a change says which version it was made on; `*` would overwrite whatever came between. */
export const ifMatch = ({ version }: { version: number }) => ({ 'If-Match': `"${version}"` });

function toProblem(response: Response, body: unknown): ApiProblem {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const retryAfter = Number(response.headers.get('retry-after'));
  return new ApiProblem(
    response.status,
    typeof problem['code'] === 'string' ? problem['code'] : 'UNKNOWN',
    typeof problem['requestId'] === 'string' ? problem['requestId'] : undefined,
    retryAfter > 0 ? retryAfter : undefined,
    problem,
  );
}
