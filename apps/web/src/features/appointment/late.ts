import type { CancelledBy } from '@keel/contracts';

const HOUR = 3_600_000;

/** Whether a cancellation now would count as late: a patient's inside of the notice period; a clinic's never. The API decides. */
export function wouldBeLate(by: CancelledBy, start: string, now: number, noticeHours: number): boolean {
  return by === 'patient' && Date.parse(start) - now < noticeHours * HOUR;
}
