import fc from 'fast-check';
import { idOf, type Kind, mistyped, nameOf } from './world.ts';

const kinds: Kind[] = ['clinic', 'location', 'practitioner', 'service', 'hours', 'shift', 'key', 'patient', 'appointment', 'booking'];
const what = fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 65_535 }), fc.nat());

describe('the generated world', () => {
  it('gives each thing an id of its own, shaped like a UUIDv7', () => {
    fc.assert(
      fc.property(what, what, (a, b) => {
        expect(idOf(...a)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(idOf(...a) === idOf(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('mistypes a name with the same letters', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), (n) => {
        const { last } = nameOf(n);
        expect([...mistyped(last)].sort()).toEqual([...last].sort());
        expect(mistyped(last)[0]).toBe(last[0]);
      }),
    );
  });
});
