import { clockOf, sameClock } from './zone-label.js';

describe('the clock of another place', () => {
  it('is named in both languages', () => {
    expect(clockOf('America/Vancouver', 'en')).toBe('Vancouver time');
    expect(clockOf('America/Vancouver', 'fr')).toBe('heure de Vancouver');
    expect(clockOf('America/St_Johns', 'en')).toBe('St Johns time');
    expect(clockOf('America/Edmonton', 'fr')).toBe('heure d’Edmonton');
  });

  it('is another only while it shows another time', () => {
    const [winter, summer] = [Date.parse('2026-01-15T12:00:00Z'), Date.parse('2026-07-15T12:00:00Z')];
    expect(sameClock('America/Toronto', 'America/Vancouver', winter)).toBe(false);
    // Saskatchewan keeps Manitoba's winter time all year.
    expect(sameClock('America/Regina', 'America/Winnipeg', winter)).toBe(true);
    expect(sameClock('America/Regina', 'America/Winnipeg', summer)).toBe(false);
  });
});
