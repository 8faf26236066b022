import type { Channel } from '@keel/contracts';
import { sent, type TxCtx } from '../../platform/index.js';

/** One lock for each number or address of a clinic: opt-outs have no row to lock before there is one. */
const KEY = "hashtextextended('suppression' || $1::text || $2::text || $3::text, 0)";

/** For whoever opts out or in: once it is committed, nothing more begins to leave to there. */
export function takeAddress(ctx: TxCtx, channel: Channel, address: string): void {
  sent(ctx, `SELECT pg_advisory_xact_lock(${KEY})`, [ctx.clinicId, channel, address]);
}

/** For whoever is about to write to it: what was said about it holds until the transaction ends. */
export function keepAddress(ctx: TxCtx, channel: Channel, address: string): void {
  sent(ctx, `SELECT pg_advisory_xact_lock_shared(${KEY})`, [ctx.clinicId, channel, address]);
}
