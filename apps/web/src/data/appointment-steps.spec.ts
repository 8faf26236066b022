import {
  APPOINTMENT_ACTIONS,
  APPOINTMENT_STATUSES,
  type AppointmentStatus,
  nextStatus,
  type Permission,
  permissionsOf,
} from '@keel/contracts';
import { hasCome, isAhead, isLive, nextStep, obstacle } from './appointment-steps.js';

const as = (...roles: Parameters<typeof permissionsOf>[0]) => {
  const permissions = permissionsOf(roles, false);
  return (permission: Permission) => permissions.has(permission);
};
const desk = as('front_desk');
const START = '2026-11-27T15:00:00.000Z';
const appointment = (status: AppointmentStatus, over: Partial<Parameters<typeof nextStep>[0]> = {}) => ({
  status,
  start: START,
  documented: false,
  invoiceId: null,
  invoiceStatus: null,
  paid: false,
  ...over,
});

describe('what can be done to an appointment', () => {
  it('is what the table of states allows, and everything else has its reason', () => {
    for (const status of APPOINTMENT_STATUSES) {
      for (const action of APPOINTMENT_ACTIONS) {
        expect([status, action, obstacle(appointment(status), action, desk, Date.parse(START)) === undefined]).toEqual([
          status,
          action,
          Boolean(nextStatus(status, action)),
        ]);
      }
    }
  });

  it('is nothing for those without the right', () => {
    for (const action of APPOINTMENT_ACTIONS) expect(obstacle(appointment('booked'), action, as('billing'))).toBe('forbidden');
    expect(obstacle(appointment('booked'), 'move', as('billing'))).toBe('forbidden');
  });

  it('is no no-show until the appointment begins, while everything else is as it will be', () => {
    for (const status of APPOINTMENT_STATUSES) {
      for (const action of APPOINTMENT_ACTIONS) {
        const [before, begun] = [-1, 0].map((ms) => obstacle(appointment(status), action, desk, Date.parse(START) + ms));
        expect([status, action, before]).toEqual([status, action, action === 'no_show' && isAhead({ status }) ? 'early' : begun]);
      }
    }
    expect(obstacle(appointment('booked'), 'no_show', as('billing'), 0)).toBe('forbidden');
  });

  it('keeps the arrival of an appointment with a signed note or with money', () => {
    expect(obstacle(appointment('arrived'), 'unarrive', desk)).toBeUndefined();
    expect(obstacle(appointment('arrived', { documented: true }), 'unarrive', desk)).toBe('documented');
    expect(obstacle(appointment('arrived', { invoiceStatus: 'part_paid' }), 'unarrive', desk)).toBe('paid');
  });

  it('keeps an appointment with a signed note completed, whatever is paid', () => {
    expect(obstacle(appointment('completed', { invoiceStatus: 'paid', paid: true }), 'reopen', desk)).toBeUndefined();
    expect(obstacle(appointment('completed', { documented: true }), 'reopen', desk)).toBe('documented');
    expect(obstacle(appointment('arrived', { documented: true }), 'leave_unseen', desk)).toBe('documented');
  });

  it('says in plain words why not', () => {
    expect(obstacle(appointment('confirmed'), 'confirm', desk)).toBe('confirmed');
    expect(obstacle(appointment('arrived'), 'move', desk)).toBe('begun');
    expect(obstacle(appointment('cancelled'), 'move', desk)).toBe('gone');
    expect(obstacle(appointment('booked'), 'move', desk)).toBeUndefined();
    expect(obstacle(appointment('booked'), 'leave_unseen', desk)).toBe('notHere');
    expect(obstacle(appointment('completed'), 'leave_unseen', desk)).toBe('over');
    expect(obstacle(appointment('arrived'), 'restore', desk)).toBe('kept');
  });
});

describe('an appointment', () => {
  it('is ahead, under way or over, or it is gone', () => {
    for (const status of APPOINTMENT_STATUSES) {
      expect([isAhead({ status }), hasCome({ status }), !isLive({ status })].filter(Boolean)).toHaveLength(1);
    }
  });
});

describe('the next step', () => {
  it('follows the patient from the door to the bill', () => {
    expect(nextStep(appointment('booked'), desk, false)).toBe('arrive');
    expect(nextStep(appointment('confirmed'), desk, false)).toBe('arrive');
    expect(nextStep(appointment('arrived'), desk, false)).toBe('start');
    expect(nextStep(appointment('in_session'), desk, false)).toBe('complete');
    expect(nextStep(appointment('completed'), desk, false)).toBe('invoice');
    expect(nextStep(appointment('completed', { invoiceId: 'i', invoiceStatus: 'issued' }), desk, false)).toBe('pay');
    expect(nextStep(appointment('completed', { invoiceId: 'i', invoiceStatus: 'paid', paid: true }), desk, false)).toBe('rebook');
    expect(nextStep(appointment('no_show'), desk, false)).toBe('restore');
    expect(nextStep(appointment('left_unseen'), desk, false)).toBe('restore');
  });

  it('asks the practitioner for the note before the bill', () => {
    const practitioner = as('practitioner');
    expect(nextStep(appointment('completed'), practitioner, true)).toBe('note');
    expect(nextStep(appointment('completed', { documented: true }), practitioner, true)).toBe('invoice');
  });

  it('is for somebody who may take it', () => {
    expect(nextStep(appointment('booked'), as('billing'), false)).toBeUndefined();
    expect(nextStep(appointment('arrived'), as('billing'), false)).toBe('invoice');
  });
});
