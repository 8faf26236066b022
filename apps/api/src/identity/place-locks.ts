import { sent, type TxCtx } from '../platform/index.js';

// A clinic and its locations say together where something is, so whoever needs both as they are locks them in one order: the
// clinic, then locations by their ids. Under `NO KEY UPDATE` of the clinic rows that merely belong to it are still written.

/** Keeps what the clinic says of itself as it is, together with others who only need it unchanged. */
export function holdClinic(ctx: TxCtx): void {
  sent(ctx, 'SELECT 1 FROM clinic WHERE id = $1 FOR SHARE', [ctx.clinicId]);
}

/** Keeps clinic and location as they are: what is read of them from now on is all from before a correction, or all from after it. */
export function holdPlace(ctx: TxCtx, locationId: string): void {
  holdClinic(ctx);
  sent(ctx, 'SELECT 1 FROM location WHERE id = $1 FOR SHARE', [locationId]);
}

/** For a correction of the clinic: waits for everybody who holds it as it is. */
export function takeClinic(ctx: TxCtx): void {
  sent(ctx, 'SELECT 1 FROM clinic WHERE id = $1 FOR NO KEY UPDATE', [ctx.clinicId]);
}

/** For a correction of a location, or of every one: also waits for whoever is writing something there. */
export function takePlaces(ctx: TxCtx, locationId?: string): void {
  takeClinic(ctx);
  sent(ctx, 'SELECT 1 FROM location WHERE $1::uuid IS NULL OR id = $1 ORDER BY id FOR UPDATE', [locationId ?? null]);
}
