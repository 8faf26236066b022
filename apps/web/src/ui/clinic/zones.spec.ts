import { keysOf } from '../../i18n/words.js';
import { isTimeZone } from '@keel/calendar';
import { COUNTRIES, REGIONS } from '@keel/contracts';
import { regionWords } from './region-words.js';
import { everyZone, zonesOf } from './zones.js';

describe('the time zones of a region', () => {
  it('are at least one for every province and state, and each is a zone that the calendar knows', () => {
    for (const country of COUNTRIES) {
      for (const region of REGIONS[country]) {
        const zones = zonesOf(country, region);
        expect([region, zones.length > 0]).toEqual([region, true]);
        expect(zones.filter((zone) => !isTimeZone(zone) || !everyZone().includes(zone))).toEqual([]);
      }
    }
  });

  it('are none for a region of another country', () => expect(zonesOf('US', 'ON')).toEqual([]));

  it('are all named', () => expect(everyZone().filter((zone) => !isTimeZone(zone))).toEqual([]));
});

it('every province and state has a name', () => {
  for (const country of COUNTRIES) expect([...keysOf(regionWords, country)].sort()).toEqual([...REGIONS[country]].sort());
});
