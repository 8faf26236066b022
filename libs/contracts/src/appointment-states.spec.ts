import fc from 'fast-check';
import {
  APPOINTMENT_ACTIONS,
  APPOINTMENT_STATUSES,
  type AppointmentStatus,
  EXPECTED_STATUSES,
  LIVE_STATUSES,
  nextStatus,
} from './appointment-states.js';

describe('appointment states', () => {
  it('never leaves the table: any walk of actions stays among known states', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...APPOINTMENT_ACTIONS)), (actions) => {
        let status: AppointmentStatus = 'booked';
        for (const action of actions) status = nextStatus(status, action) ?? status;
        expect(APPOINTMENT_STATUSES).toContain(status);
      }),
    );
  });

  it('reaches every state from pending', () => {
    const reached = new Set<string>(['pending', 'late_cancelled']);
    for (let round = 0; round < APPOINTMENT_STATUSES.length; round++) {
      for (const status of APPOINTMENT_STATUSES) {
        if (!reached.has(status)) continue;
        for (const action of APPOINTMENT_ACTIONS) {
          const next = nextStatus(status, action);
          if (next) reached.add(next);
        }
      }
    }
    expect([...reached].sort()).toEqual([...APPOINTMENT_STATUSES].sort());
  });

  it('expects exactly those who can arrive, or be approved first', () => {
    const expected = APPOINTMENT_STATUSES.filter((status) => nextStatus(status, 'arrive') ?? nextStatus(status, 'approve'));
    expect(EXPECTED_STATUSES).toEqual(expected);
  });

  it('lets an ended visit hold no time', () => {
    for (const status of ['cancelled', 'late_cancelled', 'no_show', 'declined', 'left_unseen'] as const) {
      expect(LIVE_STATUSES).not.toContain(status);
    }
  });
});
