import { createRequire } from 'node:module';
import { join } from 'node:path';
import { addZoneData, offsetAt } from '@keel/calendar';
import { type Packed, zonesOf } from './zones-of.js';

const packed = createRequire(join(process.cwd(), 'libs/calendar/package.json'))('moment-timezone/data/packed/latest.json') as Packed;
const HOUR = 3_600_000;

describe('the zones in the bundle', () => {
  const part = zonesOf(packed, ['CA', 'US']);

  it('are those of Canada and the United States, under the names of the pages and of the law', () => {
    const names = part.zones.map((line) => line.slice(0, line.indexOf('|')));
    for (const name of ['America/Toronto', 'America/Vancouver', 'America/Winnipeg', 'Pacific/Honolulu']) expect(names).toContain(name);
    expect(part.links.join(' ')).toContain('Canada/Eastern');
    expect(names).not.toContain('Europe/Paris');
    expect(JSON.stringify(part).length).toBeLessThan(JSON.stringify(packed).length / 10);
  });

  it('show the same time as the whole data from 1990 until 2080', () => {
    const renamed = part.zones.map((line) => `bundle:${line}`);
    addZoneData({ zones: renamed, links: [] });
    for (const line of part.zones) {
      const name = line.slice(0, line.indexOf('|'));
      for (let year = 1990; year < 2080; year++) {
        for (let day = 0; day < 366; day += 5) {
          const instant = Date.UTC(year, 0, 1 + day) + ((day * 7) % 24) * HOUR;
          if (offsetAt(`bundle:${name}`, instant) !== offsetAt(name, instant))
            throw new Error(`${name} differs at ${new Date(instant).toISOString()}`);
        }
      }
    }
  });
});
