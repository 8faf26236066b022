import { Injectable } from '@nestjs/common';
import { Problem } from '../problems/problem.js';
import type { Ctx, Idempotency, Shown, TxCtx } from '../context/ctx.js';
import { Crypto } from '../crypto/crypto.js';
import { auditOf } from '../database/access.js';
import { sent } from '../database/prepared.js';

export class IdempotencyConflictError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'IDEMPOTENCY_KEY_IN_USE',
      title: 'The first request with this key is still running',
      detail: 'Wait a moment and send the same request with the same Idempotency-Key again: you will get its answer.',
    });
  }
}

export class IdempotencyMismatchError extends Problem {
  constructor() {
    super({
      status: 422,
      code: 'IDEMPOTENCY_KEY_REUSED',
      title: 'This Idempotency-Key belongs to another request',
      detail: 'A key stands for one request. Use a new key for this one.',
    });
  }
}

export class ShownOnceError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'SHOWN_ONCE',
      title: 'This was done by the first request, and its answer is shown once',
      detail: 'If the answer was lost, revoke what was made and make another with a new Idempotency-Key: the secret is not kept.',
    });
  }
}

interface StoredAnswer {
  fingerprint: Buffer;
  answer: Buffer;
  /** Whose records the answer shows: a repeat is a look at them. */
  shows: Shown[];
}

/** For what answers with a secret: a repeat of the request does nothing and shows it no more. */
export function shownOnce(ctx: Ctx): Ctx {
  return { ...ctx, idempotency: ctx.idempotency && { ...ctx.idempotency, shownOnce: true } };
}

/**
 * Answers of writes by Idempotency-Key and actor, stored in the business transaction: either both are there or neither.
 * Only successes are kept, so a refused request may be mended and sent again.
 */
@Injectable()
export class IdempotencyStore {
  constructor(private readonly crypto: Crypto) {}

  async once<T>(ctx: TxCtx, idempotency: Idempotency, work: () => Promise<T>): Promise<T> {
    const row = [ctx.clinicId, `${ctx.actor.type}:${ctx.actor.id}`, idempotency.key] as const;
    const [lock] = await ctx.tx.query<{ free: boolean }[]>('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 7)) AS free', [
      row.join('|'),
    ]);
    if (!lock?.free) throw new IdempotencyConflictError();
    const [stored] = await ctx.tx.query<StoredAnswer[]>(
      'SELECT fingerprint, answer, shows FROM idempotency WHERE clinic_id = $1 AND actor = $2 AND key = $3',
      [...row],
    );
    const place = { table: 'idempotency', column: 'answer', id: `${row[1]}|${row[2]}`, patientId: null };
    const fingerprint = Buffer.from(idempotency.fingerprint, 'hex');
    if (stored) {
      if (!stored.fingerprint.equals(fingerprint)) throw new IdempotencyMismatchError();
      if (idempotency.shownOnce) throw new ShownOnceError();
      const look = auditOf(ctx, stored.shows);
      if (look) sent(ctx, look.text, look.values);
      return JSON.parse(await this.crypto.open(ctx, place, stored.answer)) as T;
    }
    const answer = await work();
    const sealed = await this.crypto.seal(ctx, place, JSON.stringify(idempotency.shownOnce ? null : (answer ?? null)));
    await ctx.tx.query('INSERT INTO idempotency (clinic_id, actor, key, fingerprint, answer, shows) VALUES ($1, $2, $3, $4, $5, $6)', [
      ...row,
      fingerprint,
      sealed,
      JSON.stringify([...ctx.looked, ...ctx.changed]),
    ]);
    return answer;
  }
}
