import { type Ctx, loginBehind, now } from '../../platform/index.js';
import type { Appointment } from './appointment.entity.js';

interface Place {
  practitionerId: string;
  /** RFC 3339, or an instant. */
  start: string | Date;
}

export interface Giver {
  placedBy: string | null;
  placedAt: Date;
}

/** Whoever acts gives the appointment to its practitioner. */
export const givenBy = (ctx: Ctx): Giver => ({ placedBy: loginBehind(ctx), placedAt: now(ctx) });

/**
 * Who gave the appointment, after a change of its place: whoever gives it to another practitioner, and the practitioner themself, or
 * whose word is theirs (`ownWord`), where they choose its time or bring it back. Others who move it vouch for nothing: it stays
 * whose it was.
 */
export function givenAnew(ctx: Ctx, ownWord: boolean, from: Place | null, to: Place): Partial<Pick<Appointment, keyof Giver>> {
  if (from && from.practitionerId !== to.practitionerId) return givenBy(ctx);
  const stays = from !== null && new Date(from.start).getTime() === new Date(to.start).getTime();
  return !stays && ownWord ? givenBy(ctx) : {};
}
