import { makeFormat, whenOf } from './format.js';

const { jest } = import.meta;
const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]/g, ' ');

it('writes money to the cent however much it is, in both languages', () => {
  const amounts = [3_000_000_000, 214_748_364_801, 100_000_000_000_001].map((amount) => ({ amount, currency: 'CAD' as const }));
  const written = (locale: 'en' | 'fr') => amounts.map((money) => plain(makeFormat(locale, 'America/Toronto').money(money)));
  expect(written('en')).toEqual(['$30,000,000.00', '$2,147,483,648.01', '$1,000,000,000,000.01']);
  expect(written('fr')).toEqual(['30 000 000,00 $', '2 147 483 648,01 $', '1 000 000 000 000,01 $']);
});

it('tells an appointment by the clock of its place, and whose it is where it is not the clinic’s', () => {
  const appointment = { start: '2026-12-01T18:00:00.000Z', end: '2026-12-01T18:45:00.000Z', location: { timeZone: 'America/Vancouver' } };
  const when = (locale: 'en' | 'fr', timeZone = 'America/Vancouver') =>
    plain(whenOf(makeFormat(locale, 'America/Toronto'), { ...appointment, location: { timeZone } }).span);
  expect(when('en')).toBe('11:00 a.m. – 11:45 a.m. (Vancouver time)');
  expect(when('fr')).toBe('11 h 00 – 11 h 45 (heure de Vancouver)');
  // Another name of the same clock is not another clock.
  expect(when('en', 'America/Detroit')).toBe('1:00 p.m. – 1:45 p.m.');
});

describe('a day', () => {
  const now = Date.parse('2027-01-01T04:30:00Z');
  afterEach(() => jest.restoreAllMocks());

  it('has its year where that is another than the one in which it is read', () => {
    jest.spyOn(Date, 'now').mockReturnValue(now);
    const format = makeFormat('en', 'America/Toronto');
    // It is still the old year there.
    expect(plain(format.day('2026-12-01T18:00:00Z'))).toBe('Tue, Dec 1');
    expect(plain(format.day('2027-01-01T18:00:00Z'))).toBe('Fri, Jan 1, 2027');
    expect(plain(format.dayTime('2026-12-01T18:00:00Z'))).toBe('Tuesday, December 1 at 1:00 p.m.');
    expect(plain(format.dayTime('2025-12-01T18:00:00Z'))).toBe('Monday, December 1, 2025 at 1:00 p.m.');
    expect(plain(makeFormat('fr', 'America/Toronto').dayTime('2025-12-01T18:00:00Z'))).toBe('lundi 1er décembre 2025 à 13 h 00');
    expect(plain(makeFormat('en', 'UTC').day('2026-12-01T18:00:00Z'))).toBe('Tue, Dec 1, 2026');
  });
});

it('writes in the United States as they do there, and stays in one piece', () => {
  const format = makeFormat('en-US', 'America/New_York');
  const morning = '2026-11-28T13:00:00Z';
  expect(format.time(morning)).toBe('8:00\u00a0AM');
  expect(format.hour(morning)).toBe('8\u00a0AM');
  expect([format.date(morning), format.civil('1990-11-28')]).toEqual(['11/28/2026', '11/28/1990']);
  expect(format.dayTime(morning)).toMatch(/^Saturday, November 28(, 2026)? at 8:00\u00a0AM$/);
  expect(format.money({ amount: 123_450, currency: 'USD' })).toBe('$1,234.50');
  expect([format.language, format.in('America/Chicago').time(morning)]).toEqual(['en', '7:00\u00a0AM']);
});
