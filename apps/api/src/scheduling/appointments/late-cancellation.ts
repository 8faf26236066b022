import type { CancelledBy } from '@keel/contracts';

const HOUR = 3_600_000;

/** A patient's cancellation is late inside the clinic's notice period, and after the start; a clinic's never is. */
export function isLateCancellation(by: CancelledBy, start: Date, at: Date, noticeHours: number): boolean {
  return by === 'patient' && start.getTime() - at.getTime() < noticeHours * HOUR;
}
