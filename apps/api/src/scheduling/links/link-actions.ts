import { type AppointmentStatus, APPOINTMENT_TRANSITIONS } from '@keel/contracts';

/** What a patient may do behind a link; the page draws a button for each. */
export const LINK_ACTIONS = ['confirm', 'cancel'] as const;
export type LinkAction = (typeof LINK_ACTIONS)[number];

/**
 * What the appointment's state and the clock allow: once it has begun, nothing. Where staff have confirmed what nobody has told the patient,
 * their own yes still says that they know of it.
 */
export function linkActions({ status, untold }: { status: AppointmentStatus; untold: boolean }, start: Date, at: Date): LinkAction[] {
  if (at >= start) return [];
  const again = (action: LinkAction) => action === 'confirm' && status === 'confirmed' && untold;
  return LINK_ACTIONS.filter((action) => APPOINTMENT_TRANSITIONS[status][action] !== undefined || again(action));
}

function isDone(action: LinkAction, status: AppointmentStatus): boolean {
  return action === 'confirm' ? status === 'confirmed' : status === 'cancelled' || status === 'late_cancelled';
}

/**
 * Whether a press of a button is a second one, which finds its work done and nothing changed that was `stillShown`. The first may have been
 * somebody else's, so it is an answer all the same.
 */
export function isRepeat(action: LinkAction, { status }: { status: AppointmentStatus }, stillShown: boolean): boolean {
  return stillShown && isDone(action, status);
}
