import fc from 'fast-check';
import { formatInZone } from './format.js';
import { formatDate, type FormatStyle } from './spelling.js';

const afternoon = Date.parse('2026-12-01T22:30:00Z');
/** Unicode's data uses narrow and non-breaking spaces, which vary between releases. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

const instants = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const STYLES = ['longDate', 'date', 'day', 'dayOfYear', 'weekday', 'month', 'hour', 'time', 'longDateTime', 'fullDateTime'] as const;

describe('a time in words', () => {
  it('is the wall time of the zone by the current law, in English and French', () => {
    expect(plain(formatInZone(afternoon, 'America/Winnipeg', 'en'))).toBe('Tuesday, December 1 at 5:30 p.m.');
    expect(plain(formatInZone(afternoon, 'America/Winnipeg', 'fr'))).toBe('mardi 1er décembre à 17 h 30');
    expect(plain(formatInZone(afternoon, 'America/Edmonton', 'en', 'time'))).toBe('4:30 p.m.');
    expect(plain(formatInZone(new Date(afternoon), 'Asia/Tokyo', 'en', 'date'))).toBe('Dec 2, 2026');
    expect(plain(formatInZone(afternoon, 'America/Winnipeg', 'fr', 'fullDateTime'))).toBe('mardi 1er décembre 2026 à 17 h 30');
    expect(plain(formatInZone(afternoon, 'America/Winnipeg', 'en', 'dayOfYear'))).toBe('Tue, Dec 1, 2026');
  });

  it('is a date of no zone where only a date is meant', () => {
    expect(plain(formatDate('1990-02-28', 'fr'))).toBe('mercredi 28 février 1990');
    expect(plain(formatDate('2028-02-29', 'en', 'date'))).toBe('Feb 29, 2028');
    expect(plain(formatDate('2028-02-29', 'en', 'month'))).toBe('February 2028');
    expect(plain(formatDate('2028-02-29', 'fr', 'weekday'))).toBe('mar. 29');
  });

  it('counts the first of a month in French, and changes nothing else of how Intl spells a day', () => {
    const written = ['longDate', 'date', 'day', 'dayOfYear', 'longDateTime', 'fullDateTime'] as const satisfies FormatStyle[];
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.boolean(), fc.constantFrom(...written), (date, first, style) => {
        if (first) date.setUTCDate(1);
        const day = date.getUTCDate();
        const said = plain(formatInZone(date, 'UTC', 'fr', style));
        const ordinal = /(?:^| )1er (?=\p{L})/u;
        expect({ said, counted: ordinal.test(said) }).toEqual({ said, counted: day === 1 });
        expect(said).toContain(day === 1 ? '1er ' : ` ${day} `.slice(style === 'date' ? 1 : 0));
        expect(said.match(/1er/g)?.length ?? 0).toBe(day === 1 ? 1 : 0);
        // A day beside its weekday alone is a short form, and English counts none.
        expect(plain(formatInZone(date, 'UTC', 'fr', 'weekday'))).not.toContain('1er');
        expect(plain(formatInZone(date, 'UTC', 'en', style))).not.toMatch(/\d(st|er)/);
      }),
    );
  });

  it('is written in the United States as they do, and by a bare language as in Canada', () => {
    const morning = Date.parse('2026-11-28T13:00:00Z');
    const [newYork, american] = ['America/New_York', 'en-US'] as const;
    expect(formatInZone(morning, newYork, american, 'time')).toBe('8:00 AM');
    expect(formatInZone(morning, newYork, american, 'hour')).toBe('8 AM');
    expect(formatInZone(morning, newYork, american, 'date')).toBe('11/28/2026');
    expect(formatDate('2026-11-28', american, 'date')).toBe('11/28/2026');
    expect(formatDate('2026-11-28', american, 'weekday')).toBe('Sat 28');
    expect(formatInZone(morning, newYork, american)).toBe('Saturday, November 28 at 8:00 AM');
    expect(formatInZone(morning, newYork, american, 'fullDateTime')).toBe('Saturday, November 28, 2026 at 8:00 AM');
    expect(formatInZone(morning, newYork, american, 'dayOfYear')).toBe('Sat, Nov 28, 2026');
    fc.assert(
      fc.property(instants, fc.constantFrom(...STYLES), (instant, style) => {
        for (const language of ['en', 'fr'] as const)
          expect(formatInZone(instant, newYork, `${language}-CA`, style)).toBe(formatInZone(instant, newYork, language, style));
      }),
    );
  });

  it('says in every country the same moment: what is written can be read back', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const [, month, day, year] = /^(\d+)\/(\d+)\/(\d+)$/.exec(formatInZone(instant, 'UTC', 'en-US', 'date')) ?? [];
        expect(Date.UTC(Number(year), Number(month) - 1, Number(day))).toBe(instant.setUTCHours(0, 0, 0, 0));
      }),
    );
    fc.assert(
      fc.property(instants, fc.constantFrom('en-CA', 'en-US'), (instant, locale) => {
        const time = plain(formatInZone(instant, 'UTC', locale, 'time'));
        const [, hour, minute, half] = /^(\d+):(\d\d) (AM|PM|a\.m\.|p\.m\.)$/.exec(time) ?? [];
        const hours = (Number(hour) % 12) + (/^p/i.test(half ?? '') ? 12 : 0);
        expect([hours, Number(minute)]).toEqual([instant.getUTCHours(), instant.getUTCMinutes()]);
      }),
    );
  });
});
