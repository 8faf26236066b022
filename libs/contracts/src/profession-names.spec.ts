import { collegeName, titleName } from './profession-names.js';

describe('titles and colleges', () => {
  it('are named as the reader does, and what is not known stays as it was written', () => {
    expect(titleName('Occupational Therapist', 'fr')).toBe('Ergothérapeute');
    expect(titleName('ergothérapeute', 'en')).toBe('Occupational Therapist');
    expect(titleName('Osteopath (DOMP)', 'fr')).toBe('Osteopath (DOMP)');
    expect(collegeName('College of Nurses of Ontario', 'fr')).toBe('Ordre des infirmières et infirmiers de l’Ontario');
    expect(collegeName("Ordre des ergothérapeutes de l'Ontario", 'en')).toBe('College of Occupational Therapists of Ontario');
    expect(collegeName('CMTO', 'fr')).toBe('CMTO');
  });

  it.each(['Physiotherapist', 'Registered Massage Therapist', 'Registered Nurse, foot care', 'Occupational Therapist', 'Counsellor'])(
    'are known in French where Keel proposes them: %s',
    (title) => {
      const french = titleName(title, 'fr');
      expect(french).not.toBe(title);
      expect(titleName(french, 'fr')).toBe(french);
    },
  );
});
