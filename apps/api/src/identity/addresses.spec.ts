import { addressKey, isElsewhere } from './addresses.js';

const OLD = { addressLine1: '1 Old Street', city: 'Montréal' };

describe('an address', () => {
  it.each([
    ['another street', { addressLine1: '99 New Avenue' }, true],
    ['another city', { city: 'Laval' }, true],
    ['another number', { addressLine1: '12 Old Street' }, true],
    ['another street of the same number', { addressLine1: '1 Elm Street' }, true],
    ['another spelling', { addressLine1: '1, old  street.', city: 'MONTREAL' }, false],
    ['a street that is shortened', { addressLine1: '1 Old St' }, false],
    ['a suite', { addressLine1: '1 Old Street, Suite 200' }, false],
    ['one that leaves something out', { city: null }, false],
  ])('is elsewhere by %s: %j', (_, over, elsewhere) => {
    expect(isElsewhere(OLD, { ...OLD, ...over })).toBe(elsewhere);
  });

  it.each([
    ['12 Main St', '12 Main Street', false],
    ['12 Mian St', '12 Main St', false],
    ['rue St-Denis 4021', 'rue Saint-Denis 4021', false],
    ['4021, rue Saint-Denis', '4021 Sainte-Denis', false],
    ['12 Main Ave', '12 Main Blvd', true],
    ['12 Main St', '21 Main St', true],
    ['400 King St W', '400 King St W Unit 5', false],
    ['400, rue King Ouest', '400 rue King O', false],
    ['12 Constructor St', '12 Constructor Street', false],
  ])('is at the same door, or not: %s and %s', (was, is, elsewhere) => {
    expect(isElsewhere({ addressLine1: was, city: 'Ottawa' }, { addressLine1: is, city: 'Ottawa' })).toBe(elsewhere);
  });

  it('is not elsewhere once what was left out is filled in', () => {
    expect(isElsewhere({ addressLine1: null, city: null }, OLD)).toBe(false);
  });

  it('is known as the same one however it is spelled', () => {
    expect(addressKey(OLD)).toBe(addressKey({ ...OLD, addressLine1: '1 OLD STREET', city: 'Montre\u0301al' }));
  });
});
