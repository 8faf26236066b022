import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { InvalidProblem } from '../problems/problem.js';

/** Nest's own number for `@Body()` in what it keeps of a handler's parameters. */
const BODY_PARAMETER = /^3:/;

/** An action that takes no body refuses fields too: whoever sends them believes that they do something. */
@Injectable()
export class UnexpectedBodyInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const { body } = execution.switchToHttp().getRequest<FastifyRequest>();
    if (typeof body === 'object' && body !== null && !takesBody(execution)) {
      const fields = Object.keys(body);
      if (fields.length > 0) {
        throw new InvalidProblem(fields.map((field) => ({ pointer: `/${field}`, detail: 'This action takes no fields; leave it out.' })));
      }
    }
    return next.handle();
  }
}

function takesBody(execution: ExecutionContext): boolean {
  const parameters: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, execution.getClass(), execution.getHandler().name);
  return Object.keys(parameters ?? {}).some((key) => BODY_PARAMETER.test(key));
}
