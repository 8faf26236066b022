import type { FastifyReply } from 'fastify';

/** Tells when the caller of a request is gone before its answer, so that work which nobody waits for is not begun. */
export function hungUp({ raw }: Pick<FastifyReply, 'raw'>): AbortSignal {
  if (raw.destroyed) return AbortSignal.abort();
  const gone = new AbortController();
  raw.once('close', () => gone.abort());
  return gone.signal;
}
