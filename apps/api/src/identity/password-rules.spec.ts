import { createHash } from 'node:crypto';
import { passwordFault } from './password-rules.js';

const olive = ['Olive', 'Owner-Tremblay', 'o.tremblay@northpine.example', 'Northpine Physio & Cie', 'northpine-physio'];

describe('a new password', () => {
  it.each([
    ['qwertyuiop', 'common'],
    ['1qaz2wsx3edc', 'common'],
    ['password2026!', 'common'],
    ['P@ssw0rd2026', 'common'],
    ['  Sunshine 1987 ', 'common'],
    ['!!football!!!', 'common'],
    ['basketball', 'common'],
    ['password1password1', 'common'],
    ['hunter2letmein', 'common'],
    ['letmeinhunter2', 'common'],
    ['2026hunter2letmein!', 'common'],
    ['hunter2-letmein', 'common'],
    ['hunter2niemtel', 'common'],
    ['drowssapdrowssap1', 'common'],
    ['1drowssap2026', 'common'],
    ['Dragon!Monkey', 'common'],
    ['Yeknom1987Nogard', 'common'],
    ['P@ssw0rdL3tm31n', 'common'],
    ['iloveyoufootball99', 'common'],
    // Two letters about a pair are still no password; three are (below).
    ['xdragonmonkeyz', 'common'],
    ['aaaaaaaaaaaa', 'repeated'],
    ['abcabcabcabc', 'repeated'],
    ['wintwintwint', 'repeated'],
    ['passwordpassword', 'repeated'],
    ['abcdefghijkl', 'repeated'],
    ['9876543210', 'repeated'],
    ['OliveTremblay1', 'own'],
    ['northpine-2026', 'own'],
    ['N0rthp1ne!2026', 'own'],
    ['tremblay.northpine.keel', 'own'],
    // A name of hers that is on the list, too.
    ['tremblay123456', 'common'],
    ['keelkeel-2026', 'own'],
  ])('is refused where it is guessed: %s', (password, fault) => {
    expect(passwordFault(password, olive)).toBe(fault);
  });

  it.each([
    'correct horse battery',
    'xdragonqmonkeyz',
    'a quiet demo clinic',
    'staple gun correct',
    'olive trees by the old harbour',
    'le chat dort sous la véranda',
    'été à Chicoutimi, 1994',
    'ᐃᓄᒃᑎᑐᑦ ᐅᖃᐅᓯᖅ',
  ])('is taken where it is not: %s', (password) => {
    expect(passwordFault(password, olive)).toBeUndefined();
  });

  it.each([
    ['one letter of which is spelled in eighteen', '\ufdfa'.repeat(194) + 'abcdef', undefined],
    ['of two hundred letters', 'correct horse battery staple '.repeat(7).slice(0, 200).toUpperCase(), undefined],
    ['of marks with letters between', `${'-'.repeat(99)}a${'!'.repeat(99)}b`, 'repeated'],
  ])('is judged in the time of a request, whatever it holds: %s', (_, password, fault) => {
    // The first ended after minutes only, which is the end of a test.
    expect(passwordFault(password, olive)).toBe(fault);
  });

  it('is taken where a machine made it, but for one in thousands that holds two words by chance', () => {
    // Always the same ones, which look like any others.
    const made = (one: number) => createHash('sha256').update(String(one)).digest('base64url').slice(0, 12);
    const refused = Array.from({ length: 4000 }, (_, one) => made(one)).filter((password) => passwordFault(password, olive));
    expect(refused.length).toBeLessThan(3);
  });
});
