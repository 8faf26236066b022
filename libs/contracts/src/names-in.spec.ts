import fc from 'fast-check';
import { LANGUAGES, type LocalText } from './locales.js';
import { keptNames, nameFor } from './names-in.js';
import { collegeFor, titleFor } from './profession-names.js';
import { isVisible } from './text.js';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom(' ', '\u200b', 'a', 'é') }),
  fc.constantFrom('', ' ', 'Foot care', ' Foot care '),
);
const names: fc.Arbitrary<LocalText | null> = fc.option(fc.record({ en: text, fr: text }, { requiredKeys: [] }));
const someName = text.filter(isVisible);

describe('a name in both languages', () => {
  it('is read in the language of the reader, or as it was written', () => {
    const footCare = { name: 'Foot care', nameIn: { fr: 'Soins des pieds' } };
    expect(LANGUAGES.map((language) => nameFor(language, footCare))).toEqual(['Foot care', 'Soins des pieds']);
    expect(LANGUAGES.map((language) => nameFor(language, { name: 'Reiki', nameIn: null }))).toEqual(['Reiki', 'Reiki']);
    expect(nameFor('fr', { name: 'Reiki' })).toBe('Reiki');
  });

  it('is kept without what is blank or says nothing else', () => {
    expect(keptNames({ en: 'Foot care ', fr: ' Soins des pieds ' }, () => 'Foot care')).toEqual({ fr: 'Soins des pieds' });
    expect(keptNames({ en: ' ', fr: '\u200b' }, () => 'Foot care')).toBeNull();
    expect(keptNames({}, () => 'Foot care')).toBeNull();
    expect(keptNames(undefined, () => 'Foot care')).toBeNull();
  });

  it('property: whatever was typed, what is kept reads as what was typed, else as the name; and keeping it again changes nothing', () => {
    fc.assert(
      fc.property(someName, names, (name, typed) => {
        const nameIn = keptNames(typed, () => name);
        expect(keptNames(nameIn, () => name)).toEqual(nameIn);
        expect(nameIn === null || Object.keys(nameIn).length > 0).toBe(true);
        for (const language of LANGUAGES) {
          const wanted = typed?.[language]?.trim() ?? '';
          const shown = nameFor(language, { name, nameIn });
          expect(shown.trim()).toBe(isVisible(wanted) ? wanted : name.trim());
          expect(isVisible(shown)).toBe(true);
        }
      }),
    );
  });
});

describe('a title and a college', () => {
  it('are called as the clinic says, before what is known of them', () => {
    const rmt = { title: 'Registered Massage Therapist', college: 'College of Massage Therapists of Ontario' };
    expect(titleFor('fr', 'CA', rmt)).toBe('Massothérapeute autorisé(e)');
    expect(titleFor('fr', 'CA', { ...rmt, titleIn: { fr: 'Massothérapeute' } })).toBe('Massothérapeute');
    expect(titleFor('en', 'CA', { ...rmt, titleIn: { fr: 'Massothérapeute' } })).toBe('Registered Massage Therapist');
    expect(titleFor('fr', 'CA', { title: 'Osteopath (DOMP)', titleIn: { fr: 'Ostéopathe (DOMP)' } })).toBe('Ostéopathe (DOMP)');
    expect(collegeFor('fr', rmt)).toBe('Ordre des massothérapeutes de l’Ontario');
    expect(collegeFor('fr', { college: 'Osteopathy Canada', collegeIn: { fr: 'Ostéopathie Canada' } })).toBe('Ostéopathie Canada');
    expect(collegeFor('fr', { college: null, collegeIn: { fr: 'Ostéopathie Canada' } })).toBeNull();
  });

  it('keep in a language what differs from what would be read there, though it be as they are written in the other', () => {
    const title = 'Registered Massage Therapist';
    const kept = keptNames({ en: title, fr: title }, (language) => titleFor(language, 'CA', { title }));
    expect(kept).toEqual({ fr: title });
    expect(titleFor('fr', 'CA', { title, titleIn: kept })).toBe(title);
  });
});
