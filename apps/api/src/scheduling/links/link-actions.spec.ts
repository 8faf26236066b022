import { APPOINTMENT_STATUSES } from '@keel/contracts';
import { isRepeat, linkActions } from './link-actions.js';

const start = new Date('2026-12-04T15:00:00Z');
const before = new Date('2026-12-04T14:59:59Z');

describe('what a link offers', () => {
  it.each(APPOINTMENT_STATUSES)('fits the state of the appointment (%s)', (status) => {
    const expected = status === 'booked' ? ['confirm', 'cancel'] : status === 'confirmed' || status === 'pending' ? ['cancel'] : [];
    expect(linkActions({ status, untold: false }, start, before)).toEqual(expected);
  });

  it('is a yes too where staff confirmed what nobody has told the patient', () => {
    expect(linkActions({ status: 'confirmed', untold: true }, start, before)).toEqual(['confirm', 'cancel']);
    // What the clinic called off is to be told, and there is nothing to say to it.
    expect(linkActions({ status: 'cancelled', untold: true }, start, before)).toEqual([]);
    expect(linkActions({ status: 'pending', untold: true }, start, before)).toEqual(['cancel']);
  });

  it.each([false, true])('ends when the appointment begins (untold: %s)', (untold) => {
    for (const status of ['booked', 'confirmed'] as const) expect(linkActions({ status, untold }, start, start)).toEqual([]);
  });

  it('takes a second press for done, and no press at what was shown before', () => {
    expect(isRepeat('confirm', { status: 'confirmed' }, true)).toBe(true);
    expect(isRepeat('cancel', { status: 'late_cancelled' }, true)).toBe(true);
    expect(isRepeat('confirm', { status: 'confirmed' }, false)).toBe(false);
    expect(isRepeat('confirm', { status: 'cancelled' }, true)).toBe(false);
  });
});
