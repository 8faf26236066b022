import { paths } from '../paths.js';
import type { Session } from '../data/session.js';

/** The first page after signing in: a practitioner's own day, everybody else's schedule. */
export function landingOf({ roles }: Pick<Session, 'roles'>): string {
  return roles.includes('practitioner') ? paths.today() : paths.schedule();
}

/** `next`, where it is an address of the staff's screens; a foreign address never sends anybody on. */
export function wayOn(next: string | undefined, session: Pick<Session, 'roles'>): string {
  return next && /^\/(?![/\\])/.test(next) ? next : landingOf(session);
}
