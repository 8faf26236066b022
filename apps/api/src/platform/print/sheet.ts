import { localeOf, type StatedLocale } from '@keel/contracts';
import PDFDocument from 'pdfkit';
import type { Cluster, Face } from './face.js';
import type { Letter } from './letters.js';
import type { Tone } from './print-document.js';
import { visualRuns } from './runs.js';
import type { Typesetter } from './typesetter.js';

/** A part of the structure that a screen reader walks through: a heading, a cell. */
export interface Element {
  tag: string;
  part: PDFKit.PDFStructureElement;
}

const INK: Readonly<Record<Tone, string>> = { plain: '#1f2933', strong: '#1f2933', quiet: '#5b6770', alarm: '#b42318' };

/** Of these, the types of pdfkit know nothing yet. */
const ACCESSIBLE: object = { subset: 'PDF/UA' };

/** US Letter, in points. */
export const PAGE = { left: 50, right: 562, top: 50, bottom: 728, foot: 756 } as const;
const PAGE_HEIGHT = 792;
export const LEADING = 1.45;
const BASELINE = 1.07;

/** Where a line goes. `element` is what a screen reader hears it as part of; without one it is decoration, as a page number is. */
export interface Place {
  element: Element | undefined;
  x: number;
  y: number;
  width: number;
  align: 'left' | 'right';
  size: number;
  tone: Tone;
}

/** The pages of one tagged PDF file. */
export class Sheet {
  readonly root: Element;
  private readonly pdf: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly registered = new Set<string>();

  constructor(
    title: string,
    locale: StatedLocale,
    private readonly type: Typesetter,
  ) {
    this.pdf = new PDFDocument({
      size: 'LETTER',
      margin: 0,
      font: '',
      pdfVersion: '1.7',
      tagged: true,
      ...ACCESSIBLE,
      displayTitle: true,
      bufferPages: true,
      lang: localeOf(locale, 'CA'),
      // pdfkit copies the title into XML as it is.
      info: { Title: title.replaceAll(/[<>&\p{Cc}\p{Surrogate}]/gu, ' '), Creator: 'Keel', Producer: 'Keel' },
    });
    this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.root = { tag: 'Document', part: this.pdf.struct('Document') };
    this.pdf.addStructure(this.root.part);
  }

  /** A new part of the structure, under `parent`. `scope` says of which cells a heading of a table speaks. */
  element(parent: Element, tag: string, scope?: 'Column' | 'Row'): Element {
    const options: object = scope ? { scope } : {};
    const part = this.pdf.struct(tag, options);
    parent.part.add(part);
    return { tag, part };
  }

  newPage(): void {
    this.pdf.addPage();
  }

  line(letters: readonly Letter[], place: Place): void {
    const { element } = place;
    if (!element) {
      this.pdf.markContent('Artifact', { type: 'Pagination' });
      this.draw(letters, place);
      this.pdf.endMarkedContent();
      return;
    }
    const content = this.pdf.markStructureContent(element.tag);
    this.draw(letters, place);
    this.pdf.endMarkedContent();
    element.part.add(content);
  }

