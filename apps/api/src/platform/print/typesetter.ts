import type { Face } from './face.js';
import { baseFace, type Family, hanFamily, openPiece, type Piece, pieceOf, scriptFamilies, type Weight } from './font-files.js';
import { graphemes, hanOrder, type Letter, neededCodes, printable, UNKNOWN } from './letters.js';
import { breakLines } from './lines.js';
import { fontRuns } from './runs.js';

/** A text whose letters have their fonts. */
export interface Typeset {
  letters: readonly Letter[];
  weight: Weight;
}

/**
 * The most pieces of fonts that one document opens, at about 15 ms and 1 MB each: enough for every script at once and all the letters of two
 * Chinese fonts. Letters that would need more are printed as unknown, so that no text keeps everybody's papers waiting.
 */
export const MOST_PIECES = 250;
/** A text of so many different letters that Noto Sans lacks is looked for in the next Chinese font only where the first has none. */
const LONG_TEXT = 60;

/** Finds for each letter of a document the font that has it, and opens only those, each once. */
export class Typesetter {
  /** Of this document; a piece stays in use however many others are opened meanwhile. */
  private readonly pieces: Record<Weight, Map<Piece, Face>> = { 400: new Map(), 700: new Map() };
  /** Of this document, by name. */
  private readonly faces = new Map<string, Face>();

  async typeset(text: string, weight: Weight): Promise<Typeset> {
    const base = await baseFace(weight);
    this.keep(base);
    const words = printable(text);
    const signs = graphemes(words);
    const others = signs.filter((sign) => sign !== '\n' && !hasAll(base, sign));
    const found = others.length > 0 ? await this.searched(new Set(others), hanOrder(words), weight) : new Map<string, Face>();
    const letters = signs.flatMap((sign): Letter[] => {
      const face = found.get(sign);
      if (face) return [{ shown: sign, typed: sign, face: face.name }];
      return sign === '\n' || hasAll(base, sign) ? [{ shown: sign, typed: sign, face: base.name }] : this.pieceByPiece(sign, base, found);
    });
    return { letters: joinedBlanks(letters, this.faces), weight };
  }

  face(name: string): Face {
    const face = this.faces.get(name);
    if (!face) throw new Error(`${name} was not opened: only what was typeset can be drawn`);
    return face;
  }

  /** In thousandths of the font size. */
  width = (letters: readonly Letter[]): number => {
    let width = 0;
    for (const { face, text } of fontRuns(letters)) width += this.face(face).width(text);
    return width;
  };

  lines({ letters }: Typeset, width: number, size: number): Letter[][] {
    return breakLines(letters, (width * 1000) / size, this.width);
  }

  /** The font of each letter that Noto Sans lacks; where one font has all Chinese letters of the text, they come from that one. */
  private async searched(signs: ReadonlySet<string>, han: ReturnType<typeof hanOrder>, weight: Weight): Promise<Map<string, Face>> {
    const found = new Map<string, Face>();
    const missing = new Set([...signs].filter((sign) => neededCodes(sign).length > 0));
    const families = scriptFamilies();
    for (const family of families) await this.take(family, missing, weight, found);
    const inHan: Map<string, Face>[] = [];
    for (const region of han) {
      if (missing.size === 0) break;
      const has = new Map<string, Face>();
      const all = missing.size <= LONG_TEXT;
      await this.take(hanFamily(region), all ? new Set(missing) : missing, weight, has);
      inHan.push(has);
      if (all && has.size === missing.size) break;
    }
    // A stable sort: where none has all, the one with most goes first.
    for (const has of inHan.toSorted((a, b) => b.size - a.size))
      for (const [sign, face] of has) if (!found.has(sign)) found.set(sign, face);
    for (const face of found.values()) this.keep(face);
    return found;
  }

  /** A file that was closed and opened again meanwhile stays, in this document, what it was: its glyphs are in use. */
  private keep(face: Face): void {
    if (!this.faces.has(face.name)) this.faces.set(face.name, face);
  }

  /** Moves from `missing` to `found` what the family has. */
  private async take(family: Family, missing: Set<string>, weight: Weight, found: Map<string, Face>): Promise<void> {
    for (const sign of missing) {
      const piece = pieceOf(family, neededCodes(sign)[0] ?? 0);
      const face = piece && (await this.opened(family, piece, weight));
      if (!face || !hasAll(face, sign)) continue;
      found.set(sign, face);
      missing.delete(sign);
    }
  }

  private async opened(family: Family, piece: Piece, weight: Weight): Promise<Face | undefined> {
    const known = this.pieces[weight].get(piece);
    if (known || this.pieces[400].size + this.pieces[700].size >= MOST_PIECES) return known;
    const face = await openPiece(family, piece, weight);
    this.pieces[weight].set(piece, face);
    return face;
  }

  /** A letter that no one font has: its parts by those that some have, or one sign that something stands here. */
  private pieceByPiece(sign: string, base: Face, found: ReadonlyMap<string, Face>): Letter[] {
    const codes = neededCodes(sign);
    if (codes.length === 0) return [];
    const has = (code: number) => [base, ...found.values()].find((face) => face.has(code));
    if (!codes.some((code) => has(code))) return [{ shown: UNKNOWN, typed: sign, face: base.name }];
    return codes.map((code): Letter => {
      const typed = String.fromCodePoint(code);
      const face = has(code);
      return face ? { shown: typed, typed, face: face.name } : { shown: UNKNOWN, typed, face: base.name };
    });
  }
}

function hasAll(face: Face, sign: string): boolean {
  return neededCodes(sign).every((code) => face.has(code));
}

/** Blanks go with the letters before them, where their font has one: fewer runs, and words of one script stay together. */
function joinedBlanks(letters: Letter[], faces: ReadonlyMap<string, Face>): Letter[] {
  let before: string | undefined;
  return letters.map((letter) => {
    const face = letter.shown === ' ' && before && faces.get(before)?.has(0x20) ? before : letter.face;
    before = face;
    return face === letter.face ? letter : { ...letter, face };
  });
}
