import { APPOINTMENT_STATUSES } from '@keel/contracts';
import { isLate, isOff, appointmentState } from './appointment-state.js';

describe('what a patient is told about an appointment', () => {
  it('follows from its state and from what may still be done', () => {
    expect(appointmentState({ status: 'booked', cancelledBy: null }, ['confirm', 'cancel'])).toBe('Upcoming');
    expect(appointmentState({ status: 'pending', cancelledBy: null }, ['cancel'])).toBe('Upcoming');
    expect(appointmentState({ status: 'confirmed', cancelledBy: null }, ['cancel'])).toBe('Confirmed');
    // The clinic confirmed what it changed, and asks whoever opens the link only then.
    expect(appointmentState({ status: 'confirmed', cancelledBy: null }, ['confirm', 'cancel'])).toBe('Upcoming');
    expect(appointmentState({ status: 'confirmed', cancelledBy: null }, [])).toBe('Past');
  });

  it('says who called it off, and names nobody where that is not known', () => {
    for (const status of ['cancelled', 'late_cancelled'] as const) {
      expect(appointmentState({ status, cancelledBy: 'patient' }, [])).toBe('Cancelled');
      expect(appointmentState({ status, cancelledBy: 'clinic' }, [])).toBe('CalledOff');
      expect(appointmentState({ status, cancelledBy: null }, [])).toBe('Off');
    }
    expect(appointmentState({ status: 'declined', cancelledBy: null }, [])).toBe('Declined');
  });

  it('never offers anything for an appointment that has no action left', () => {
    for (const status of APPOINTMENT_STATUSES) {
      const state = appointmentState({ status, cancelledBy: 'patient' }, []);
      expect(state === 'Past' || isOff(state)).toBe(true);
    }
  });
});

it('is late to cancel inside of the notice that the clinic asks for, and never where it asks for none', () => {
  const start = '2026-12-01T15:00:00Z';
  const before = (hours: number) => Date.parse(start) - hours * 3_600_000;
  expect([25, 24, 23].map((hours) => isLate(start, 24, before(hours)))).toEqual([false, false, true]);
  expect(isLate(start, 0, before(1))).toBe(false);
});
