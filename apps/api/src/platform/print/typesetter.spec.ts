import { UNKNOWN } from './letters.js';
import { MOST_PIECES, Typesetter } from './typesetter.js';

/** Signs that jump from piece to piece of the fonts. */
const jumping = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + (((from + index) * 1399) % 20_900))).join('');

describe('a document in letters from everywhere', () => {
  it('opens so many pieces of fonts and no more, whatever is written', async () => {
    const type = new Typesetter();
    const faces = new Set<string>();
    const shown: string[] = [];
    for (let text = 0; text < 50; text++) {
      const { letters } = await type.typeset(jumping(300, text * 300), text % 2 ? 400 : 700);
      expect(letters).toHaveLength(300);
      for (const letter of letters) {
        faces.add(letter.face);
        shown.push(letter.shown);
      }
    }
    // Noto Sans itself in two weights.
    expect(faces.size).toBeLessThanOrEqual(MOST_PIECES + 2);
    expect(shown.filter((sign) => sign !== UNKNOWN).length).toBeGreaterThan(5000);
  });

  it('prints a long Chinese text whole', async () => {
    const type = new Typesetter();
    const text =
      '人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。按摩治疗评估肩颈腰背疼痛复诊护理足部咨询物理运动康复';
    const { letters } = await type.typeset(text.repeat(20), 400);
    expect(letters.filter(({ shown }) => shown === UNKNOWN)).toEqual([]);
  });
});
