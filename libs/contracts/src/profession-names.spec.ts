import { collegeName, proposedTitle, titleName, usualTitles } from './profession-names.js';
import { PROFESSIONS } from './enums.js';

describe('titles and colleges', () => {
  it('are named as the reader does, and what is not known stays as it was written', () => {
    expect(titleName('Occupational Therapist', 'fr')).toBe('Ergothérapeute');
    expect(titleName('ergothérapeute', 'en')).toBe('Occupational Therapist');
    expect(titleName('Osteopath (DOMP)', 'fr')).toBe('Osteopath (DOMP)');
    expect(collegeName('College of Nurses of Ontario', 'fr')).toBe('Ordre des infirmières et infirmiers de l’Ontario');
    expect(collegeName("Ordre des ergothérapeutes de l'Ontario", 'en')).toBe('College of Occupational Therapists of Ontario');
    expect(collegeName('CMTO', 'fr')).toBe('CMTO');
  });

  it('keep the form that somebody has chosen for themselves', () => {
    expect(titleName('Counsellor', 'fr')).toBe('Conseillère ou conseiller');
    expect(titleName('conseillère', 'fr')).toBe('Conseillère');
    expect(titleName('Conseiller', 'en')).toBe('Counsellor');
    expect(usualTitles('counsellor', 'fr')).toContain('Conseillère');
    expect(usualTitles('physiotherapist', 'fr')).toEqual(['Physiothérapeute']);
  });

  it.each(PROFESSIONS)('are known in French and English where Keel proposes them: %s', (profession) => {
    expect(usualTitles(profession, 'en')).toContain(proposedTitle(profession));
    expect(titleName(proposedTitle(profession), 'fr')).not.toBe(proposedTitle(profession));
    for (const french of usualTitles(profession, 'fr')) {
      expect(titleName(french, 'fr')).toBe(french);
      expect(titleName(titleName(french, 'en'), 'fr')).not.toBe(titleName(french, 'en'));
    }
  });
});
