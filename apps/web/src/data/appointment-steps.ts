import { type AppointmentAction, KEPT_STATUSES, LIVE_STATUSES, nextStatus, type Permission } from '@keel/contracts';
import type { Answer } from './client/problem.js';

type Appointment = Answer<'AppointmentDto'>;

/** What can be done to an appointment from its panel; `move` is no change of state, but is asked of the same table. */
export type AppointmentAct = AppointmentAction | 'move';
/** Why something cannot be done to an appointment as it stands; the words are in the panel's book. */
export type Obstacle = 'forbidden' | 'confirmed' | 'early' | 'begun' | 'gone' | 'notHere' | 'over' | 'kept' | 'documented' | 'paid';
/** The one thing to do next: it is the panel's primary button. */
export type NextStep = 'arrive' | 'start' | 'complete' | 'restore' | 'note' | 'invoice' | 'pay' | 'rebook';

type Can = (permission: Permission) => boolean;
type State = Pick<Appointment, 'status'>;
type Facts = Pick<Appointment, 'status' | 'documented' | 'invoiceStatus'>;

/** The patient came: the appointment is under way or over. */
export const hasCome = ({ status }: State): boolean => KEPT_STATUSES.includes(status);
/** The appointment holds its time: it is neither cancelled nor missed. */
export const isLive = ({ status }: State): boolean => LIVE_STATUSES.includes(status);
/** The appointment has not begun, so it can still be cancelled, moved or, from its time on, missed. */
export const isAhead = ({ status }: State): boolean => nextStatus(status, 'cancel') !== undefined;

/** Why `act` cannot be done to the appointment now, or undefined where it can. The API asks the same, and has the last word. */
export function obstacle(
  appointment: Facts & Pick<Appointment, 'start'>,
  act: AppointmentAct,
  can: Can,
  now = Date.now(),
): Obstacle | undefined {
  if (!can(act === 'move' ? 'appointment:book' : 'appointment:manage')) return 'forbidden';
  if (act === 'unarrive') return obstacleToUnarrive(appointment);
  if ((act === 'reopen' || act === 'leave_unseen') && nextStatus(appointment.status, act) && appointment.documented) return 'documented';
  // Until it begins, somebody may still come.
  if (act === 'no_show' && isAhead(appointment) && Date.parse(appointment.start) > now) return 'early';
  if (act === 'move' ? isAhead(appointment) : nextStatus(appointment.status, act)) return undefined;
  if (act === 'confirm' && isAhead(appointment)) return 'confirmed';
  if (act === 'restore') return 'kept';
  if (!isLive(appointment)) return 'gone';
  if (isAhead(appointment)) return 'notHere';
  return act === 'start' || act === 'complete' || act === 'leave_unseen' ? 'over' : 'begun';
}

function obstacleToUnarrive(appointment: Facts): Obstacle | undefined {
  if (appointment.documented) return 'documented';
  if (appointment.invoiceStatus === 'paid' || appointment.invoiceStatus === 'part_paid') return 'paid';
  if (nextStatus(appointment.status, 'unarrive')) return undefined;
  return isLive(appointment) ? (isAhead(appointment) ? 'notHere' : 'over') : 'gone';
}

/** What a state leads to, where somebody is to do it. */
const STEPS = ['arrive', 'start', 'complete', 'restore'] as const;

/**
 * The next step: first the appointment's own states, then what is left to write and to settle, and last the next appointment.
 * @param writes whether the person would write this appointment's note
 */
export function nextStep(appointment: Facts & Pick<Appointment, 'invoiceId' | 'paid'>, can: Can, writes: boolean): NextStep | undefined {
  const step = STEPS.find((one) => nextStatus(appointment.status, one));
  if (step && can('appointment:manage')) return step;
  if (hasCome(appointment)) {
    if (writes && !appointment.documented) return 'note';
    if (!appointment.invoiceId && can('invoice:write')) return 'invoice';
    if (appointment.invoiceId && !appointment.paid && can('payment:write')) return 'pay';
  }
  return !isAhead(appointment) && can('appointment:book') ? 'rebook' : undefined;
}
