import fc from 'fast-check';
import { assertZoneData } from './self-test.js';
import { DAY, HOUR, instantsOf, MINUTE, offsetAt, toInstant, toWall } from './wall-time.js';
import { isTimeZone, UnknownZoneError, zoneOf } from './zone-data.js';

const ZONES = [
  'America/Toronto',
  'America/Vancouver',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Europe/Paris',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
];
const zone = fc.constantFrom(...ZONES);
const at = (iso: string) => Date.parse(iso);

/** The offset by the runtime's own data, which is right for the years before 2026. */
function intlOffset(name: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' }).formatToParts(instant);
  const match = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(parts.find((part) => part.type === 'timeZoneName')?.value ?? '');
  if (!match?.[1]) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

describe('zone data', () => {
  it('agrees with the runtime on the years that both know', () => {
    const past = fc.integer({ min: at('1990-01-01T00:00:00Z') / MINUTE, max: at('2025-12-31T00:00:00Z') / MINUTE });
    fc.assert(
      fc.property(zone, past, (name, minute) => expect(offsetAt(name, minute * MINUTE)).toBe(intlOffset(name, minute * MINUTE))),
      { numRuns: 2000 },
    );
  });

  it('knows the provinces that stopped changing clocks in 2026', () => {
    expect(() => assertZoneData()).not.toThrow();
    expect(() => assertZoneData((name) => (name === 'America/Winnipeg' ? -360 : offsetAt(name, at('2026-12-15T12:00:00Z'))))).toThrow(
      /America\/Winnipeg/,
    );
  });

  it('knows aliases and refuses other names', () => {
    expect(offsetAt('Canada/Eastern', at('2026-07-01T00:00:00Z'))).toBe(-240);
    expect(isTimeZone('America/Moncton')).toBe(true);
    expect(isTimeZone('America/Atlantis')).toBe(false);
    expect(() => zoneOf('toString')).toThrow(UnknownZoneError);
  });
});

describe('wall time', () => {
  /** A minute within two days of a change of clocks, where every mistake lives, or anywhere. */
  const wallNear = (name: string) => {
    const changes = [...zoneOf(name).starts].filter((start) => start > at('1990-01-01T00:00:00Z') && start < at('2036-01-01T00:00:00Z'));
    const any = fc
      .integer({ min: at('1990-01-01T00:00:00Z') / MINUTE, max: at('2036-01-01T00:00:00Z') / MINUTE })
      .map((minute) => minute * MINUTE);
    if (changes.length === 0) return any;
    const near = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -2880, max: 2880 }))
      .map(([change, minutes]) => change + minutes * MINUTE);
    return fc.oneof(near, any);
  };

  it('finds exactly the instants at which the clock shows it', () => {
    fc.assert(
      fc.property(
        zone.chain((name) => fc.tuple(fc.constant(name), wallNear(name))),
        ([name, wall]) => {
          const oracle: number[] = [];
          for (let instant = wall - 16 * HOUR; instant <= wall + 16 * HOUR; instant += MINUTE)
            if (toWall(name, instant) === wall) oracle.push(instant);
          expect(instantsOf(name, wall)).toEqual(oracle);
          if (oracle.length > 0) expect(toInstant(name, wall)).toBe(oracle[0]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('carries a reading in the gap over it and takes the first of an hour lived twice', () => {
    const toronto = (wall: string) => new Date(toInstant('America/Toronto', at(wall))).toISOString();
    expect(toronto('2027-03-14T02:30:00Z')).toBe('2027-03-14T07:30:00.000Z');
    expect(toWall('America/Toronto', at('2027-03-14T07:30:00Z'))).toBe(at('2027-03-14T03:30:00Z'));
    expect(toronto('2026-11-01T01:30:00Z')).toBe('2026-11-01T05:30:00.000Z');
    expect(instantsOf('America/Toronto', at('2026-11-01T01:30:00Z'))).toHaveLength(2);
    expect(instantsOf('America/Toronto', at('2027-03-14T02:30:00Z'))).toEqual([]);
  });

  it('has a day of 23 and one of 25 hours', () => {
    const length = (day: string) => toInstant('America/Toronto', at(day) + DAY) - toInstant('America/Toronto', at(day));
    expect([length('2027-03-14T00:00:00Z'), length('2026-11-01T00:00:00Z')]).toEqual([23 * HOUR, 25 * HOUR]);
  });
});
