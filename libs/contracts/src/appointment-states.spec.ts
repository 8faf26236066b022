import fc from 'fast-check';
import {
  APPOINTMENT_ACTIONS,
  APPOINTMENT_STATUSES,
  type AppointmentStatus,
  EXPECTED_STATUSES,
  INVOICEABLE_STATUSES,
  KEPT_STATUSES,
  LIVE_STATUSES,
  nextStatus,
  stepsToArrive,
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

  it('lets every slip be taken back: from wherever an appointment is it can be booked again, unless somebody was declined', () => {
    const leads = new Set<AppointmentStatus>(['booked']);
    for (let round = 0; round < APPOINTMENT_STATUSES.length; round++) {
      for (const status of APPOINTMENT_STATUSES) {
        if (APPOINTMENT_ACTIONS.some((action) => leads.has(nextStatus(status, action) ?? 'declined'))) leads.add(status);
      }
    }
    expect(APPOINTMENT_STATUSES.filter((status) => !leads.has(status))).toEqual(['declined']);
  });

  it('reopens into a state that is still kept, and invoiceable: nothing is unbilled by it', () => {
    for (const status of APPOINTMENT_STATUSES) {
      const reopened = nextStatus(status, 'reopen');
      if (!reopened) continue;
      for (const list of [LIVE_STATUSES, KEPT_STATUSES, INVOICEABLE_STATUSES]) {
        expect([status, list.includes(status), list.includes(reopened)]).toEqual([status, true, true]);
      }
    }
  });

  it('says the steps that lead to an arrival, and they do', () => {
    for (const status of APPOINTMENT_STATUSES) {
      const end = stepsToArrive(status)?.reduce<AppointmentStatus | undefined>((now, action) => now && nextStatus(now, action), status);
      expect([status, end]).toEqual([status, KEPT_STATUSES.includes(status) || status === 'declined' ? undefined : 'arrived']);
    }
  });

  it('lets an ended appointment hold no time', () => {
    for (const status of ['cancelled', 'late_cancelled', 'no_show', 'declined', 'left_unseen'] as const) {
      expect(LIVE_STATUSES).not.toContain(status);
    }
  });
});
