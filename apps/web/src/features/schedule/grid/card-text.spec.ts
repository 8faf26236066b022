import fc from 'fast-check';
import { type CardText, fitCard, FLAG_WIDTH, type Measure, waysToWrite } from './card-text.js';

/** Each letter as wide as any other; bold ones wider. */
const measure: Measure = (text, bold) => text.length * (bold ? 8 : 7);
const words = fc.array(fc.stringMatching(/^[A-Z][a-z]{0,11}$/), { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const flagLists = fc.subarray(['alert', 'untold', 'late', 'owing', 'new', 'signed'] as const);
const rooms = fc.record({ width: fc.integer({ min: 60, max: 300 }), lines: fc.integer({ min: 1, max: 8 }) });

/** Lays every word down and reports the widest line and the number of lines: the oracle, by strings. */
function laidOut({ name, service }: CardText<string>, whole: string, width: number) {
  const text = [
    ...name.split(' ').map((word) => ({ word, bold: true })),
    ...(service ? whole.split(' ').map((word) => ({ word, bold: false })) : []),
  ];
  const lines: number[] = [0];
  for (const { word, bold } of text) {
    const last = lines.at(-1)!;
    const joined = last === 0 ? measure(word, bold) : last + measure(` ${word}`, bold);
    if (joined <= width) lines[lines.length - 1] = joined;
    else lines.push(measure(word, bold));
  }
  return { lines: lines.length, widest: Math.max(...lines) };
}

describe('a card', () => {
  it('never cuts off a word, and keeps its flags in a row', () => {
    fc.assert(
      fc.property(words, words, flagLists, rooms, (name, service, flags, room) => {
        const card = fitCard({ name, service, flags }, room, measure);
        const width = room.width - (card.below ? 0 : card.flags.length * FLAG_WIDTH);
        const { lines, widest } = laidOut(card, service, width);
        // The shortest way to write a name is shown whatever happens.
        if (card.name !== waysToWrite(name).at(-1)) {
          expect(widest).toBeLessThanOrEqual(width);
          expect(lines).toBeLessThanOrEqual(room.lines - (card.below ? 1 : 0));
        }
        expect(flags.slice(0, card.flags.length)).toEqual(card.flags);
      }),
    );
  });

  it('writes all where there is room', () => {
    const all = { name: 'Amélie Roy', service: 'Treatment', flags: ['new'] as const };
    expect(fitCard(all, { width: 300, lines: 1 }, measure)).toEqual({ name: 'Amélie Roy', service: true, flags: ['new'], below: false });
    expect(fitCard(all, { width: 66, lines: 4 }, measure)).toEqual({ name: 'Amélie Roy', service: true, flags: ['new'], below: true });
  });

  it('writes the first name as a letter before it leaves out a flag', () => {
    const tight = { name: 'Amélie Roy', service: 'Treatment', flags: ['alert', 'new'] as const };
    expect(fitCard(tight, { width: 85, lines: 1 }, measure)).toEqual({
      name: 'A. Roy',
      service: false,
      flags: ['alert', 'new'],
      below: false,
    });
    expect(fitCard(tight, { width: 60, lines: 1 }, measure)).toMatchObject({ name: 'A. R.', flags: ['alert'] });
    expect(fitCard(tight, { width: 20, lines: 1 }, measure)).toMatchObject({ name: 'A. R.', flags: [] });
  });

  it('has shorter ways to write a name', () => {
    expect(waysToWrite('Marie-Ève St. John')).toEqual(['Marie-Ève St. John', 'M. St. John', 'M. S. J.']);
    expect(waysToWrite('Cher')).toEqual(['Cher']);
  });
});
