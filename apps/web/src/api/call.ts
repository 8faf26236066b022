/** A refusal by the API; `code` is stable and chooses the words. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly requestId: string | undefined,
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(code);
  }
}

/** No answer at all: the network is away, or the server is. */
export class UnreachableError extends Error {}

/**
 * Calls the API of the same origin, with the session's cookie.
 *
 * @throws ApiProblem where it refuses, UnreachableError where it does not answer.
 */
export async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<T> {
  const init: RequestInit = { method, credentials: 'same-origin', headers: { accept: 'application/json' } };
  if (body) Object.assign(init, { body: JSON.stringify(body), headers: { accept: 'application/json', 'content-type': 'application/json' } });
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new UnreachableError();
  }
  const answer: unknown = response.headers.get('content-type')?.includes('json') ? await response.json() : undefined;
  if (response.ok) return answer as T;
  throw toProblem(response, answer);
}

function toProblem(response: Response, answer: unknown): ApiProblem {
  const problem = (typeof answer === 'object' && answer !== null ? answer : {}) as { code?: unknown; requestId?: unknown };
  const retryAfter = Number(response.headers.get('retry-after'));
  return new ApiProblem(
    response.status,
    typeof problem.code === 'string' ? problem.code : 'UNKNOWN',
    typeof problem.requestId === 'string' ? problem.requestId : undefined,
    retryAfter > 0 ? retryAfter : undefined,
  );
}
