import fc from 'fast-check';
import { toLocalRfc3339, toWall } from '@keel/calendar';
import { wallOf } from './wall.js';

it('is what the clock of any zone shows, read from what the API writes', () => {
  const minutes = fc.integer({ min: Date.UTC(1990, 0) / 60_000, max: Date.UTC(2080, 0) / 60_000 });
  const zones = fc.constantFrom('America/Toronto', 'America/St_Johns', 'America/Vancouver', 'Asia/Kolkata', 'Pacific/Apia', 'UTC');
  fc.assert(
    fc.property(minutes, zones, (minute, zone) => {
      const local = toLocalRfc3339(zone, minute * 60_000);
      expect(wallOf(local)).toBe(toWall(zone, minute * 60_000));
      expect(Date.parse(local)).toBe(minute * 60_000);
    }),
  );
});
