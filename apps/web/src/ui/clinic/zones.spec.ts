import { isTimeZone } from '@keel/calendar';
import { COUNTRIES, REGIONS } from '@keel/contracts';
import { regionWords } from './region-words.js';
import { ALL_ZONES, zonesOf } from './zones.js';

describe('the time zones of a region', () => {
  it('are at least one for every province and state, and each is a zone that the calendar knows', () => {
    for (const country of COUNTRIES) {
      for (const region of REGIONS[country]) {
        const zones = zonesOf(country, region);
        expect([region, zones.length > 0]).toEqual([region, true]);
        expect(zones.filter((zone) => !isTimeZone(zone) || !ALL_ZONES.includes(zone))).toEqual([]);
      }
    }
  });

  it('are none for a region of another country', () => expect(zonesOf('US', 'ON')).toEqual([]));

  it('are all named', () => expect(ALL_ZONES.filter((zone) => !isTimeZone(zone))).toEqual([]));
});

it('every province and state has a name', () => {
  for (const country of COUNTRIES) expect(Object.keys(regionWords.en[country]).sort()).toEqual([...REGIONS[country]].sort());
});
