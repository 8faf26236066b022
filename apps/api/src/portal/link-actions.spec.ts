import { APPOINTMENT_STATUSES } from '@keel/contracts';
import { isDone, linkActions } from './link-actions.js';

const start = new Date('2026-12-04T15:00:00Z');
const before = new Date('2026-12-04T14:59:59Z');

describe('what a link offers', () => {
  it.each(APPOINTMENT_STATUSES)('fits the state of the visit (%s)', (status) => {
    const expected = status === 'booked' ? ['confirm', 'cancel'] : status === 'confirmed' || status === 'pending' ? ['cancel'] : [];
    expect(linkActions(status, start, before)).toEqual(expected);
  });

  it('ends when the visit begins', () => expect(linkActions('booked', start, start)).toEqual([]));

  it('takes a second press for done', () => {
    expect(isDone('confirm', 'confirmed')).toBe(true);
    expect(isDone('cancel', 'late_cancelled')).toBe(true);
    expect(isDone('confirm', 'cancelled')).toBe(false);
  });
});
