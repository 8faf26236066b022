import { knownOf, stillUntold, tidingOf } from './untold.js';

const visit = { start: '2026-12-01T15:00:00Z', practitionerId: 'p', locationId: 'l', status: 'booked', cancelledBy: null } as const;
const later = { ...visit, start: '2026-12-01T17:00:00Z' };
const off = { ...visit, status: 'cancelled', cancelledBy: 'clinic' } as const;

describe('what a patient must be told', () => {
  it('is another time, place or practitioner, and a cancellation by the clinic', () => {
    expect(tidingOf('appointment.moved', visit, later)).toBe('news');
    expect(tidingOf('appointment.moved', visit, { ...visit, practitionerId: 'q' })).toBe('news');
    expect(tidingOf('appointment.cancelled', visit, off)).toBe('news');
    expect(tidingOf('appointment.restored', off, visit)).toBe('news');
  });

  it('is neither what is not shown to them nor what they did themselves', () => {
    expect(tidingOf('appointment.moved', visit, { ...visit })).toBeUndefined();
    expect(tidingOf('appointment.cancelled', visit, { ...off, cancelledBy: 'patient' })).toBeUndefined();
    expect(tidingOf('appointment.restored', { ...off, cancelledBy: 'patient' }, visit)).toBeUndefined();
    expect(tidingOf('appointment.arrived', later, later)).toBeUndefined();
    expect(tidingOf('appointment.confirmed', later, later, 'patient')).toBe('known');
    expect(tidingOf('appointment.confirmed', later, later, 'clinic')).toBeUndefined();
    expect(tidingOf('appointment.completed', later, later)).toBeUndefined();
  });

  it('is nothing once it is as they know it again', () => {
    expect(stillUntold(knownOf(visit), knownOf(later))).toEqual(knownOf(visit));
    expect(stillUntold(knownOf(visit), knownOf(off))).toEqual(knownOf(visit));
    expect(stillUntold(knownOf(visit), knownOf({ ...visit }))).toBeNull();
  });
});
