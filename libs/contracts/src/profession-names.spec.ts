import { collegeName, proposedTitle, titleName, usualTitles } from './profession-names.js';
import { PROFESSIONS } from './enums.js';
import { COUNTRIES } from './types.js';

describe('titles and colleges', () => {
  it('are named as the reader does, and what is not known stays as it was written', () => {
    expect(titleName('Occupational Therapist', 'fr', 'CA')).toBe('Ergothérapeute');
    expect(titleName('ergothérapeute', 'en', 'CA')).toBe('Occupational Therapist');
    expect(titleName('Osteopath (DOMP)', 'fr', 'CA')).toBe('Osteopath (DOMP)');
    expect(collegeName('College of Nurses of Ontario', 'fr')).toBe('Ordre des infirmières et infirmiers de l’Ontario');
    expect(collegeName("Ordre des ergothérapeutes de l'Ontario", 'en')).toBe('College of Occupational Therapists of Ontario');
    expect(collegeName('CMTO', 'fr')).toBe('CMTO');
  });

  it('keep the form that somebody has chosen for themselves', () => {
    expect(titleName('Counsellor', 'fr', 'CA')).toBe('Conseillère ou conseiller');
    expect(titleName('conseillère', 'fr', 'CA')).toBe('Conseillère');
    expect(titleName('Conseiller', 'en', 'CA')).toBe('Counsellor');
    expect(usualTitles('counsellor', 'fr', 'CA')).toContain('Conseillère');
    expect(usualTitles('physiotherapist', 'fr', 'CA')).toEqual(['Physiothérapeute']);
  });

  it('are those of the country: what one country calls otherwise is read by its own name, and a credential stays what it is', () => {
    expect(COUNTRIES.map((country) => proposedTitle('physiotherapist', country))).toEqual(['Physiotherapist', 'Physical Therapist']);
    expect(COUNTRIES.map((country) => proposedTitle('massage_therapist', country))).toEqual([
      'Registered Massage Therapist',
      'Licensed Massage Therapist',
    ]);
    expect(COUNTRIES.map((country) => proposedTitle('counsellor', country))).toEqual(['Counsellor', 'Counselor']);
    // Québec keeps no register of massage therapists.
    expect(titleName(proposedTitle('massage_therapist', 'CA', 'QC'), 'fr', 'CA')).toBe('Massothérapeute');
    expect(proposedTitle('massage_therapist', 'CA', 'ON')).toBe('Registered Massage Therapist');
    expect(titleName('Physiotherapist', 'en', 'US')).toBe('Physical Therapist');
    expect(titleName('physiothérapeute', 'en', 'US')).toBe('Physical Therapist');
    expect(titleName('Physical Therapist', 'fr', 'US')).toBe('Physiothérapeute');
    expect(titleName('Counsellor', 'en', 'US')).toBe('Counselor');
    // Ontario protects this title too: who writes it has it printed.
    expect(titleName('Physical Therapist', 'en', 'CA')).toBe('Physical Therapist');
    // Nobody is given a licence, or another registration, by how a paper is printed.
    expect(titleName('Registered Massage Therapist', 'en', 'US')).toBe('Registered Massage Therapist');
    expect(titleName('Licensed Massage Therapist', 'en', 'CA')).toBe('Licensed Massage Therapist');
    for (const typed of ['Massothérapeute agréée', 'Physiothérapeute agréé', 'Ergothérapeute agréée', 'Conseiller agréé']) {
      expect(titleName(typed, 'en', 'CA')).toBe(typed);
      expect(titleName(typed, 'en', 'US')).toMatch(/^Licensed/);
    }
    expect(usualTitles('massage_therapist', 'en', 'US')).not.toContain('Registered Massage Therapist');
  });

  it.each(COUNTRIES.flatMap((country) => PROFESSIONS.map((profession) => [profession, country] as const)))(
    'are known in French and English where Keel proposes them: %s in %s',
    (profession, country) => {
      expect(usualTitles(profession, 'en', country)).toContain(proposedTitle(profession, country));
      expect(titleName(proposedTitle(profession, country), 'fr', country)).not.toBe(proposedTitle(profession, country));
      for (const french of usualTitles(profession, 'fr', country)) {
        expect(titleName(french, 'fr', country)).toBe(french);
        expect(titleName(titleName(french, 'en', country), 'fr', country)).not.toBe(titleName(french, 'en', country));
      }
    },
  );
});
