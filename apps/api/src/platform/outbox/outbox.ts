import { EVENTS, type EventMap, type EventType } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { newId, now, type TxCtx } from '../context/ctx.js';
import { sent } from '../database/prepared.js';
import { OutboxBell } from './outbox-bell.js';

/** Events are rows of the transaction that caused them: published if and only if it commits. */
@Injectable()
export class Outbox {
  constructor(private readonly bell: OutboxBell) {}

  /** @returns the event's id. Payloads hold ids and scalars: never a name, never a word of a note. */
  async add<T extends EventType>(ctx: TxCtx, type: T, payload: EventMap[T]): Promise<string> {
    const id = newId();
    sent(ctx, 'INSERT INTO outbox (clinic_id, id, type, version, payload, occurred_at) VALUES ($1, $2, $3, $4, $5, $6)', [
      ctx.clinicId,
      id,
      type,
      EVENTS[type].version,
      JSON.stringify(payload),
      now(ctx),
    ]);
    ctx.afterCommit.push(() => this.bell.ring());
    return id;
  }
}
