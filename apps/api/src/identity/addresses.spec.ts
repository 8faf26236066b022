import * as fc from 'fast-check';
import { addressKey, isElsewhere, isOtherDoor } from './addresses.js';

const OLD = { addressLine1: '1 Old Street', city: 'Montréal' };
const inOttawa = (addressLine1: string) => ({ addressLine1, city: 'Ottawa' });

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
    expect(isElsewhere(inOttawa(was), inOttawa(is))).toBe(elsewhere);
  });

  it.each([
    ['100 King St W', '100 King St E'],
    ['100 King St N', '100 King St S'],
    ['100 5th Ave NW', '100 5th Ave SE'],
    ['100 5th Ave N', '100 5th Ave NW'],
    ['900 boul. René-Lévesque E', '900 boul. René-Lévesque O'],
    ['900 boul. René-Lévesque NO', '900 boul. René-Lévesque nord-est'],
    ['55 Avenue A', '55 Avenue B'],
    ['55 Avenue A', '55 Avenue E'],
    ['55 Avenue A North', '55 Avenue E North'],
    ['12 rue Est', '12 rue Ouest'],
    ['12 rue Est', '12 rue Main'],
    ['12 rue du Nord', '12 rue du Sud'],
    ['12 rue du Nord', '12 rue du Parc'],
    ['12 West St', '12 Main St'],
    ['12 Court St', '12 Main St'],
    ['12 Park Place Blvd', '12 Park Blvd'],
    ['12 chemin Appleton', '12 chemin Hamilton'],
    ['12 rue Appalaches', '12 rue Laurier'],
    ['12 Bureau Street', '12 Main Street'],
    ['100 Fifth Ave', '100 Sixth Ave'],
    ['100 5e Avenue', '100 6e Avenue'],
    ['200-100 King St', '200-101 King St'],
  ])('is another door: %s and %s', (was, is) => {
    expect(isElsewhere(inOttawa(was), inOttawa(is))).toBe(true);
    expect(isElsewhere(inOttawa(is), inOttawa(was))).toBe(true);
  });

  it.each([
    ['12 Main', '12 Main Street'],
    ['10 Park St', '10 Park'],
    ['100 King St W', '100 King W'],
    ['100 King St W', '100 King St'],
    ['12 Court St', '12 Court'],
    ['55 Avenue A', '55 Avenue A North'],
    ['100 King St SW', '100 King Street South-West'],
    ['900 boul. René-Lévesque NO', '900 boulevard René-Lévesque nord-ouest'],
    ['12 rue Bank', '12 Bank Street'],
    ['123 chemin Montréal Road', '123 Montreal Rd'],
    ['12 Elm Trail', '12 Elm'],
    ['Suite 200, 100 King St W', '100 King St W'],
    ['bureau 200, 100 rue King Ouest', '100 rue King Ouest'],
    ['#200, 100 King St W', '100 King St W'],
    ['200-100 King St', '100 King St'],
    ['200A – 100 rue King', '100 rue King'],
    ['100 King St W', '100 King St W, Ste 200'],
    ['100 King St W', '100 King St W, 2nd floor'],
    ['100 rue King', '100 rue King, 2e étage'],
    ['100 rue King', '100 rue King, local RC'],
    ['100 5th Ave', '100 Fifth Ave'],
    ['100 5th Ave SW', '100 5 Ave SW'],
    ['100, 5e Avenue', '100, cinquième avenue'],
    ['100, 1re Avenue', '1ère avenue, 100'],
    ['12-5e Avenue', '12, 5e Avenue'],
    ['No 100, King St', '100 King St'],
    ["12 O'Connor St", '12 OConnor'],
    ["12 Queen's Rd E", '12 Queens Rd E'],
    ['12 rue J.-F.-Kennedy', '12 rue JF Kennedy'],
    ["12 rue de l'Est", '12 rue de l’est'],
    ['12 chemin Appleton', '12 chemin Appleton, app. 4'],
    ['10 St Clair Ave', '10 Saint Clair'],
  ])('is the same door: %s and %s', (was, is) => {
    expect(isElsewhere(inOttawa(was), inOttawa(is))).toBe(false);
    expect(isElsewhere(inOttawa(is), inOttawa(was))).toBe(false);
  });

  it.each([
    ['East York', 'West York', true],
    ['Vancouver', 'North Vancouver', true],
    ['N. Vancouver', 'North Vancouver', false],
    ["St. John's", 'Saint Johns', false],
    ['Montréal-Nord', 'Montreal Nord', false],
  ])('is elsewhere by its city, or not: %s and %s', (was, is, elsewhere) => {
    expect(isElsewhere({ ...OLD, city: was }, { ...OLD, city: is })).toBe(elsewhere);
  });

  it('is not elsewhere once what was left out is filled in', () => {
    expect(isElsewhere({ addressLine1: null, city: null }, OLD)).toBe(false);
  });

  it('is known as the same one however it is spelled', () => {
    expect(addressKey(OLD)).toBe(addressKey({ ...OLD, addressLine1: '1 OLD STREET', city: 'Montre\u0301al' }));
  });

  it.each([
    ['100|kingstw||ottawa', '100 King St W', false],
    ['100|kingstw||ottawa', '100 King St E', false],
    ['100|kingstw||ottawa', '100 Queen St W', true],
    ['400|kingw|rue|ottawa', '400, rue King Ouest', false],
    ['12|mainst||ottawa', '12 Main Street', false],
    ['12|elmtrail||ottawa', '12 Elm Trail', false],
    ['12|wconnorst||ottawa', "12 O'Connor St", false],
    ['12|stdenis|rue|ottawa', '12 rue St-Denis', false],
    ['12|stdenis|rue|ottawa', '14 rue St-Denis', true],
    ['12||ch|ottawa', '12 chemin Appleton', false],
  ])('is compared with one that was kept before directions were: %s and %s', (kept, is, elsewhere) => {
    expect(isOtherDoor(kept, addressKey(inOttawa(is)))).toBe(elsewhere);
    expect(isOtherDoor(addressKey(inOttawa(is)), kept)).toBe(elsewhere);
  });

  it('is compared in a city that was kept before directions were', () => {
    expect(isOtherDoor('1|oldst||nvancouver', addressKey({ ...OLD, city: 'North Vancouver' }))).toBe(false);
    expect(isOtherDoor('1|oldst||southampton', addressKey({ ...OLD, city: 'Southampton' }))).toBe(false);
  });
});

