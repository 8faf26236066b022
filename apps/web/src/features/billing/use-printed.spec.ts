import type { Location } from '../clinic/clinic.queries.js';
import { printedPlace } from './use-printed.js';

const place = (over: Partial<Location>) =>
  ({
    id: 'a',
    name: 'Main',
    active: true,
    addressLine1: '1 Main St',
    addressLine2: null,
    city: 'Ottawa',
    region: 'ON',
    postalCode: 'K1A 0B1',
    ...over,
  }) as Location;

describe('the place on a draft invoice', () => {
  it('is the visit’s, also when it has closed since', () => {
    const east = place({ id: 'b', name: 'East', active: false, addressLine2: 'Suite 2' });
    expect(printedPlace([place({}), east], 'b')).toEqual({ name: 'East', lines: ['1 Main St', 'Suite 2', 'Ottawa ON K1A 0B1'] });
  });

  it('is the clinic’s first open one where there is no visit', () => {
    expect(printedPlace([place({ id: 'c', name: 'Third' }), place({ id: 'b', name: 'Second' }), place({ active: false })], null).name).toBe(
      'Second',
    );
  });

  it('is empty while the visit is being read, rather than wrong', () => {
    expect(printedPlace([place({})], undefined)).toEqual({ name: '', lines: [] });
  });
});
