import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Shown } from '../context/ctx.js';
import { NOT_PERSONAL } from '../database/access.js';
import { Problem } from '../problems/problem.js';

/** A version the caller has seen, `*` from a program that means it, or nothing where the route does not ask. */
export type IfMatchValue = number | '*' | undefined;

export class IfMatchMissingError extends Problem {
  constructor() {
    super({
      status: 428,
      code: 'IF_MATCH_REQUIRED',
      title: 'Say which version you change',
      detail: 'Send If-Match with the ETag of the record as you read it, or * to overwrite whatever is there.',
    });
  }
}

export class StaleVersionError extends Problem {
  constructor(current: unknown, shows: Shown | undefined) {
    super({
      status: 412,
      code: 'STALE_VERSION',
      title: 'Somebody changed this in the meantime',
      detail: 'Nothing was saved. Compare with `current`, then send your change again with its version in If-Match.',
      extra: { current },
      shows,
    });
  }
}

/** @throws Problem 400 where the header is not an ETag of ours. */
export function parseIfMatch(header: string | undefined): IfMatchValue {
  if (header === undefined || header.trim() === '') return undefined;
  if (header.trim() === '*') return '*';
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim());
  if (match) return Number(match[1]);
  throw new Problem({
    status: 400,
    code: 'INVALID_IF_MATCH',
    title: 'If-Match is not an ETag',
    detail: 'Send the ETag header of the record as you got it, for example "3", or *.',
  });
}

export const IfMatch = createParamDecorator((_data: unknown, execution: ExecutionContext): IfMatchValue => {
  const value = parseIfMatch(execution.switchToHttp().getRequest<FastifyRequest>().headers['if-match']);
  if (value === undefined) throw new IfMatchMissingError();
  return value;
});

export const OptionalIfMatch = createParamDecorator((_data: unknown, execution: ExecutionContext): IfMatchValue =>
  parseIfMatch(execution.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/**
 * To be asked in the transaction that changes the record: only there is the look at it written down, when it is refused.
 *
 * @throws StaleVersionError carrying the current record, where the caller saw another version.
 */
export function assertVersion(ifMatch: IfMatchValue, currentVersion: number, current: unknown, shows: Shown | typeof NOT_PERSONAL): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === currentVersion) return;
  throw new StaleVersionError(current, shows === NOT_PERSONAL ? undefined : shows);
}
