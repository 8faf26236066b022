import fc from 'fast-check';
import { toLocalRfc3339, toRfc3339 } from './rfc3339.js';
import { toWall } from './wall-time.js';

describe('an instant as text', () => {
  it('is what Date writes, for whole minutes and any other', () => {
    const instant = fc.oneof(
      fc.date({ noInvalidDate: true }).map(Number),
      fc.integer({ min: -70_000_000, max: 70_000_000 }).map((minute) => minute * 60_000),
    );
    fc.assert(
      fc.property(instant, (at) => expect(toRfc3339(at)).toBe(new Date(at).toISOString())),
      { numRuns: 20_000 },
    );
  });

  it('is the reading of a clock with its offset: the same moment, and the same wall time', () => {
    expect(toLocalRfc3339('America/Toronto', Date.parse('2026-12-01T15:00:00Z'))).toBe('2026-12-01T10:00:00-05:00');
    expect(toLocalRfc3339('America/St_Johns', Date.parse('2026-07-01T15:00:00Z'))).toBe('2026-07-01T12:30:00-02:30');
    expect(toLocalRfc3339('UTC', 0)).toBe('1970-01-01T00:00:00+00:00');
    const minutes = fc.integer({ min: Date.UTC(1990, 0) / 60_000, max: Date.UTC(2080, 0) / 60_000 });
    const zones = fc.constantFrom('America/Toronto', 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Apia', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const said = toLocalRfc3339(zone, minute * 60_000);
        expect(Date.parse(said)).toBe(minute * 60_000);
        expect(Date.parse(`${said.slice(0, 19)}Z`)).toBe(toWall(zone, minute * 60_000));
      }),
    );
  });
});
