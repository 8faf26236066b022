import { COUNTRIES, localeOf, STATED_LOCALES } from '@keel/contracts';
import fc from 'fast-check';
import { localeName, localeOptions } from './locale-options.js';

const labels = (...of: Parameters<typeof localeOptions>) => localeOptions(...of).map(({ label }) => label);

describe('what a clinic and its patients may be written to in', () => {
  it('is English and French of Canada, and in the US English (US)', () => {
    expect(labels('CA', 'en')).toEqual(['English', 'Français']);
    expect(labels('US', 'fr')).toEqual(['English (US)', 'Français (Canada)']);
    expect(localeOptions('US', 'en-US').map(({ value }) => value)).toEqual(['en-US', 'fr']);
    expect(labels('CA', 'en-US')).toEqual(['English', 'Français', 'English (US)']);
    expect(localeName('en-CA', 'US')).toBe('English (Canada)');
  });

  it('has what is stated as it was stated, once, and nothing twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COUNTRIES), fc.constantFrom(...STATED_LOCALES), (country, stated) => {
        const options = localeOptions(country, stated);
        expect(options.filter(({ value }) => value === stated)).toHaveLength(1);
        expect(new Set(options.map(({ value }) => localeOf(value, country))).size).toBe(options.length);
        expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
      }),
    );
  });
});
