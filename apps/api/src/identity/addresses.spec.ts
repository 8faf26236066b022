import * as fc from 'fast-check';
import { addressKey, isOtherDoor, sayAddress } from './addresses.js';

type Address = Parameters<typeof addressKey>[0];
/** Of one save alone. */
const isElsewhere = (before: Address, after: Address) => sayAddress([], before, after).from !== null;
/** What is told after each of these saves. */
function toldOf([first, ...saves]: readonly Address[]): (string | null)[] {
  let [before, said]: [Address | undefined, string[]] = [first, []];
  return saves.map((after) => {
    const told = sayAddress(said, before!, after);
    [before, said] = [after, told.said];
    return told.from;
  });
}

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

  it.each([
    ['by nothing that is said of it between', [OLD, { addressLine1: null, city: null }, { addressLine1: '99 New Avenue', city: null }]],
    ['by a line without a direction between', ['100 King St W', '100 King St', '100 King St E'].map(inOttawa)],
    ['by no city between', [OLD, { ...OLD, city: null }, { ...OLD, city: 'Laval' }]],
    ['by a letter at a time', ['12 Carter St', '12 Charter St', '12 Charger St'].map(inOttawa)],
    ['by what is between and not by the first', ['100 King St', '100 King St W', '100 King St', '100 King St E'].map(inOttawa)],
  ])('is elsewhere after several saves, none of which is so by itself: %s', (_, saves) => {
    const told = toldOf(saves);
    expect(told.slice(0, -1)).toEqual(told.slice(0, -1).map(() => null));
    expect(isOtherDoor(told.at(-1) ?? '', addressKey(saves.at(-1)!))).toBe(true);
  });

  it('is told of with all that was said of it', () => {
    const saves = [OLD, { ...OLD, city: null }, { addressLine1: null, city: null }, { addressLine1: '99 New Avenue', city: 'Laval' }];
    expect(toldOf(saves).at(-1)).toBe(addressKey(OLD));
    const back = [inOttawa('100 King St W'), inOttawa('100 King St'), inOttawa('9 Queen St'), inOttawa('100 King St W')];
    expect(toldOf(back)).toEqual([null, addressKey(back[0]!), addressKey(back[2]!)]);
  });

  it.each([
    [
      'its direction',
      ['100 King St W', '9 Wrong Rd', '100 King St', '100 King St E', '100 King St', '100 King St E'].map(inOttawa),
      'ttt..',
    ],
    ['its city', [OLD, inOttawa('99 New Avenue'), { ...OLD, city: null }, { ...OLD, city: 'Laval' }], 'ttt'],
    ['its letters', ['12 Carter St', '9 Queen St', '12 Charter St', '12 Charger St'].map(inOttawa), 'ttt'],
    ['nothing, cleared between', [OLD, inOttawa('99 New Avenue'), { addressLine1: null, city: null }, inOttawa('99 New Avenue')], 't..'],
  ])('is elsewhere by what was said of it before a wrong address that was put right but for %s', (_, saves, told) => {
    expect(toldOf(saves).map((from) => from !== null)).toEqual([...told].slice(0, saves.length - 1).map((one) => one !== '.'));
  });

  it('is not told of twice', () => {
    const saves = [OLD, { addressLine1: null, city: null }, inOttawa('99 New Avenue'), inOttawa('99 New Ave.'), inOttawa('99 New Avenue')];
    expect(toldOf(saves).filter((from) => from !== null)).toHaveLength(1);
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

describe('an address with more in its line', () => {
  it.each([
    ['10123-99 Street NW', '10123 99 St NW'],
    ['10123 - 99 Street NW', '10123 99 Street'],
    ['15277-100 Ave', '15277 100th Avenue'],
    ['10123-99A Street', '10123 99A St'],
    ['#200, 10123-99 Street', '10123 99 St'],
    ['200-10123 99 Street', '10123-99 Street'],
    ['200-10123-99 Street', '10123 99 Street'],
    ['10123-99 Street, Suite 5', '10123-99 Street'],
    ['200-100 Court St', '100 Court St'],
    ['200-100 Avenue Rd', '100 Avenue Road'],
    ['200-100 avenue du Parc', '100 avenue du Parc'],
    ['200-12 rue Est', '12 rue Est'],
    ['Centre médical, bureau 200, 100 rue King', 'Centre médical, bureau 210, 100 rue King'],
    ['Medical Arts Building, Suite 300, 240 Main St', 'Medical Arts Building, Suite 310, 240 Main Street'],
    ['100 King St', '100 King St, Suite 200, Toronto'],
    ['100 King St', '100 King St, Main floor'],
    ['100 King St', '100 King St Main Floor'],
    ['100 King St W', '100 King St W, ground floor'],
    ['100 King St', '100 King St, Lower Level'],
    ['100 rue King', '100 rue King, rez-de-chaussée'],
    ['100 rue King', '100 rue King, sous-sol'],
    ['100 rue King', '100 rue King (sous-sol)'],
    ['100 rue King', '100 rue King, porte 2'],
    ['100 rue King, porte 2', '100 rue King, porte 3'],
    ['100 rue King', '100 rue King, bur. 200'],
    ['100 rue King', '100 rue King, no 200'],
    ['100 rue King', '100, rue King, no 200'],
    ['100 King St', '100 King St, 1st fl'],
    ['100 King St', '100 King St, 1st fl.'],
    ['100 King St', '100 King St (rear)'],
    ['100 King St', '100 King St, first floor'],
    ['10123-99 Street N.W.', '10123 99 St NW'],
    ['10123-99 Street N. W.', '10123 99 St NW'],
    ['10123-99 Street 2nd Floor', '10123-99 Street'],
    ['10123-99 Street Main Floor', '10123 99 St'],
    ['10123-99 Street; Unit 4', '10123-99 Street'],
    ['10123-99 Street NW Unit 4', '10123-99 Street NW'],
    ['#10123-99 Street', '10123 99 Street'],
    ['200-100 Grove St', '100 Grove Street'],
    ['200-100 Park Ave', '100 Park Avenue'],
    ['200-100 Gate House Rd', '100 Gate House Road'],
    ['200-100 St Clair Ave', '100 St. Clair Ave'],
    ['200-100 boul. Laurier', '100 boulevard Laurier'],
    ["200-100 Place d'Armes", "100 place d'Armes"],
    ['100 King St', '100 King St; Unit 4'],
    ['200-100 Bay Street', '200-100 Bay Street 2nd Floor'],
    ['200-100 Bay Street', '200-100 Bay Street #4'],
    ['200-100 Bay Street', '200-100 Bay Street - 2nd floor'],
    ['200-100 Bay Street', '200-100 Bay Street – rear'],
    ['#200, 100 Bay St', '#200, 100 Bay St 2nd Floor'],
    ['200-100 Park Ave', '200-100 Park Ave Unit 4'],
    ['200-100 Gate House Rd', '200-100 Gate House Rd Suite 300'],
    ['5-2150 Park Royal South', '7-2150 Park Royal South'],
    ['5-2150 Park Royal South', 'Unit 5, 2150 Park Royal South'],
    ['3-45 Hill Top Plaza', '4-45 Hill Top Plaza'],
    ['3-45 Point Grey Rd', '4-45 Point Grey Rd'],
    ['3-45 Bay Shore Plaza', '4-45 Bay Shore Plaza'],
    ['3-45 View Royal Hwy', '4-45 View Royal Hwy'],
    ['3-45 Hill Cr', '4-45 Hill Cr'],
    ['3-45 Common Sq', '4-45 Common Sq'],
    ['3-45 Park Lawn', '4-45 Park Lawn'],
    ['200-100 Line 8', '210-100 Line 8'],
    ['200-100 Concession 5', '210-100 Concession 5'],
    ['200-100 Road 5', '210-100 Road 5'],
    ['100 King St', '100 King St, PO Box 12'],
    ['100 King St', '100 King St, P.O. Box 12'],
    ['100 rue King', '100 rue King, C.P. 12'],
    ['100 rue King', 'C.P. 12, 100 rue King'],
    ['100 King St', '2nd Floor - 100 King St'],
    ['100 King St', 'Main Floor, 100 King St'],
    ['100 King St', 'Lower Level - 100 King St'],
    ['100 King St', '100 King St, Tower A'],
    ['100 King St', 'Tower A, 100 King St'],
    ['100 King St', '100 King St, Building B'],
    ['100 King St', '100 King St, Bldg 2'],
    ['100 King St W', '100 King St W, Tower A'],
    ['100 King St W', '100 King St, Tower A'],
    ['12 Mt Pleasant Rd', '12 Mount Pleasant Rd'],
    ['12 Mt. Pleasant Rd', '12 Mount Pleasant'],
    ['12 Ft York Blvd', '12 Fort York Blvd'],
    ['12 rue du Parc', '12 rue Parc'],
    ['12 boul. de Maisonneuve O', '12 boul. Maisonneuve Ouest'],
    ['12 rue de la Montagne', '12 rue Montagne'],
    ['12 The Esplanade', '12 Esplanade'],
    ['12 Rang 4', '12 4e Rang'],
    ['4e Rang, 12', 'Rang 4, 12'],
    ['100 Line 5', '100 5th Line'],
    ['100 Hwy #7', '100 Hwy 7'],
    ['100 Highway 7', '100 Hwy #7'],
    ['100 Main Rd #7', '100 Main Rd'],
    ['100A King St', '100-A King St'],
    ['100 King St', '100-102 King St'],
    ['102 King St', '100-102 King St'],
    ['1 King St W', 'One King St W'],
    ['1 King St W', 'One King St W, Suite 5'],
    ['12 Kensington Gdns', '12 Kensington Gardens'],
    ['12 Forest Hts', '12 Forest Heights'],
    ['12 High Pk Ave', '12 High Park Ave'],
    ['12 Mian St', '12 Main St'],
    ['12 Appelton St', '12 Appleton St'],
    ['A-100 King St', 'B-100 King St'],
    ['100 King St', '100 King St, Canada'],
    ["12 chemin de l'Église", '12 chemin Église'],
    ['100 County Road #5', '100 County Rd 5'],
    ['12 Line N', '12 Line'],
    ['Bur. 200, 100 rue King', 'Bur. 300, 100 rue King'],
    ['100 King St', 'Suite 200 - 100 King St'],
    ['100 King St', '100 King St - Suite 200'],
    ['100 King St', '100 King St (Suite 200)'],
    ['Suite 200-210, 100 King St', '100 King St'],
    ['#5, 100 King St', '100 King St'],
  ])('is the same door: %s and %s', (was, is) => {
    expect(isElsewhere(inOttawa(was), inOttawa(is))).toBe(false);
    expect(isElsewhere(inOttawa(is), inOttawa(was))).toBe(false);
  });

  it.each([
    ['10123-99 Street NW', '10440-99 Street NW'],
    ['10123 - 99 Street NW', '10440 - 99 Street NW'],
    ['10123–99 Street NW', '10440–99 Street NW'],
    ['15277-100 Ave', '15299-100 Ave'],
    ['10123-99A Street', '10440-99A Street'],
    ['10123-99A Street', '10123-99B Street'],
    ['10123-99 Street', '10123-98 Street'],
    ['10123-99 Street', '10123 98 St'],
    ['10123-99 Street NW', '10123-99 Street SW'],
    ['1 11th Ave', '11 1st Ave'],
    ['12 3rd St', '1 23rd St'],
    ['Centre médical, bureau 200, 100 rue King', 'Centre médical, bureau 210, 900 rue Queen'],
    ['Centre médical, bureau 200, 100 rue King', 'Centre médical, bureau 210, 100 rue Queen'],
    ['Centre médical, bureau 200, 100 rue King', 'Centre médical, bureau 200, 900 rue King'],
    ['Clinique Keel, local 5, 100 rue King', 'Clinique Keel, local 5, 900 rue King'],
    ['Clinique Keel, local 5, 100 rue King', 'Clinique Keel, local 6, 100 rue Queen'],
    ['Medical Arts Building, Suite 300, 240 Main St', 'Medical Arts Building, Suite 300, 250 Main St'],
    ['Medical Arts Building, Suite 300, 240 Main St', 'Medical Arts Building, Suite 300, 240 Front St'],
    ['Centre 2000, bureau 200, 100 rue King', 'Centre 2000, bureau 210, 900 rue Queen'],
    ['100 King St, Tower A', '100 King St, Tower B'],
    ['100 King St, Bldg 2', '100 King St, Bldg 3'],
    ['100 King St, Main floor', '100 Queen St, Main floor'],
    ['100 King St, Main floor', '102 King St, Main floor'],
    ['12 Main, floor 2', '12 King, floor 2'],
    ['12 Main Floor 2', '12 King Floor 2'],
    ['100 King St, sous-sol', '100 Queen St, sous-sol'],
    ['100 rue King, porte 2', '100 rue Queen, porte 2'],
    ['rue de la Porte 12', 'rue de la Porte 14'],
    ['100 rue de la Porte', '100 rue de la Montagne'],
    ['rue King, no 100', 'rue King, no 200'],
    ['No 100, rue King', 'No 200, rue King'],
    ['100 King St, PO Box 12', '200 King St, PO Box 12'],
    ['100 King St, PO Box 12', '100 Queen St, PO Box 12'],
    ['PO Box 12', 'PO Box 14'],
    ['2nd Floor - 100 King St', '2nd Floor - 102 King St'],
    ['Tower A, 100 King St', 'Tower A, 900 King St'],
    ['100 Tower Rd', '100 Main Rd'],
    ['12 Building St', '12 King St'],
    ['100 Tower E', '100 Main E'],
    ['12 Mt Pleasant Rd', '12 Mount Royal Rd'],
    ['12 Mount Pleasant Rd', '12 Fort Pleasant Rd'],
    ['12 Ft York Blvd', '12 Mt York Blvd'],
    ['12 rue du Parc', '12 rue du Port'],
    ['12 rue du Parc', '12 rue Port'],
    ['12 rue du Parc', '12 avenue Parc'],
    ['12 rue de la Montagne', '12 rue Mountain'],
    ['12 boul. de Maisonneuve', '12 boul. de la Montagne'],
    ['12 rue de la Montagne', '12 rue de la Fontaine'],
    ['12 The Esplanade', '12 The Queensway'],
    ['12 Rang 4', '12 5e Rang'],
    ['12 Rang 4', '14 4e Rang'],
    ['4 Rang 12', '12 Rang 4'],
    ['100 Line 5', '100 6th Line'],
    ['100 Line 5', '100 5th Ave'],
    ['100 Hwy #7', '100 Hwy #12'],
    ['100 Hwy #7', '100 Hwy 8'],
    ['100 Hwy 7', '100 Hwy 77'],
    ['100A King St', '100-B King St'],
    ['100-A King St', '101-A King St'],
    ['100A King St', '100 King St'],
    ['104 King St', '100-102 King St'],
    ['100-102 King St', '102-104 King St'],
    ['100-102 King St', '100-104 King St'],
    ['100-102 King St', '100-102 Queen St'],
    ['100-150 King St', '100 King St'],
    ['One King St W', 'Two King St W'],
    ['One King St', '11 King St'],
    ['One King St', '1 Queen St'],
    ['12 Kensington Gdns', '12 Kensington Heights'],
    ['12 Forest Hts Blvd', '12 Forest Hill Blvd'],
    ['12 High Pk', '12 High Point'],
    ['12 Mill St', '12 Hill St'],
    ['12 Pine St', '12 Vine St'],
    ['12 York St', '12 Cork St'],
    ['12 rue du Parc', '12 rue du Pare'],
    ['100 King St, E', '100 King St, W'],
    ['55 Avenue D', '55 Avenue L'],
    ["12 rue de l'Est", "12 rue de l'Ouest"],
    ['100 County Road #5', '100 County Rd #6'],
    ['12 Line N', '12 Line S'],
    ['100 Main St, 5', '100 5th St'],
    ['7-99 Line', '8-99 Line'],
    ['12 rue du Nord', '12 rue du Parc'],
    ['10123-99 Street, Suite 5', '10440-99 Street, Suite 5'],
    ['Suite 5, 10123-99 Street', 'Suite 5, 10440-99 Street'],
    ['#5-10123 99 Street', '#5-10440 99 Street'],
    ['A-100 King St', 'A-102 King St'],
    ['100 Hwy 7 E', '100 Hwy 7 W'],
    ['100 King St, Tower A, Suite 5', '100 King St, Tower B, Suite 5'],
    ['rue King, #100', 'rue King, #200'],
    ['12 Kings St', '12 King St'],
    ['12 Old Mill Rd, rear', '14 Old Mill Rd, rear'],
    ['Bur. 200, 100 rue King', 'Bur. 200, 102 rue King'],
    ["12 boul. de l'Est", '12 boul. Laurier'],
    ['101-100 rue King', '101-200 rue King'],
    ['#5-10123, 99 Street', '#5-10440, 99 Street'],
    ['#10123 99 Street', '#10440 99 Street'],
    ['10123-99 Street N.W.', '10440-99 Street N.W.'],
    ['10123-99 Street 2nd Floor', '10440-99 Street 2nd Floor'],
    ['10123-99 Street Main Floor', '10440-99 Street Main Floor'],
    ['10123-99 Street Ottawa', '10440-99 Street Ottawa'],
    ['10123-99 Avenue NW Ottawa', '10440-99 Avenue NW Ottawa'],
    ['10123-99 Parkway', '10440-99 Parkway'],
    ['10123-99 Grove', '10440-99 Grove'],
    ['10123-99 Gate', '10440-99 Gate'],
    ['10123-99 Walk', '10440-99 Walk'],
    ['10123-99 Street; Unit 4', '10440-99 Street; Unit 4'],
    ['#10123-99 Street', '#10440-99 Street'],
    ['10123-99 Street (north door)', '10440-99 Street (north door)'],
    ['10123-99 Street beside the mall', '10440-99 Street beside the mall'],
  ])('is another door: %s and %s', (was, is) => {
    expect(isElsewhere(inOttawa(was), inOttawa(is))).toBe(true);
    expect(isElsewhere(inOttawa(is), inOttawa(was))).toBe(true);
  });

  it.each([
    ['100 King St', '100 King St, Toronto', false],
    ['100 King St', '100 King St, Toronto, ON K1A 0B1', false],
    ['100 King St', '100 King St, Toronto ON K1A 0B1', false],
    ['100 King St', '100 King St, K1A 0B1', false],
    ['100 King St', '100 King St, Toronto, Ontario, Canada', false],
    ['100 King St, Toronto', '100 Queen St, Toronto', true],
    ['100 King St, K1A 0B1', '200 King St, K1A 0B1', true],
    ['100, rue Toronto', '100, rue King', true],
    ['100, Toronto', '100, King', true],
  ])('knows its city there: %s and %s', (was, is, elsewhere) => {
    expect(isElsewhere({ addressLine1: was, city: 'Toronto' }, { addressLine1: is, city: 'Toronto' })).toBe(elsewhere);
    expect(isElsewhere({ addressLine1: is, city: 'Toronto' }, { addressLine1: was, city: 'Toronto' })).toBe(elsewhere);
  });

  it.each([
    ['Montréal', 'Montréal, QC', false],
    ['Ottawa', 'Ottawa, Ontario', false],
    ['Québec', 'Quebec City', false],
    ['Québec', 'Québec, QC', false],
    ['Québec', 'Ville de Québec', false],
    ['Fort McMurray', 'Ft. McMurray, AB', false],
    ['Windsor, ON', 'Windsor, QC', true],
    ['Montréal, QC', 'Ottawa, ON', true],
    ['Québec', 'Lévis, Québec', true],
    ['Hull', 'Hill', true],
    ['York', 'Cork', true],
  ])('knows a city with its province: %s and %s', (was, is, elsewhere) => {
    expect(isElsewhere({ ...OLD, city: was }, { ...OLD, city: is })).toBe(elsewhere);
    expect(isElsewhere({ ...OLD, city: is }, { ...OLD, city: was })).toBe(elsewhere);
  });

  it.each([
    ['99|nw|rue|ottawa|nw', '10123-99 Street NW', true],
    ['12|demaisonneuve|blvd|ottawa|', '12 boul. de Maisonneuve', false],
    ['100 7||hwy|ottawa|', '100 Hwy 7', false],
    ['1|old|rue|ottawa on|', '1 Old St', false],
    ['102|king|rue|ottawa|', '100-102 King St', false],
    ['12|millst||ottawa', '12 Mill St', false],
    ['12|millst||ottawa', '12 Hill St', true],
  ])('is compared with one that was kept before: %s and %s', (kept, is, elsewhere) => {
    expect(isOtherDoor(kept, addressKey(inOttawa(is)))).toBe(elsewhere);
    expect(isOtherDoor(addressKey(inOttawa(is)), kept)).toBe(elsewhere);
  });
});

/** Where doors are told apart by two numbers, as in Edmonton and Surrey, and streets by few letters. */
const STYLES = [
  {
    names: ['99', '100', '99A', '102', '7', '11'],
    types: ['Street', 'St', 'Avenue', 'Ave'],
    directions: ['NW', 'SW', 'N', 'South'],
    write: (door: Door) => `${door.number}${door.between}${door.name} ${door.type} ${door.direction}`.trim(),
  },
  {
    names: ['Mill', 'Hill', 'Pine', 'Vine', 'York', 'Cork', 'Mt Pleasant', 'Fort York', 'Forest Hts', 'High Park', 'Court', 'Avenue'],
    types: ['St', 'Road', 'Dr', 'Blvd'],
    directions: ['W', 'East', 'N', 'South-West'],
    write: (door: Door) => `${door.number} ${door.name} ${door.type} ${door.direction}`.trim(),
  },
  {
    names: ['du Parc', 'du Port', 'de la Montagne', 'de Maisonneuve', "de l'Église", 'Saint-Denis', 'des Pins', 'Laurier', 'King'],
    types: ['rue', 'av.', 'boul.', 'chemin'],
    directions: ['Ouest', 'Est', 'N', 'Sud'],
    write: (door: Door) => `${door.number}, ${door.type} ${door.name} ${door.direction}`.trim(),
  },
];
interface Door {
  number: string;
  between: string;
  name: string;
  type: string;
  direction: string;
}
const FURNISHED: readonly ((line: string) => string)[] = [
  ...['', ', Main floor', ', ground floor', ' (rear)', ', Lower Level', ', sous-sol', ', rez-de-chaussée', ', 1st fl', ', 2e étage'],
  ...[
    ', Suite 200',
    ', #12',
    ', bur. 200',
    ', no 200',
    ', porte 2',
    ', PO Box 12',
    ', C.P. 12',
    ', Tower A',
    ', Ottawa',
    ', Ottawa, ON K1A 0B1',
  ],
].map((after) => (line: string) => `${line}${after}`);
const BEFORE: readonly ((line: string) => string)[] = [
  '',
  'Suite 200, ',
  '#200, ',
  '#200-',
  '200A-',
  'Tower A, ',
  '2nd Floor - ',
  'PO Box 12, ',
].map((before) => (line: string) => `${before}${line}`);
const doors = fc.constantFrom(...STYLES).chain(({ names, types, directions, write }) =>
  fc.record({
    write: fc.constant(write),
    number: fc.integer({ min: 12, max: 19_999 }).map(String),
    otherNumber: fc.integer({ min: 12, max: 19_999 }).map(String),
    between: fc.constantFrom('-', ' - ', '–', ' '),
    name: fc.constantFrom(...names),
    otherName: fc.constantFrom(...names),
    type: fc.constantFrom(...types),
    direction: fc.constantFrom('', ...directions),
    otherDirection: fc.constantFrom(...directions),
    furnish: fc.array(fc.constantFrom(...FURNISHED), { minLength: 4, maxLength: 4 }),
    before: fc.array(fc.constantFrom(...BEFORE), { minLength: 2, maxLength: 2 }),
  }),
);

describe('any door', () => {
  it('is never that of another number, street or direction, and stays one, whatever stands in its line besides', () => {
    fc.assert(
      fc.property(doors, ({ write, otherNumber, otherName, otherDirection, furnish, before, ...door }) => {
        const [inOne = String, inOther = String, besideOne = String, besideOther = String] = [...before, ...furnish];
        const was = inOne(besideOne(write(door)));
        const now = (over: Partial<Door>) => inOther(besideOther(write({ ...door, ...over })));
        staysAll(was, now({}));
        if (otherNumber !== door.number) movesAll(was, now({ number: otherNumber }));
        if (otherName !== door.name) movesAll(was, now({ name: otherName }));
        if (door.direction && otherDirection !== door.direction) movesAll(was, now({ direction: otherDirection }));
      }),
      { numRuns: 5000 },
    );
  });
});

const cities = fc.constantFrom(null, 'Montréal', 'Montreal', 'Laval', 'East York', 'West York');
/** Of few streets, with more or less left out, so that many saves are the same door and some are not. */
const saves = fc.array(
  fc.record({
    addressLine1: fc.oneof(
      { weight: 1, arbitrary: fc.constant(null) },
      {
        weight: 5,
        arbitrary: fc
          .tuple(
            fc.constantFrom('', '12', '12', '14'),
            fc.constantFrom('Carter', 'Charter', 'Charger', 'King'),
            fc.constantFrom('', 'St', 'Street', 'Ave'),
            fc.constantFrom('', '', 'W', 'E', 'NW'),
          )
          .map((words) => words.join(' ')),
      },
    ),
    city: cities,
  }),
  { minLength: 2, maxLength: 8 },
);

const sameNumber = (key: string) => new RegExp(`^${key.split('|')[0]}[|]`);

describe('any saves of an address', () => {
  it('are told of once the last is another door than anything that was said since it was last told, or before it came back there', () => {
    fc.assert(
      fc.property(saves, (all) => {
        let since = [addressKey(all[0]!)];
        const former: string[] = [];
        toldOf(all).forEach((from, index) => {
          const is = addressKey(all[index + 1]!);
          if (since.some((one) => isOtherDoor(one, is))) expect(from).not.toBeNull();
          else if (from !== null) expect(former).toContainEqual(expect.stringMatching(sameNumber(since.at(-1)!)));
          if (from === null) since.push(is);
          else {
            expect(isOtherDoor(from, is)).toBe(true);
            former.push(...since);
            since = [is];
          }
        });
      }),
      { numRuns: 1000 },
    );
  });
});
