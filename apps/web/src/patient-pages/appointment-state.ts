import type { AppointmentStatus, CancelledBy } from '@keel/contracts';

export type AppointmentState = 'Upcoming' | 'Confirmed' | 'Cancelled' | 'CalledOff' | 'Off' | 'Declined' | 'Past';

interface Facts {
  status: AppointmentStatus;
  cancelledBy: CancelledBy | null;
}

/** What a patient is told about their appointment; `actions` is what the API lets them do with it now. */
export function appointmentState({ status, cancelledBy }: Facts, actions: readonly string[]): AppointmentState {
  if (status === 'declined') return 'Declined';
  if (status === 'cancelled' || status === 'late_cancelled') {
    if (cancelledBy === 'clinic') return 'CalledOff';
    // Where it was not written down who did, nobody is named.
    return cancelledBy === 'patient' ? 'Cancelled' : 'Off';
  }
  if (actions.length === 0) return 'Past';
  // Where staff confirmed what was changed, whoever has not heard of it is asked all the same.
  return status === 'confirmed' && !actions.includes('confirm') ? 'Confirmed' : 'Upcoming';
}

const OFF = ['Cancelled', 'CalledOff', 'Off', 'Declined'] as const;

/** It does not take place. */
export const isOff = (state: AppointmentState): state is (typeof OFF)[number] => OFF.some((one) => one === state);

const HOUR = 3_600_000;

/** Whether to cancel now is late by the clinic’s policy; the API decides when it is done. */
export function isLate(start: string, noticeHours: number, now = Date.now()): boolean {
  return noticeHours > 0 && Date.parse(start) - now < noticeHours * HOUR;
}
