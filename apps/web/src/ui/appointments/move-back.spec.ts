import { moveBack } from './move-back.js';
import type { Appointment } from '../../data/appointments.js';

const appointment = {
  id: 'v',
  practitionerId: 'amelie',
  start: '2026-11-24T15:00:00Z',
  end: '2026-11-24T15:45:00Z',
  overbook: false,
  locationId: 'main',
  placeNamed: false,
} as Appointment;

describe('a move that is taken back', () => {
  it('leaves the appointment as it was', () => {
    expect(moveBack(appointment, appointment)).toEqual({
      start: appointment.start,
      practitionerId: 'amelie',
      durationMinutes: 45,
      overbook: false,
    });
  });

  it('brings it back to its place, which is named no more than it was', () => {
    const elsewhere = { ...appointment, locationId: 'elsewhere' };
    expect(moveBack(appointment, elsewhere)).toMatchObject({ locationId: 'main', placeNamed: false });
    expect(moveBack({ ...appointment, placeNamed: true }, elsewhere)).toMatchObject({ locationId: 'main', placeNamed: true });
  });

  it('takes nobody’s time unasked, whomever it was over; one that stayed at its time is over them still', () => {
    const over = { ...appointment, overbook: true };
    expect(moveBack(over, { ...over, start: '2026-11-24T18:00:00Z' })).toMatchObject({ overbook: false });
    expect(moveBack(over, { ...over, practitionerId: 'bea' })).toMatchObject({ overbook: false });
    expect(moveBack(over, over)).not.toHaveProperty('overbook');
  });
});
