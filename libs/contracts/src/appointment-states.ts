/** The states of an appointment, after Jane's; `pending` waits for staff to approve an online request. */
export const APPOINTMENT_STATUSES = [
  'pending',
  'booked',
  'confirmed',
  'arrived',
  'in_session',
  'completed',
  'declined',
  'cancelled',
  'late_cancelled',
  'no_show',
  'left_unseen',
] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

/** The imperative sub-resources of an appointment that change its state. */
export const APPOINTMENT_ACTIONS = [
  'approve',
  'decline',
  'confirm',
  'arrive',
  'unarrive',
  'start',
  'complete',
  'reopen',
  'cancel',
  'no_show',
  'leave_unseen',
  'restore',
] as const;
export type AppointmentAction = (typeof APPOINTMENT_ACTIONS)[number];

/**
 * The one transition table: the API, the screens and the tests read it. `late_cancelled` is what `cancel` becomes when the
 * patient cancels inside the clinic's notice period; `restore` and `unarrive` go back to `booked`, `reopen` to `arrived`. So a
 * slip is final nowhere but at `declined`: that was told to somebody who asked.
 */
export const APPOINTMENT_TRANSITIONS: Readonly<Record<AppointmentStatus, Readonly<Partial<Record<AppointmentAction, AppointmentStatus>>>>> =
  {
    pending: { approve: 'booked', decline: 'declined', cancel: 'cancelled' },
    booked: { confirm: 'confirmed', arrive: 'arrived', cancel: 'cancelled', no_show: 'no_show' },
    confirmed: { arrive: 'arrived', cancel: 'cancelled', no_show: 'no_show' },
    arrived: { unarrive: 'booked', start: 'in_session', complete: 'completed', leave_unseen: 'left_unseen' },
    in_session: { complete: 'completed', leave_unseen: 'left_unseen' },
    completed: { reopen: 'arrived' },
    declined: {},
    cancelled: { restore: 'booked' },
    late_cancelled: { restore: 'booked' },
    no_show: { restore: 'booked' },
    left_unseen: { restore: 'booked' },
  };

/** States in which an appointment holds its practitioner's time, room and devices. */
export const LIVE_STATUSES: readonly AppointmentStatus[] = ['pending', 'booked', 'confirmed', 'arrived', 'in_session', 'completed'];

/**
 * States of an appointment that is still to come: who is expected can arrive, or be approved first. Until then it can be moved; one
 * that has begun, or ended, is where it was.
 */
export const EXPECTED_STATUSES: readonly AppointmentStatus[] = ['pending', 'booked', 'confirmed'];

/** States of an appointment to which the patient came: one who has none before is new. */
export const KEPT_STATUSES: readonly AppointmentStatus[] = ['arrived', 'in_session', 'completed'];

/** States of an appointment that somebody called off before it took place. */
export const CALLED_OFF_STATUSES: readonly AppointmentStatus[] = ['cancelled', 'late_cancelled', 'declined'];

/** States of an appointment that can be invoiced: the patient is or was there. */
export const INVOICEABLE_STATUSES: readonly AppointmentStatus[] = ['arrived', 'in_session', 'completed'];

/** The state that `action` leads to from `status`, or undefined where it may not be done. */
export function nextStatus(status: AppointmentStatus, action: AppointmentAction): AppointmentStatus | undefined {
  return APPOINTMENT_TRANSITIONS[status][action];
}

/** What is done, in order, until the patient of an appointment that is not kept has arrived; undefined where nothing leads there. */
export function stepsToArrive(status: AppointmentStatus): readonly AppointmentAction[] | undefined {
  const first = (['arrive', 'restore', 'approve'] as const).find((action) => nextStatus(status, action));
  return first && (first === 'arrive' ? [first] : [first, 'arrive']);
}
