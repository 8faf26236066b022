import { APPOINTMENT_STATUSES, LIVE_STATUSES } from '@keel/contracts';
import type { Appointment } from '../../data/appointments.js';
import { flagsOf, inkOn, lookOf } from './card-look.js';

const START = Date.parse('2026-11-24T15:00:00Z');
const MINUTE = 60_000;
const appointment = (over: Partial<Appointment>) =>
  ({
    start: '2026-11-24T15:00:00Z',
    status: 'booked',
    patientAlerts: 0,
    untold: false,
    owing: false,
    newPatient: false,
    documented: false,
    ...over,
  }) as Appointment;

describe('the look of a card', () => {
  it('shows every state, and that an appointment is over that does not stand', () => {
    for (const status of APPOINTMENT_STATUSES) expect(lookOf(status) === 'ended').toBe(!LIVE_STATUSES.includes(status));
    expect(new Set(LIVE_STATUSES.map(lookOf)).size).toBe(LIVE_STATUSES.length);
  });

  it('flags what somebody at the desk must know, the most important first', () => {
    expect(flagsOf(appointment({}), START)).toEqual([]);
    const all = appointment({ patientAlerts: 2, untold: true, owing: true, newPatient: true, documented: true });
    expect(flagsOf(all, START + 6 * MINUTE)).toEqual(['alert', 'untold', 'late', 'owing', 'new', 'signed']);
  });

  it('calls late who has not come, neither sooner than five minutes nor who is here', () => {
    expect(flagsOf(appointment({}), START + 5 * MINUTE)).toEqual([]);
    expect(flagsOf(appointment({ status: 'confirmed' }), START + 6 * MINUTE)).toEqual(['late']);
    expect(flagsOf(appointment({ status: 'arrived' }), START + 6 * MINUTE)).toEqual([]);
    expect(flagsOf(appointment({}), START + 3 * 24 * 60 * MINUTE)).toEqual([]);
  });

  it('writes on any colour so that it can be read', () => {
    expect([inkOn('#0b7a63'), inkOn('#5b55c4'), inkOn('#ffd43b'), inkOn('#ffffff'), inkOn('#000000')]).toEqual([
      '#fff',
      '#fff',
      '#000',
      '#000',
      '#fff',
    ]);
  });
});
