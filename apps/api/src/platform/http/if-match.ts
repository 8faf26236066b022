import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@keel/contracts';
import type { FastifyRequest } from 'fastify';
import type { Ctx, Shown } from '../context/ctx.js';
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

/** Whoever may not read the record learns that there is another version, and which: to write is not to read. */
export class StaleVersionError extends Problem {
  constructor(version: number, sight?: { current: unknown; shows: Shown | undefined }) {
    super({
      status: 412,
      code: 'STALE_VERSION',
      title: 'Somebody changed this in the meantime',
      detail: sight
        ? 'Nothing was saved. Compare with `current`, then send your change again with its version in If-Match.'
        : 'Nothing was saved. Have somebody who may read this look at it, then send your change again with `version` in If-Match.',
      extra: sight ? { version, current: sight.current } : { version },
      headers: { etag: `"${version}"` },
      shows: sight?.shows,
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

/** What is there now, and any one of the permissions by which it is read. */
export interface Sight<T extends { version: number }> {
  current: T;
  readBy: Permission | readonly Permission[];
  shows: Shown | typeof NOT_PERSONAL;
}

/**
 * To be asked in the transaction that changes the record: only there is the look at it written down, when it is refused.
 *
 * @throws StaleVersionError where the caller saw another version; it carries the current record for who may read it.
 */
export function assertVersion<T extends { version: number }>(ctx: Ctx, ifMatch: IfMatchValue, { current, readBy, shows }: Sight<T>): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === current.version) return;
  const reads = [readBy].flat().some((permission) => ctx.permissions.has(permission));
  throw new StaleVersionError(current.version, reads ? { current, shows: shows === NOT_PERSONAL ? undefined : shows } : undefined);
}
