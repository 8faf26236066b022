import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

/** A record's ETag is its version; a list has none, since its rows carry theirs. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body) => {
        if (typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number') {
          void reply.header('etag', `"${body.version}"`);
        }
        return body;
      }),
    );
  }
}
