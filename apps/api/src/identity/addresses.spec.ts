import { addressKey, isElsewhere } from './addresses.js';

const OLD = { addressLine1: '1 Old Street', city: 'Montréal', postalCode: 'H2X 1Y4', region: 'QC' };

describe('an address', () => {
  it.each([
    ['another street', { addressLine1: '99 New Avenue' }, true],
    ['another city', { city: 'Laval' }, true],
    ['another postal code', { postalCode: 'H2X 1Y5' }, true],
    ['another province', { region: 'ON' }, true],
    ['another spelling', { addressLine1: '1, old  street.', city: 'MONTREAL', postalCode: 'h2x1y4' }, false],
    ['one that leaves something out', { postalCode: null }, false],
  ])('is elsewhere by %s: %j', (_, over, elsewhere) => {
    expect(isElsewhere(OLD, { ...OLD, ...over })).toBe(elsewhere);
  });

  it('is not elsewhere once what was left out is filled in', () => {
    expect(isElsewhere({ addressLine1: null, city: null, postalCode: null, region: null }, OLD)).toBe(false);
  });

  it('is known as the same one however it is spelled', () => {
    expect(addressKey(OLD)).toBe(addressKey({ ...OLD, addressLine1: '1 OLD STREET', city: 'Montre\u0301al' }));
  });
});
