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
 * Who gave the appointment, after a change of its place. Whoever gives it to another practitioner gave it; so did the practitioner, or
 * somebody whose word counts as theirs (`ownWord`), where they choose its time or bring it back. Anybody else who moves it vouches for
 * nothing: the giver stays who it was.
 */
export function givenAnew(ctx: Ctx, ownWord: boolean, from: Place | null, to: Place): Partial<Pick<Appointment, keyof Giver>> {
  if (from && from.practitionerId !== to.practitionerId) return givenBy(ctx);
  const stays = from !== null && new Date(from.start).getTime() === new Date(to.start).getTime();
  return !stays && ownWord ? givenBy(ctx) : {};
}
