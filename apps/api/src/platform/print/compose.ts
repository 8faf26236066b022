import { type Language, languageOf } from '@keel/contracts';
import { Flow, heightOf, type Strip } from './flow.js';
import type { Block, Fact, PrintDocument, Tone } from './print-document.js';
import { drawTable } from './print-table.js';
import { type Element, LEADING, PAGE, Sheet } from './sheet.js';
import { Typesetter } from './typesetter.js';

const SIZE = 10;
const HEADINGS = { 1: 16, 2: 13, 3: 11 } as const;
const LABELS = 120;
const WIDTH = PAGE.right - PAGE.left;

const PAGE_OF: Readonly<Record<Language, (page: number, pages: number) => string>> = {
  en: (page, pages) => `Page ${page} of ${pages}`,
  fr: (page, pages) => `Page ${page} de ${pages}`,
};

/** Sets a paper on its pages. */
export async function compose(document: PrintDocument): Promise<Buffer> {
  const type = new Typesetter();
  const sheet = new Sheet(document.title, document.locale, type);
  const flow = new Flow(sheet);
  for (const block of document.blocks) await drawBlock(block, flow, type);
  await drawFeet(document, sheet, type);
  return sheet.finish();
}

async function drawBlock(block: Block, flow: Flow, type: Typesetter): Promise<void> {
  const { sheet } = flow;
  switch (block.kind) {
    case 'heading': {
      const size = HEADINGS[block.level];
      const strip = await stripOf(block.text, sheet.element(sheet.root, `H${block.level}`), type, { size, bold: true });
      flow.gap(size);
      // A heading does not stand alone at the end of a page.
      flow.keep(heightOf([strip]) + 3 * SIZE * LEADING);
      flow.strips([strip]);
      return;
    }
    case 'paragraph': {
      const tone = block.tone ?? 'plain';
      const bold = tone === 'strong' || tone === 'alarm';
      flow.strips([await stripOf(block.text, sheet.element(sheet.root, 'P'), type, { size: SIZE, bold, tone })]);
      return;
    }
    case 'facts': {
      flow.gap(8);
      const list = sheet.element(sheet.root, 'L');
      for (const fact of block.facts) await drawFact(fact, list, flow, type);
      flow.gap(12);
      return;
    }
    case 'table':
      return drawTable(block, flow, type);
  }
}

async function drawFact({ label, value }: Fact, list: Element, flow: Flow, type: Typesetter): Promise<void> {
  const item = flow.sheet.element(list, 'LI');
  const x = PAGE.left + LABELS + 5;
  const strips = [
    await stripOf(label, flow.sheet.element(item, 'Lbl'), type, { size: SIZE, tone: 'quiet', width: LABELS }),
    await stripOf(value, flow.sheet.element(item, 'LBody'), type, { size: SIZE, x, width: PAGE.right - x }),
  ];
  flow.keep(heightOf(strips));
  flow.strips(strips);
}

interface Look {
  size: number;
  bold?: boolean;
  tone?: Tone;
  x?: number;
  width?: number;
}

async function stripOf(text: string, element: Element | undefined, type: Typesetter, look: Look): Promise<Strip> {
  const { size, bold = false, tone = 'plain', x = PAGE.left, width = WIDTH } = look;
  const set = await type.typeset(text, bold ? 700 : 400);
  return { lines: type.lines(set, width, size), place: { element, x, width, align: 'left', size, tone } };
}

/** On each page what it is a page of, and which: what only the finished document knows. */
async function drawFeet({ footer, locale }: PrintDocument, sheet: Sheet, type: Typesetter): Promise<void> {
  const { pages } = sheet;
  for (let page = 1; page <= pages; page++) {
    const { letters } = await type.typeset(`${footer} · ${PAGE_OF[languageOf(locale)](page, pages)}`, 400);
    sheet.turnTo(page);
    sheet.line(letters, { element: undefined, x: PAGE.left, y: PAGE.foot, width: WIDTH, align: 'right', size: 8, tone: 'quiet' });
  }
}
