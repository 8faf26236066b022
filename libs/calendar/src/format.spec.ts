import fc from 'fast-check';
import { formatDate, formatInZone, type FormatStyle } from './format.js';

const afternoon = Date.parse('2026-12-01T22:30:00Z');
/** Unicode's data uses narrow and non-breaking spaces, which vary between releases. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

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
});
