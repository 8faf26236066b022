import { create, type Font } from 'fontkit';
import * as hb from 'harfbuzzjs';

interface Glyph {
  id: number;
  advanceWidth: number;
  codePoints: readonly number[];
}

/** Glyphs that stand for a stretch of text together. */
export interface Cluster {
  text: string;
  glyphs: readonly Glyph[];
  positions: readonly hb.GlyphPosition[];
  /** In thousandths of the font size. */
  width: number;
  /** False where the document's map from glyphs to signs says something else: its text must be written beside it. */
  readable: boolean;
}

/** An opened font file: HarfBuzz puts its glyphs together, fontkit cuts out the part that a document uses. */
export class Face {
  /** Opened, as pdfkit takes it. It lays out nothing itself: it hands over what `next` says. */
  readonly font: Font;
  private readonly shaper: hb.Font;
  private readonly widths = new Map<string, number>();
  /** The sign that each glyph stood for when it was first used, in every document the same. */
  private readonly signs = new Map<number, readonly number[]>();
  private pending: readonly Cluster[] = [];

  constructor(
    readonly name: string,
    bytes: Uint8Array,
  ) {
    const font = create(Buffer.from(bytes));
    if (!('createSubset' in font)) throw new Error(`${name} is a collection of fonts, of which a document can use none`);
    // Pieces of one family share a name, by which pdfkit would take one for the other.
    this.font = Object.defineProperties(font, {
      layout: { value: () => this.layout() },
      postscriptName: { value: postscriptName(name) },
    });
    this.shaper = new hb.Font(new hb.Face(new hb.Blob(bytes)));
  }

  has(codePoint: number): boolean {
    return this.font.hasGlyphForCodePoint(codePoint);
  }

  /** In thousandths of the font size, written in the direction of its script. */
  width(text: string): number {
    const known = this.widths.get(text);
    if (known !== undefined) return known;
    const width = this.glyphs(text, undefined).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * this.scale;
    if (this.widths.size > 2000) this.widths.clear();
    this.widths.set(text, width);
    return width;
  }

  /** The glyphs of a text, from left to right. */
  shape(text: string, rightToLeft: boolean): Cluster[] {
    const { infos, positions } = this.glyphs(text, rightToLeft);
    const starts = [...new Set(infos.map(({ cluster }) => cluster))].toSorted((a, b) => a - b);
    const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? text.length]));
    const groups = Map.groupBy(
      infos.map(({ codepoint, cluster }, index) => ({ id: codepoint, cluster, position: positions[index] ?? NOWHERE })),
      ({ cluster }) => cluster,
    );
    return Array.from(groups, ([start, parts]) =>
      this.cluster(
        text.slice(start, ends.get(start)),
        parts.map(({ id }) => id),
        parts.map(({ position }) => position),
      ),
    );
  }

  /** What pdfkit is given the next time it asks, whatever the text. */
  next(clusters: readonly Cluster[]): void {
    this.pending = clusters;
  }

  private cluster(text: string, ids: readonly number[], positions: readonly hb.GlyphPosition[]): Cluster {
    const signs = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
    const isOne = ids.length === 1 && signs.length === 1;
    const glyphs = ids.map((id): Glyph => {
      const codePoints = this.signs.get(id) ?? (isOne ? signs : NOTHING);
      this.signs.set(id, codePoints);
      return { id, advanceWidth: this.font.getGlyph(id).advanceWidth, codePoints };
    });
    const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * this.scale;
    return { text, glyphs, positions, width, readable: isOne && glyphs[0]?.codePoints[0] === signs[0] };
  }

  private glyphs(text: string, rightToLeft: boolean | undefined): { infos: hb.GlyphInfo[]; positions: hb.GlyphPosition[] } {
    const buffer = new hb.Buffer();
    buffer.setClusterLevel(hb.ClusterLevel.MONOTONE_GRAPHEMES);
    buffer.addText(text);
    buffer.guessSegmentProperties();
    if (rightToLeft !== undefined) buffer.setDirection(rightToLeft ? hb.Direction.RTL : hb.Direction.LTR);
    hb.shape(this.shaper, buffer);
    return { infos: buffer.getGlyphInfos(), positions: buffer.getGlyphPositions() };
  }

  /** pdfkit scales the positions that it is given, in place. */
  private layout() {
    return {
      glyphs: this.pending.flatMap(({ glyphs }) => glyphs),
      positions: this.pending.flatMap(({ positions }) => positions.map((position) => ({ ...position }))),
      advanceWidth: this.pending.reduce((sum, { width }) => sum + width, 0),
    };
  }

  private get scale(): number {
    return 1000 / this.font.unitsPerEm;
  }
}

const NOWHERE: hb.GlyphPosition = { xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0 };

/** A sign without width, for a glyph that is a part of several letters: a dot, a stroke. */
const NOTHING: readonly number[] = [0x20_0b];

/** `.../noto-sans-sc-115-wght-normal.woff2#400` as `notosanssc115wghtnormalwoff2400`. */
function postscriptName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replaceAll(/[^\dA-Za-z]/g, '');
}
