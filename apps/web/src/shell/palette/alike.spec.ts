import fc from 'fast-check';
import { isAlike } from './alike.js';

describe('what is typed into the palette', () => {
  it.each([
    ['pat', 'Go to Patients'],
    ['PATEINTS', 'Go to Patients'],
    ['patints', 'Go to Patients'],
    ['go patients', 'Go to Patients'],
    ['patients go', 'Go to Patients'],
    ['reglages', 'Aller à Réglages'],
    ['deconecter', 'Se déconnecter'],
    ['', 'anything'],
  ])('%s means "%s"', (typed, text) => expect(isAlike(typed, text)).toBe(true));

  it.each([
    ['pbt', 'Go to Patients'],
    ['invoices', 'Go to Patients'],
    ['patients tomorrow', 'Go to Patients'],
  ])('%s does not mean "%s"', (typed, text) => expect(isAlike(typed, text)).toBe(false));

  it('is forgiven one swapped pair of neighbours in a longer word', () => {
    const word = fc.stringMatching(/^[a-z]{5,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), (text, seed) => {
        const at = seed % (text.length - 1);
        const typed = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
        expect(isAlike(typed, `go to ${text}`)).toBe(true);
      }),
    );
  });
});
