import { isAsShown, isAsTold } from './as-confirmed.js';

const visit = { start: '2026-12-01T15:00:00.000Z', end: '2026-12-01T15:45:00.000Z', locationId: 'l', practitionerId: 'p', serviceId: 's' };

describe('a visit that was confirmed', () => {
  it('is still that one where only what its patient does not see has changed', () => {
    expect(isAsShown(visit, visit)).toBe(true);
    expect(isAsShown(visit, { ...visit, serviceId: 't' } as typeof visit)).toBe(true);
  });

  it.each([{ start: '2026-12-01T15:15:00.000Z' }, { end: '2026-12-01T16:00:00.000Z' }, { locationId: 'm' }, { practitionerId: 'q' }])(
    'is another with %o',
    (over) => expect(isAsShown(visit, { ...visit, ...over })).toBe(false),
  );
});

describe('a visit that was told of', () => {
  it('is still as told where it only grew longer', () => {
    const longer = { ...visit, end: '2026-12-01T16:00:00.000Z' };
    expect(isAsTold(visit, longer)).toBe(true);
  });

  it.each([{ start: '2026-12-01T15:15:00.000Z' }, { locationId: 'm' }, { practitionerId: 'q' }])('is another with %o', (over) =>
    expect(isAsTold(visit, { ...visit, ...over })).toBe(false),
  );
});
