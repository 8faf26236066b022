import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sqlState } from '../database/db.js';
import { lostConnection } from '../database/lost-connection.js';
import { Problem, type ProblemInit } from './problem.js';

const TITLES: Record<number, { code: string; title: string; detail: string }> = {
  400: { code: 'BAD_REQUEST', title: 'The request could not be read', detail: 'Send valid JSON with Content-Type: application/json.' },
  404: { code: 'NO_SUCH_ROUTE', title: 'No such address', detail: 'See /api/docs for the addresses and methods of this API.' },
  413: {
    code: 'TOO_LARGE',
    title: 'The request is too large',
    detail: 'Send less in one request: a body may hold 1 MB, and 16 KB where nobody has to be signed in.',
  },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', title: 'Unknown content type', detail: 'Send Content-Type: application/json.' },
  429: { code: 'RATE_LIMITED', title: 'Too many requests', detail: 'Wait for the seconds named in Retry-After and try again.' },
  503: { code: 'UNAVAILABLE', title: 'Not available right now', detail: 'Nothing was saved. Try again in a moment.' },
};
/** A database that was killed is back in about this time, and what took too long is over. */
const RETRY_AFTER = { 'retry-after': '5' };

/** The one place where an error becomes an answer; nothing of the inside (SQL, stack, values) leaves through it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error);
    this.log(problem, error, request.id);
    if (reply.sent) return;
    void reply
      .status(problem.status)
      .headers({ ...problem.headers, 'cache-control': 'no-store' })
      .type('application/problem+json')
      .send(problemDocument(problem, request.id));
  }

  /**
   * Being full, stopping or without a database for a moment is foreseen, and comes with every request for as long as it lasts: a
   * warning without a stack, so that an error in the log is a fault that somebody has to look at.
   */
  private log({ status, code, title }: ProblemInit, error: unknown, requestId: string): void {
    if (status < 500) return;
    const { stack, ...what } = describe(error);
    if (status === 503) this.logger.warn({ requestId, problem: code, error: what }, title);
    else this.logger.error({ requestId, problem: code, error: { ...what, stack } }, title);
  }
}

export function problemDocument(problem: ProblemInit, requestId: string): Record<string, unknown> {
  return {
    ...problem.extra,
    type: `https://keel.clinic/problems/${problem.code.toLowerCase().replaceAll('_', '-')}`,
    title: problem.title,
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
    requestId,
    ...(problem.errors ? { errors: problem.errors } : {}),
  };
}

/** PostgreSQL cannot store a NUL in a text: 22021 of a text, 22P05 of a JSON document. */
const UNSTORABLE: ProblemInit = {
  status: 400,
  code: 'INVALID',
  title: 'The request is not valid',
  detail: 'A text holds a NUL character, which cannot be stored. Take it out and send the request again.',
};

/** The connection broke in the middle: a commit may have gone through although its answer did not. */
const BROKEN_OFF: ProblemInit = {
  status: 503,
  code: 'UNAVAILABLE',
  title: 'Not available right now',
  detail: 'It is not known whether this was saved. Send it again with the same Idempotency-Key, which does nothing twice, or look first.',
  headers: RETRY_AFTER,
};

export function toProblem(error: unknown): ProblemInit {
  if (error instanceof Problem) return error.problem;
  if (lostConnection(error) === 'broken') return BROKEN_OFF;
  if (['22021', '22P05'].includes(sqlState(error) ?? '')) return UNSTORABLE;
  const status = statusOf(error);
  const known = TITLES[status];
  if (known) return { status, ...known, ...(status === 503 && { headers: RETRY_AFTER }) };
  if (status < 500)
    return { status, code: 'REFUSED', title: 'The request was refused', detail: 'See /api/docs for what this address takes.' };
  return {
    status: 500,
    code: 'INTERNAL',
    title: 'Something went wrong on our side',
    detail: 'Nothing was saved. Try again; if it stays, give support the requestId.',
  };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null) {
    // Fastify's own errors carry it.
    if ('statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  }
  return lostConnection(error) ? 503 : 500;
}

/** Names and places only: a driver's message may quote a patient's data. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const constraint = 'constraint' in error ? error.constraint : undefined;
  const stack = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12);
  return { type: error.name, code, constraint, stack };
}
