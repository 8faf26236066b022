import { isSameAddress, knownOf, stillUntold, tidingOf } from './untold.js';

const appointment = { start: '2026-12-01T15:00:00Z', practitionerId: 'p', locationId: 'l', status: 'booked', cancelledBy: null } as const;
const later = { ...appointment, start: '2026-12-01T17:00:00Z' };
const off = { ...appointment, status: 'cancelled', cancelledBy: 'clinic' } as const;

describe('what a patient must be told', () => {
  it('is another time, place or practitioner, and a cancellation by the clinic', () => {
    expect(tidingOf('appointment.moved', appointment, later)).toBe('news');
    expect(tidingOf('appointment.moved', appointment, { ...appointment, practitionerId: 'q' })).toBe('news');
    expect(tidingOf('appointment.cancelled', appointment, off)).toBe('news');
    expect(tidingOf('appointment.restored', off, appointment)).toBe('news');
  });

  it('is neither what is not shown to them nor what they did themselves', () => {
    expect(tidingOf('appointment.moved', appointment, { ...appointment })).toBeUndefined();
    expect(tidingOf('appointment.cancelled', appointment, { ...off, cancelledBy: 'patient' })).toBeUndefined();
    expect(tidingOf('appointment.restored', { ...off, cancelledBy: 'patient' }, appointment)).toBeUndefined();
    expect(tidingOf('appointment.arrived', later, later)).toBeUndefined();
    expect(tidingOf('appointment.confirmed', later, later, 'patient')).toBe('known');
    expect(tidingOf('appointment.confirmed', later, later, 'clinic')).toBeUndefined();
    expect(tidingOf('appointment.completed', later, later)).toBeUndefined();
  });

  it('is an appointment that is on again, which they called off themselves', () => {
    const cancelled = { ...off, cancelledBy: 'patient' } as const;
    expect(tidingOf('appointment.cancelled', appointment, cancelled, 'patient', { themselves: true })).toBe('done');
    expect(tidingOf('appointment.confirmed', later, later, 'patient', { themselves: true })).toBe('done');
    expect(tidingOf('appointment.restored', cancelled, appointment, undefined, { offIsKept: true })).toBe('news');
  });

  it('is nothing once it is as they know it again', () => {
    expect(stillUntold(knownOf(appointment), knownOf(later))).toEqual(knownOf(appointment));
    expect(stillUntold(knownOf(appointment), knownOf(off))).toEqual(knownOf(appointment));
    expect(stillUntold(knownOf(appointment), knownOf({ ...appointment }))).toBeNull();
  });

  it('is the other side of a street, and no street of which something is left out', () => {
    const at = (address: string) => ({ ...knownOf(appointment), address });
    expect(isSameAddress(at('100|king|rue|toronto|w'), at('100|king|rue|toronto|e'))).toBe(false);
    expect(isSameAddress(at('100|kingst||toronto'), at('100|king|rue|toronto|e'))).toBe(true);
    expect(isSameAddress(at('100|queenst||toronto'), at('100|king|rue|toronto|e'))).toBe(false);
    expect(stillUntold(at('100|king|rue|toronto|w'), at('100|king||toronto|'))).toBeNull();
  });
});
