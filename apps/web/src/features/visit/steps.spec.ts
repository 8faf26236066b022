import {
  APPOINTMENT_ACTIONS,
  APPOINTMENT_STATUSES,
  type AppointmentStatus,
  nextStatus,
  type Permission,
  permissionsOf,
} from '@keel/contracts';
import { hasCome, isAhead, isLive, nextStep, obstacle } from './steps.js';

const as = (...roles: Parameters<typeof permissionsOf>[0]) => {
  const permissions = permissionsOf(roles, false);
  return (permission: Permission) => permissions.has(permission);
};
const desk = as('front_desk');
const START = '2026-11-27T15:00:00.000Z';
const visit = (status: AppointmentStatus, over: Partial<Parameters<typeof nextStep>[0]> = {}) => ({
  status,
  start: START,
  documented: false,
  invoiceId: null,
  invoiceStatus: null,
  paid: false,
  ...over,
});

describe('what can be done to a visit', () => {
  it('is what the table of states allows, and everything else has its reason', () => {
    for (const status of APPOINTMENT_STATUSES) {
      for (const action of APPOINTMENT_ACTIONS) {
        expect([status, action, obstacle(visit(status), action, desk, Date.parse(START)) === undefined]).toEqual([
          status,
          action,
          Boolean(nextStatus(status, action)),
        ]);
      }
    }
  });

  it('is nothing for those without the right', () => {
    for (const action of APPOINTMENT_ACTIONS) expect(obstacle(visit('booked'), action, as('billing'))).toBe('forbidden');
    expect(obstacle(visit('booked'), 'move', as('billing'))).toBe('forbidden');
  });

  it('is no no-show until the visit begins, while everything else is as it will be', () => {
    for (const status of APPOINTMENT_STATUSES) {
      for (const action of APPOINTMENT_ACTIONS) {
        const [before, begun] = [-1, 0].map((ms) => obstacle(visit(status), action, desk, Date.parse(START) + ms));
        expect([status, action, before]).toEqual([status, action, action === 'no_show' && isAhead({ status }) ? 'early' : begun]);
      }
    }
    expect(obstacle(visit('booked'), 'no_show', as('billing'), 0)).toBe('forbidden');
  });

  it('keeps the arrival of a visit with a signed note or with money', () => {
    expect(obstacle(visit('arrived'), 'unarrive', desk)).toBeUndefined();
    expect(obstacle(visit('arrived', { documented: true }), 'unarrive', desk)).toBe('documented');
    expect(obstacle(visit('arrived', { invoiceStatus: 'part_paid' }), 'unarrive', desk)).toBe('paid');
  });

  it('keeps a visit with a signed note completed, whatever is paid', () => {
    expect(obstacle(visit('completed', { invoiceStatus: 'paid', paid: true }), 'reopen', desk)).toBeUndefined();
    expect(obstacle(visit('completed', { documented: true }), 'reopen', desk)).toBe('documented');
    expect(obstacle(visit('arrived', { documented: true }), 'leave_unseen', desk)).toBe('documented');
  });

  it('says in plain words why not', () => {
    expect(obstacle(visit('confirmed'), 'confirm', desk)).toBe('confirmed');
    expect(obstacle(visit('arrived'), 'move', desk)).toBe('begun');
    expect(obstacle(visit('cancelled'), 'move', desk)).toBe('gone');
    expect(obstacle(visit('booked'), 'move', desk)).toBeUndefined();
    expect(obstacle(visit('booked'), 'leave_unseen', desk)).toBe('notHere');
    expect(obstacle(visit('completed'), 'leave_unseen', desk)).toBe('over');
    expect(obstacle(visit('arrived'), 'restore', desk)).toBe('kept');
  });
});

describe('a visit', () => {
  it('is ahead, under way or over, or it is gone', () => {
    for (const status of APPOINTMENT_STATUSES) {
      expect([isAhead({ status }), hasCome({ status }), !isLive({ status })].filter(Boolean)).toHaveLength(1);
    }
  });
});

describe('the next step', () => {
  it('follows the patient from the door to the bill', () => {
    expect(nextStep(visit('booked'), desk, false)).toBe('arrive');
    expect(nextStep(visit('confirmed'), desk, false)).toBe('arrive');
    expect(nextStep(visit('arrived'), desk, false)).toBe('start');
    expect(nextStep(visit('in_session'), desk, false)).toBe('complete');
    expect(nextStep(visit('completed'), desk, false)).toBe('invoice');
    expect(nextStep(visit('completed', { invoiceId: 'i', invoiceStatus: 'issued' }), desk, false)).toBe('pay');
    expect(nextStep(visit('completed', { invoiceId: 'i', invoiceStatus: 'paid', paid: true }), desk, false)).toBe('rebook');
    expect(nextStep(visit('no_show'), desk, false)).toBe('restore');
    expect(nextStep(visit('left_unseen'), desk, false)).toBe('restore');
  });

  it('asks the practitioner for the note before the bill', () => {
    const practitioner = as('practitioner');
    expect(nextStep(visit('completed'), practitioner, true)).toBe('note');
    expect(nextStep(visit('completed', { documented: true }), practitioner, true)).toBe('invoice');
  });

  it('is for somebody who may take it', () => {
    expect(nextStep(visit('booked'), as('billing'), false)).toBeUndefined();
    expect(nextStep(visit('arrived'), as('billing'), false)).toBe('invoice');
  });
});
