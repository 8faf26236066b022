import fc from 'fast-check';
import { fontFile, isPrintable, runs } from './fonts.js';

describe('the letters of a receipt', () => {
  it('are all kept, in order, for scripts that have a font', () => {
    for (const name of ['Zoé Lavoie-Tremblay', 'Ελένη Παπαδοπούλου', 'Иван Ёлкин', 'Nguyễn Thị Ánh', 'Łukasz Çelik']) {
      expect(
        runs(name, 400)
          .map((run) => run.text)
          .join(''),
      ).toBe(name);
      expect(isPrintable(name)).toBe(true);
    }
  });

  it('of any text take as many places as were typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const shown = runs(text, 700)
          .map((run) => run.text)
          .join('');
        expect([...shown].length).toBe([...text.normalize('NFC')].length);
      }),
    );
    expect(isPrintable('山田')).toBe(false);
    expect(runs('山', 400)).toEqual([{ font: 'latin-400', text: '·' }]);
  });

  it('have their font files', () => {
    expect(fontFile('latin-400').subarray(0, 4).toString()).toBe('wOFF');
    expect(fontFile('cyrillic-ext-700').subarray(0, 4).toString()).toBe('wOFF');
  });
});
