import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { Problem } from '../problems/problem.js';

export class ForeignOriginError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'FOREIGN_ORIGIN',
      title: 'This request comes from another site',
      detail: 'Open Keel at its own address. Programs use an API key and send no Origin header.',
    });
  }
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser names where a request comes from; a program names nothing and passes. `localhost` and `127.0.0.1` are both
 * ours outside production.
 *
 * @throws ForeignOriginError
 */
export function assertOwnOrigin(request: FastifyRequest, config: Pick<Config, 'publicUrl' | 'env'>): void {
  if (SAFE_METHODS.has(request.method)) return;
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new ForeignOriginError();
  const origin = request.headers.origin;
  if (origin !== undefined && !ownOrigins(config).has(origin)) throw new ForeignOriginError();
}

/** Where Keel's own pages come from. */
export function ownOrigins(config: Pick<Config, 'publicUrl' | 'env'>): Set<string> {
  const own = new URL(config.publicUrl);
  const origins = new Set([own.origin]);
  if (config.env !== 'production') {
    for (const host of ['localhost', '127.0.0.1']) origins.add(`http://${host}${own.port ? `:${own.port}` : ''}`);
  }
  return origins;
}