interface Parts {
  number: string;
  name: string;
  type: string;
  direction: string;
  suite: string;
}

const LANGUAGES = [
  {
    names: ['Main', 'Elm', 'Saint Clair', 'Queen', 'Appleton', "O'Connor", 'Fifth', '42nd', 'Local', 'Unity', 'Steeles', 'Bay'],
    types: ['St', 'Street', 'Ave', 'Avenue', 'Rd', 'Blvd', 'Crescent', 'Trail', 'Way', 'Square', 'Court'],
    directions: ['N', 'South', 'E', 'West', 'NW', 'South-East'],
    suites: ['Suite 200', 'Unit B', 'Apt. 4', '#12', 'Ste 5', '3rd floor', 'Room 7-B'],
    write: ({ number, name, type, direction, suite }: Parts) => `${number} ${name} ${type} ${direction}${suite && `, ${suite}`}`,
  },
  {
    names: ['Saint-Denis', 'de l’Église', 'Sainte-Catherine', 'Appalaches', 'des Érables', 'cinquième', 'du Fleuve', "d'Argenson", 'King'],
    types: ['rue', 'av.', 'avenue', 'boul.', 'boulevard', 'chemin', 'montée', 'rang', 'impasse', 'place'],
    directions: ['Nord', 'S', 'Est', 'O', 'Ouest', 'NO', 'sud-ouest'],
    suites: ['bureau 200', 'local B', 'app. 4', 'apt 4', '2e étage', 'unité 12', 'app.4'],
    write: ({ number, name, type, direction, suite }: Parts) => `${number}, ${type} ${name} ${direction}${suite && `, ${suite}`}`,
  },
];
/** As they mean the same, and no two of different groups do. */
const SAME = [
  ['N', 'Nord'],
  ['S', 'South'],
  ['E', 'Est'],
  ['West', 'O', 'Ouest'],
  ['NW', 'NO'],
];
const isSameDirection = (one: string, other: string) => one === other || SAME.some((all) => all.includes(one) && all.includes(other));

const addresses = fc.constantFrom(...LANGUAGES).chain((language) =>
  fc.record({
    language: fc.constant(language),
    parts: fc.record({
      number: fc.integer({ min: 1, max: 9999 }).map(String),
      name: fc.constantFrom(...language.names),
      type: fc.constantFrom(...language.types),
      direction: fc.constantFrom('', ...language.directions),
      suite: fc.constantFrom('', ...language.suites),
    }),
    other: fc.record({
      number: fc.integer({ min: 1, max: 9999 }).map(String),
      name: fc.constantFrom(...language.names),
      direction: fc.constantFrom(...language.directions),
      suite: fc.constantFrom('', ...language.suites),
    }),
  }),
);
const moves = (was: string, is: string) => isElsewhere(inOttawa(was), inOttawa(is)) || isElsewhere(inOttawa(is), inOttawa(was));
const staysAll = (was: string, is: string) => expect([was, is, moves(was, is)]).toEqual([was, is, false]);
const movesAll = (was: string, is: string) => expect([was, is, moves(was, is)]).toEqual([was, is, true]);

describe('any address', () => {
  it('is the same door without its type, its suite or its direction, and in another spelling', () => {
    fc.assert(
      fc.property(addresses, ({ language: { write }, parts, other }) => {
        const was = write(parts);
        staysAll(was, write({ ...parts, type: '' }));
        staysAll(was, write({ ...parts, suite: other.suite }));
        staysAll(was, write({ ...parts, direction: '' }));
        staysAll(was, was.toUpperCase());
        staysAll(was, was.normalize('NFD').replace(/\p{M}/gu, ''));
        staysAll(was, was.replace(/[.,]/g, ' ').replace(/ +/g, '  '));
        staysAll(was, was.replace(/['’]/g, was.includes('’') ? "'" : '’'));
        staysAll(was, `200-${was}`);
        staysAll(was, `Suite 200, ${was}`);
        staysAll(was, `bureau 200, ${was}`);
      }),
      { numRuns: 300 },
    );
  });

  it('is another door by another number, direction or street', () => {
    fc.assert(
      fc.property(addresses, ({ language: { write }, parts, other }) => {
        const was = write(parts);
        if (other.number !== parts.number) movesAll(was, write({ ...parts, number: other.number }));
        if (other.name !== parts.name) movesAll(was, write({ ...parts, name: other.name }));
        if (parts.direction && !isSameDirection(parts.direction, other.direction))
          movesAll(was, write({ ...parts, direction: other.direction }));
      }),
      { numRuns: 300 },
    );
  });
});
