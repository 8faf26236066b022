import { formatDate, formatInZone } from './format.js';

const afternoon = Date.parse('2026-12-01T22:30:00Z');
/** Unicode's data uses narrow and non-breaking spaces, which vary between releases. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('a time in words', () => {
  it('is the wall time of the zone by the current law, in English and French', () => {
    expect(plain(formatInZone(afternoon, 'America/Winnipeg', 'en'))).toBe('Tuesday, December 1 at 5:30 p.m.');
    expect(plain(formatInZone(afternoon, 'America/Winnipeg', 'fr'))).toBe('mardi 1 décembre à 17 h 30');
    expect(plain(formatInZone(afternoon, 'America/Edmonton', 'en', 'time'))).toBe('4:30 p.m.');
    expect(plain(formatInZone(new Date(afternoon), 'Asia/Tokyo', 'en', 'date'))).toBe('Dec 2, 2026');
  });

  it('is a date of no zone where only a date is meant', () => {
    expect(plain(formatDate('1990-02-28', 'fr'))).toBe('mercredi 28 février 1990');
    expect(plain(formatDate('2028-02-29', 'en', 'date'))).toBe('Feb 29, 2028');
    expect(plain(formatDate('2028-02-29', 'en', 'month'))).toBe('February 2028');
    expect(plain(formatDate('2028-02-29', 'fr', 'weekday'))).toBe('mar. 29');
  });
});
