import { APPOINTMENT_STATUSES } from '@keel/contracts';
import { visitState } from './visit-state.js';

describe('what a patient is told about a visit', () => {
  it('follows from its state and from what may still be done', () => {
    expect(visitState('booked', ['confirm', 'cancel'])).toBe('Upcoming');
    expect(visitState('pending', ['cancel'])).toBe('Upcoming');
    expect(visitState('confirmed', ['cancel'])).toBe('Confirmed');
    expect(visitState('confirmed', [])).toBe('Past');
    expect(visitState('late_cancelled', [])).toBe('Cancelled');
  });

  it('never offers anything for a visit that has no action left', () => {
    for (const status of APPOINTMENT_STATUSES) expect(['Past', 'Cancelled']).toContain(visitState(status, []));
  });
});
