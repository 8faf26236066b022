import fc from 'fast-check';
import { asLine, breaksLine, cannotBePrinted, inSentence, isVisible, nameOf, turnsRound } from './text.js';

describe('a text', () => {
  it.each(['', ' ', '\u00a0\u2003', '\u200b\u200d', '\u3164', '\u2800', '\ufeff', '\u0301', '\u202e', '\n\t'])(
    'of nothing to see is none (%#)',
    (text) => {
      expect(isVisible(text)).toBe(false);
    },
  );

  it.each(['a', '山田', 'محمد', '.', '٣', '🙂', 'e\u0301', '\u200bZoé'])('shows %s', (text) => {
    expect(isVisible(text)).toBe(true);
  });

  it('is told where it turns round what follows', () => {
    expect(turnsRound('Roy\u202egnp')).toBe(true);
    expect(turnsRound('\u2067Roy')).toBe(true);
    expect(turnsRound('علی\u200cرضا')).toBe(false);
  });

  it('is told where it is more than one line, and none is that is kept as one', () => {
    expect(['Roy\nLee', 'Roy\r', 'Roy\tLee', 'Roy\u0085Lee', 'Roy\u2028'].filter((text) => !breaksLine(text))).toEqual([]);
    expect(breaksLine('Roy\u00a0Lee ')).toBe(false);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !isVisible(text) || !breaksLine(asLine(text))));
  });

  it('is told where it cannot be printed', () => {
    expect(['\u0007bell', 'a\ufffc', 'Zo\ufffd', '\u009b'].filter((text) => !cannotBePrinted(text))).toEqual([]);
    expect(['Zoé', 'علی\u200cرضا', '山田', '🙂', 'a\tb\r\n\u0085'].filter(cannotBePrinted)).toEqual([]);
  });

  it('is kept as a line without what nobody sees, and twice the same', () => {
    expect(asLine(' Zoe\u0301\u200b  Roy\u00a0')).toBe('Zoé Roy');
    expect(asLine('علی\u200cرضا')).toBe('علی\u200cرضا');
    expect(asLine('Zoé\u0085Roy')).toBe('Zoé Roy');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(asLine(asLine(text))).toBe(asLine(text));
        expect(isVisible(asLine(text))).toBe(isVisible(text));
      }),
    );
  });

  it('keeps its own direction in a sentence of another, and is left alone where it has the same', () => {
    for (const name of ['محمد الحسن', 'נועה כהן', 'Ali علي']) expect(inSentence(name)).toBe(`\u2068${name}\u2069`);
    for (const name of ['Zoé Roy', '陳大文', 'ᐊᓕᕗ', '12:30', 'e\u0301', '🙂', '']) expect(inSentence(name)).toBe(name);
  });

  it('names those with one name by it', () => {
    expect(nameOf({ firstName: '', lastName: 'Suharto' })).toBe('Suharto');
    expect(nameOf({ firstName: 'Cher', lastName: '' })).toBe('Cher');
  });
});
