import { type AppointmentAction, KEPT_STATUSES, LIVE_STATUSES, nextStatus, type Permission } from '@keel/contracts';
import type { Visit } from './visit.queries.js';

/** What can be done to a visit from its panel; `move` is no change of state, but is asked of the same table. */
export type VisitAct = AppointmentAction | 'move';
/** Why something cannot be done to a visit as it stands; the words are in the panel's book. */
export type Obstacle = 'forbidden' | 'confirmed' | 'early' | 'begun' | 'gone' | 'notHere' | 'over' | 'kept' | 'documented' | 'paid';
/** The one thing to do next: it is the panel's primary button. */
export type NextStep = 'arrive' | 'start' | 'complete' | 'restore' | 'note' | 'invoice' | 'pay' | 'rebook';

type Can = (permission: Permission) => boolean;
type State = Pick<Visit, 'status'>;
type Facts = Pick<Visit, 'status' | 'documented' | 'invoiceStatus'>;

/** The patient came: the visit is under way or over. */
export const hasCome = ({ status }: State): boolean => KEPT_STATUSES.includes(status);
/** The visit holds its time: it is neither cancelled nor missed. */
export const isLive = ({ status }: State): boolean => LIVE_STATUSES.includes(status);
/** The visit has not begun, so it can still be cancelled, moved or, from its time on, missed. */
export const isAhead = ({ status }: State): boolean => nextStatus(status, 'cancel') !== undefined;

/** Why `act` cannot be done to the visit now, or undefined where it can. The API asks the same, and has the last word. */
export function obstacle(visit: Facts & Pick<Visit, 'start'>, act: VisitAct, can: Can, now = Date.now()): Obstacle | undefined {
  if (!can(act === 'move' ? 'appointment:book' : 'appointment:manage')) return 'forbidden';
  if (act === 'unarrive') return obstacleToUnarrive(visit);
  if ((act === 'reopen' || act === 'leave_unseen') && nextStatus(visit.status, act) && visit.documented) return 'documented';
  // Until it begins, somebody may still come.
  if (act === 'no_show' && isAhead(visit) && Date.parse(visit.start) > now) return 'early';
  if (act === 'move' ? isAhead(visit) : nextStatus(visit.status, act)) return undefined;
  if (act === 'confirm' && isAhead(visit)) return 'confirmed';
  if (act === 'restore') return 'kept';
  if (!isLive(visit)) return 'gone';
  if (isAhead(visit)) return 'notHere';
  return act === 'start' || act === 'complete' || act === 'leave_unseen' ? 'over' : 'begun';
}

function obstacleToUnarrive(visit: Facts): Obstacle | undefined {
  if (visit.documented) return 'documented';
  if (visit.invoiceStatus === 'paid' || visit.invoiceStatus === 'part_paid') return 'paid';
  if (nextStatus(visit.status, 'unarrive')) return undefined;
  return isLive(visit) ? (isAhead(visit) ? 'notHere' : 'over') : 'gone';
}

/** What a state leads to, where somebody is to do it. */
const STEPS = ['arrive', 'start', 'complete', 'restore'] as const;

/**
 * The next step: first the visit's own states, then what is left to write and to settle, and last the next visit.
 * @param writes whether the person would write this visit's note
 */
export function nextStep(visit: Facts & Pick<Visit, 'invoiceId' | 'paid'>, can: Can, writes: boolean): NextStep | undefined {
  const step = STEPS.find((one) => nextStatus(visit.status, one));
  if (step && can('appointment:manage')) return step;
  if (hasCome(visit)) {
    if (writes && !visit.documented) return 'note';
    if (!visit.invoiceId && can('invoice:write')) return 'invoice';
    if (visit.invoiceId && !visit.paid && can('payment:write')) return 'pay';
  }
  return !isAhead(visit) && can('appointment:book') ? 'rebook' : undefined;
}
