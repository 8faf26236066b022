import { moveBack } from './move-back.js';
import type { Visit } from './visit.queries.js';

const visit = {
  id: 'v',
  practitionerId: 'amelie',
  start: '2026-11-24T15:00:00Z',
  end: '2026-11-24T15:45:00Z',
  overbook: false,
  locationId: 'main',
  placeNamed: false,
} as Visit;

describe('a move that is taken back', () => {
  it('leaves the visit as it was', () => {
    expect(moveBack(visit, visit)).toEqual({ start: visit.start, practitionerId: 'amelie', durationMinutes: 45, overbook: false });
  });

  it('brings it back to its place, which is named no more than it was', () => {
    const elsewhere = { ...visit, locationId: 'elsewhere' };
    expect(moveBack(visit, elsewhere)).toMatchObject({ locationId: 'main', placeNamed: false });
    expect(moveBack({ ...visit, placeNamed: true }, elsewhere)).toMatchObject({ locationId: 'main', placeNamed: true });
  });

  it('takes nobody’s time unasked, whomever it was over; one that stayed at its time is over them still', () => {
    const over = { ...visit, overbook: true };
    expect(moveBack(over, { ...over, start: '2026-11-24T18:00:00Z' })).toMatchObject({ overbook: false });
    expect(moveBack(over, { ...over, practitionerId: 'bea' })).toMatchObject({ overbook: false });
    expect(moveBack(over, over)).not.toHaveProperty('overbook');
  });
});
