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
    const [id = ''] = await this.addAll(ctx, type, [payload]);
    return id;
  }

  /** The same of many at once: one statement, however many there are. @returns their ids, in this order */
  async addAll<T extends EventType>(ctx: TxCtx, type: T, payloads: readonly EventMap[T][]): Promise<string[]> {
    if (payloads.length === 0) return [];
    const ids = payloads.map(newId);
    const rows = payloads.map((payload) => JSON.stringify(payload));
    sent(ctx, INSERT, [ctx.clinicId, ids, type, EVENTS[type].version, rows, now(ctx)]);
    ctx.afterCommit.push(() => this.bell.ring());
    return ids;
  }
}

const INSERT = `
  INSERT INTO outbox (clinic_id, id, type, version, payload, occurred_at)
  SELECT $1, e.id, $3, $4, e.payload::jsonb, $6 FROM unnest($2::uuid[], $5::text[]) AS e (id, payload)`;
