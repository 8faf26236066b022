import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { graphemes, type Letter, neededCodes, printable } from './letters.js';
import { breakLines } from './lines.js';
import { fontRuns, visualRuns } from './runs.js';

const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xff_ff }).map((code) => String.fromCharCode(code)) }),
);
const mixed = fc.string({ unit: fc.constantFrom(...'abcאבגدبش 12٣٤()-.,é') });

/** Fonts by script, as a real set has them: blanks and signs anywhere. */
function lettersOf(text: string): Letter[] {
  const fontOf = (sign: string) => (/\p{Script=Hebrew}/u.test(sign) ? 'hebrew' : /\p{Script=Arabic}/u.test(sign) ? 'arabic' : 'latin');
  return graphemes(printable(text)).map((shown) => ({ shown, typed: shown, face: fontOf(shown) }));
}

describe('a text made printable', () => {
  it('has no control signs and no halves of pairs, and is printable as it is', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const shown = printable(text);
        expect(shown).not.toMatch(/(?!\n)\p{Control}|\p{Surrogate}|\p{Bidi_Control}/u);
        expect(printable(shown)).toBe(shown);
        expect(graphemes(shown).join('')).toBe(shown);
        for (const sign of graphemes(shown))
          expect(neededCodes(sign).every((code) => shown.includes(String.fromCodePoint(code)))).toBe(true);
      }),
    );
  });
});

describe('runs of one font', () => {
  it('keep all letters in order, and neighbours differ', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const letters = lettersOf(text);
        const runs = fontRuns(letters);
        expect(runs.map((run) => run.text).join('')).toBe(letters.map(({ shown }) => shown).join(''));
        runs.slice(1).forEach((run, index) => expect(run.face).not.toBe(runs[index]?.face));
      }),
    );
  });
});

describe('runs from left to right', () => {
  it('stand where the Unicode algorithm puts each letter', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const letters = lettersOf(text);
        const logical = letters.map(({ shown }) => shown).join('');
        const base = /[a-zé]/.test(logical) ? 'ltr' : 'auto';
        const expected = bidi.getReorderedIndices(logical, bidi.getEmbeddingLevels(logical, base)).map((index) => logical[index]);
        const seen = visualRuns(letters).flatMap(({ text: run, rightToLeft }) =>
          rightToLeft ? Array.from(run).toReversed() : Array.from(run),
        );
        expect(seen).toEqual(expected);
      }),
    );
  });

  it('say what was typed where something else is drawn, each by itself', () => {
    const [a, unknown, b] = ['a', '\ufffd', 'b'].map((shown) => ({ shown, typed: shown === '\ufffd' ? '😀' : shown, face: 'latin' }));
    expect(visualRuns([a, unknown, b].filter((letter) => letter !== undefined))).toEqual([
      { face: 'latin', rightToLeft: false, text: 'a' },
      { face: 'latin', rightToLeft: false, text: '\ufffd', typed: '😀' },
      { face: 'latin', rightToLeft: false, text: 'b' },
    ]);
  });
});

describe('lines', () => {
  const measure = (letters: readonly Letter[]) => letters.length;
  const words = fc.string({ unit: fc.constantFrom(...'abcdé  漢字\n') });

  it('hold all letters, none wider than the column, and are full', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 9 }), (text, width) => {
        const lines = breakLines(lettersOf(text), width, measure);
        const said = (signs: string) => signs.replaceAll(/[ \n]/g, '');
        expect(said(lines.flatMap((line) => line.map(({ shown }) => shown)).join(''))).toBe(said(text));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(Math.max(1, width));
      }),
    );
  });

  it('break at blanks, between Chinese characters, and inside a word only where it must', () => {
    const broken = (text: string, width: number) =>
      breakLines(lettersOf(text), width, measure).map((line) => line.map(({ shown }) => shown).join(''));
    expect(broken('ab cd ef', 5)).toEqual(['ab cd', 'ef']);
    expect(broken('漢字漢字', 3)).toEqual(['漢字漢', '字']);
    expect(broken('ab cdefgh', 4)).toEqual(['ab', 'cdef', 'gh']);
    expect(broken('ab\n\ncd', 4)).toEqual(['ab', '', 'cd']);
  });
});