  rule(y: number): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    this.pdf.moveTo(PAGE.left, y).lineTo(PAGE.right, y).lineWidth(0.5).strokeColor('#c4ccd3').stroke();
    this.pdf.endMarkedContent();
  }

  get pages(): number {
    return this.pdf.bufferedPageRange().count;
  }

  /** Back to a page, for what only the finished document knows. */
  turnTo(page: number): void {
    this.pdf.switchToPage(page - 1);
  }

  finish(): Promise<Buffer> {
    this.root.part.end();
    const done = new Promise<Buffer>((resolve, reject) => {
      this.pdf.on('end', () => resolve(Buffer.concat(this.chunks)));
      this.pdf.on('error', reject);
    });
    this.pdf.end();
    return done;
  }

  private draw(letters: readonly Letter[], place: Place): void {
    const shaped = visualRuns(letters).flatMap(({ face: name, text, rightToLeft, typed }) => {
      const face = this.type.face(name);
      const clusters = face.shape(text, rightToLeft);
      return typed === undefined ? stretches(clusters, rightToLeft).map((stretch) => ({ face, ...stretch })) : [{ face, clusters, typed }];
    });
    const scale = place.size / 1000;
    const width = shaped.reduce((sum, { clusters }) => sum + widthOf(clusters), 0) * scale;
    let x = place.align === 'right' ? place.x + place.width - width : place.x;
    for (const { face, clusters, typed } of shaped) {
      this.stretch(face, clusters, typed, x, place);
      x += widthOf(clusters) * scale;
    }
  }

  /**
   * One piece of text, by PDF's own operators: the words beside the glyphs (`ActualText`) belong inside the turned page of `cm`,
   * where readers look for them, and pdfkit's `text` would put them outside.
   */
  private stretch(face: Face, clusters: readonly Cluster[], typed: string | undefined, x: number, { y, size, tone, element }: Place): void {
    const font = this.use(face);
    face.next(clusters);
    const [ids, positions] = font.encode('', []);
    const base = PAGE_HEIGHT - y - size * BASELINE;
    let at = x;
    const glyphs = ids.map((id, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const place = `${points(at + (xOffset * size) / 1000)} ${points(base + (yOffset * size) / 1000)}`;
      at += (xAdvance * size) / 1000;
      return { shown: `1 0 0 1 ${place} Tm <${id}> Tj`, isMark: xAdvance === 0 };
    });
    this.pdf.save().fillColor(INK[tone]);
    this.pdf.addContent(`1 0 0 -1 0 ${PAGE_HEIGHT} cm`);
    const said = element && typed;
    const marks = said && !glyphs.every(({ isMark }) => isMark) ? glyphs.filter(({ isMark }) => isMark) : [];
    if (said) this.pdf.markContent('Span', { actual: typed });
    this.write(
      font,
      size,
      glyphs.filter((glyph) => !marks.includes(glyph)),
    );
    if (said) this.pdf.endMarkedContent();
    // Their letter has been said with its base, which alone has the place of the whole: dots and strokes say nothing more.
    if (marks.length > 0) {
      this.pdf.addContent('/Span <</ActualText ()>> BDC');
      this.write(font, size, marks);
      this.pdf.addContent('EMC');
    }
    this.pdf.restore();
  }

  private write(font: DocumentFont, size: number, glyphs: readonly { shown: string }[]): void {
    this.pdf.addContent(`BT /${font.id} ${size} Tf ${glyphs.map(({ shown }) => shown).join(' ')} ET`);
  }

  private use(face: Face): DocumentFont {
    if (!this.registered.has(face.name)) {
      // pdfkit takes an opened font too, which its types do not say.
      this.pdf.registerFont(face.name, face.font as unknown as Buffer);
      this.registered.add(face.name);
    }
    this.pdf.font(face.name);
    const { _font: font, page } = this.pdf as unknown as PdfkitInside;
    page.fonts[font.id] ??= font.ref();
    return font;
  }
}

/** What pdfkit keeps to itself: a font as part of the document, and the fonts that a page names. */
interface DocumentFont {
  id: string;
  ref(): unknown;
  encode(text: string, features: readonly string[]): [ids: string[], positions: { xAdvance: number; xOffset: number; yOffset: number }[]];
}

interface PdfkitInside {
  _font: DocumentFont;
  page: { fonts: Record<string, unknown> };
}

function points(value: number): string {
  return value.toFixed(2);
}

interface Stretch {
  clusters: Cluster[];
  /** What the glyphs do not say themselves. */
  typed: string | undefined;
}

/** Cut where the glyphs stop saying their text. From the right each letter says its own, since readers turn letters round, not words. */
function stretches(clusters: readonly Cluster[], rightToLeft: boolean): Stretch[] {
  const result: Stretch[] = [];
  for (const cluster of clusters) {
    const last = result.at(-1);
    if (last && cluster.readable && last.typed === undefined) last.clusters.push(cluster);
    else if (last?.typed !== undefined && !cluster.readable && !rightToLeft) {
      last.clusters.push(cluster);
      last.typed += cluster.text;
    } else result.push({ clusters: [cluster], typed: cluster.readable ? undefined : cluster.text });
  }
  return result;
}

function widthOf(clusters: readonly Cluster[]): number {
  return clusters.reduce((sum, { width }) => sum + width, 0);
}
