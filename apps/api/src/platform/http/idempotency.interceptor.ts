import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Problem } from '../problems/problem.js';

const NEEDS_KEY = 'keel:needs-idempotency-key';
const MAX_LENGTH = 200;

/** For routes that move money: without a key, a repeat after a lost answer could charge twice. */
export const RequireIdempotencyKey = () => SetMetadata(NEEDS_KEY, true);

export class IdempotencyKeyError extends Problem {
  constructor(detail: string) {
    super({ status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED', title: 'Send an Idempotency-Key', detail });
  }
}

/** Puts the key and a fingerprint of the request into the context; `Db.tx` does the rest. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(execution: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || key === '') {
      if (this.reflector.get<boolean | undefined>(NEEDS_KEY, execution.getHandler())) {
        throw new IdempotencyKeyError('This moves money: send a header Idempotency-Key with a new UUID, and the same one when you retry.');
      }
      return next.handle();
    }
    if (typeof key !== 'string' || key.length > MAX_LENGTH) {
      throw new IdempotencyKeyError(`An Idempotency-Key is one text of at most ${MAX_LENGTH} characters; a UUID is best.`);
    }
    if (request.ctx && request.method !== 'GET' && request.method !== 'HEAD') {
      request.ctx = { ...request.ctx, idempotency: { key, fingerprint: fingerprint(request), used: false } };
    }
    return next.handle();
  }
}

function fingerprint(request: FastifyRequest): string {
  const body = JSON.stringify(request.body ?? null);
  return createHash('sha256').update(`${request.method} ${request.url}\n${body}`).digest('hex');
}
