import { keelClient, type paths } from '@keel/api-client';
import { callApi } from './fetch.js';
import { ApiProblem, UnreachableError } from './problem.js';

/** The REST API, as its own description types it; only the files of data/ call it, each route in one place. */
export const api = keelClient({ fetch: callApi });

/** What a list of the API may be asked for. */
export type Asked<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Query } } }
  ? NonNullable<Query>
  : never;

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

/** The header by which a change says which version it was made on; `*` would overwrite whatever came between. */
export const ifMatch = ({ version }: { version: number }) => ({ 'If-Match': `"${version}"` });

/** All that a list holds, read page after page. */
export async function everyPage<T>(read: (cursor: { cursor?: string }) => Promise<{ data: T[]; nextCursor: string | null }>): Promise<T[]> {
  const all: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: { data: T[]; nextCursor: string | null } = await read(cursor ? { cursor } : {});
    all.push(...page.data);
    cursor = page.nextCursor;
  }
  return all;
}

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
