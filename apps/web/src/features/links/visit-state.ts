import type { AppointmentStatus } from '@keel/contracts';

export type VisitState = 'Upcoming' | 'Confirmed' | 'Cancelled' | 'Past';

/** What a patient is told about their visit; `actions` is what the API lets them do with it now. */
export function visitState(status: AppointmentStatus, actions: readonly string[]): VisitState {
  if (status === 'cancelled' || status === 'late_cancelled' || status === 'declined') return 'Cancelled';
  if (actions.length === 0) return 'Past';
  return status === 'confirmed' ? 'Confirmed' : 'Upcoming';
}
