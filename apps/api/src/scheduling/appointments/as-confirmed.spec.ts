import fc from 'fast-check';
import { isAsShown, isAsTold, isStillShown } from './as-confirmed.js';

const appointment = {
  start: '2026-12-01T15:00:00.000Z',
  end: '2026-12-01T15:45:00.000Z',
  locationId: 'l',
  practitionerId: 'p',
  serviceId: 's',
};

describe('an appointment that was confirmed', () => {
  it('is still that one where only what its patient does not see has changed', () => {
    expect(isAsShown(appointment, appointment)).toBe(true);
    expect(isAsShown(appointment, { ...appointment, serviceId: 't' } as typeof appointment)).toBe(true);
  });

  it.each([{ start: '2026-12-01T15:15:00.000Z' }, { end: '2026-12-01T16:00:00.000Z' }, { locationId: 'm' }, { practitionerId: 'q' }])(
    'is another with %o',
    (over) => expect(isAsShown(appointment, { ...appointment, ...over })).toBe(false),
  );
});

describe('an appointment that was told of', () => {
  it('is still as told where it only grew longer', () => {
    const longer = { ...appointment, end: '2026-12-01T16:00:00.000Z' };
    expect(isAsTold(appointment, longer)).toBe(true);
  });

  it.each([{ start: '2026-12-01T15:15:00.000Z' }, { locationId: 'm' }, { practitionerId: 'q' }])('is another with %o', (over) =>
    expect(isAsTold(appointment, { ...appointment, ...over })).toBe(false),
  );
});

describe('an answer', () => {
  it('counts for an appointment that was changed since in nothing that is shown, there and back is changed', () => {
    const times = ['2026-12-01T15:00:00.000Z', '2026-12-01T16:00:00.000Z'];
    const change = fc.record({ start: fc.constantFrom(...times), serviceId: fc.constantFrom('s', 't') });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const versions = [appointment];
        let shownVersion = 1;
        for (const [at, over] of changes.entries()) {
          const [before, after] = [versions.at(-1) ?? appointment, { ...appointment, ...over }];
          if (!isAsShown(before, after)) shownVersion = at + 2;
          versions.push(after);
        }
        const now = { shownVersion, version: versions.length };
        for (let answered = 0; answered <= versions.length + 1; answered++) {
          const since = versions.slice(answered - 1);
          const unchanged = answered >= 1 && since.length > 0 && since.every(({ start }) => start === since[0]?.start);
          expect([answered, isStillShown(now, answered)]).toEqual([answered, unchanged]);
        }
      }),
    );
  });
});
