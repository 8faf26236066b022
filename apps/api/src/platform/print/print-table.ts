import { type Flow, heightOf, type Strip } from './flow.js';
import type { Column, Table, Tone, Total } from './print-document.js';
import { type Element, PAGE } from './sheet.js';
import type { Typeset, Typesetter } from './typesetter.js';

const SIZE = 10;
const GUTTER = 8;
const BETWEEN_ROWS = 2;
const RULE = 8;
const APART = 10;

interface SetTotal {
  label: Typeset;
  value: Typeset;
  tone: Tone;
  apart: boolean;
}

interface SetTable {
  columns: readonly { x: number; width: number; align: 'left' | 'right'; title: Typeset }[];
  rows: readonly (readonly Typeset[])[];
  totals: readonly SetTotal[];
}

/** Draws a table: its head again on each page that it reaches, its totals in one piece with the last row. */
export async function drawTable(table: Table, flow: Flow, type: Typesetter): Promise<void> {
  const set = await typesetTable(table, type);
  new TableWriter(set, flow, type).write();
}

async function typesetTable({ columns, rows, totals }: Table, type: Typesetter): Promise<SetTable> {
  const cells: Typeset[][] = [];
  for (const row of rows) cells.push(await Promise.all(row.map((cell) => type.typeset(cell, 400))));
  const sums: SetTotal[] = [];
  for (const total of totals) sums.push(await typesetTotal(total, type));
  return { columns: await placed(columns, type), rows: cells, totals: sums };
}

async function typesetTotal({ label, value, tone = 'plain', apart = false }: Total, type: Typesetter): Promise<SetTotal> {
  const weight = tone === 'strong' ? 700 : 400;
  return { label: await type.typeset(label, weight), value: await type.typeset(value, weight), tone, apart };
}

async function placed(columns: readonly Column[], type: Typesetter): Promise<SetTable['columns']> {
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const room = PAGE.right - PAGE.left - GUTTER * (columns.length - 1);
  let x: number = PAGE.left;
  const result: SetTable['columns'][number][] = [];
  for (const { title, width: share, align } of columns) {
    const width = (room * share) / shares;
    result.push({ x, width, align, title: await type.typeset(title, 700) });
    x += width + GUTTER;
  }
  return result;
}

class TableWriter {
  private readonly table: Element;

  constructor(
    private readonly set: SetTable,
    private readonly flow: Flow,
    private readonly type: Typesetter,
  ) {
    this.table = flow.sheet.element(flow.sheet.root, 'Table');
  }

  write(): void {
    const { sheet } = this.flow;
    const head = sheet.element(sheet.element(this.table, 'THead'), 'TR');
    const titles = this.cells(
      this.set.columns.map(({ title }) => title),
      () => sheet.element(head, 'TH', 'Column'),
    );
    this.flow.keep(heightOf(titles) + RULE + this.keptWithRow(0));
    this.head(titles);
    this.flow.onNewPage = () => this.head(this.cells(this.set.columns.map(({ title }) => title)));
    this.rows();
    this.totals();
    this.flow.onNewPage = undefined;
  }

  private head(titles: readonly Strip[]): void {
    this.flow.strips(titles);
    this.rule();
  }

  private rows(): void {
    if (this.set.rows.length === 0) return;
    const body = this.flow.sheet.element(this.table, 'TBody');
    this.set.rows.forEach((row, index) => {
      this.flow.keep(this.keptWithRow(index));
      const element = this.flow.sheet.element(body, 'TR');
      this.flow.strips(this.cells(row, () => this.flow.sheet.element(element, 'TD')));
      this.flow.y += BETWEEN_ROWS;
    });
  }

  private totals(): void {
    if (this.set.totals.length === 0) return;
    const foot = this.flow.sheet.element(this.table, 'TFoot');
    if (this.fitsOnePage(this.totalsHeight())) this.flow.keep(this.totalsHeight());
    this.rule();
    for (const total of this.set.totals) {
      if (total.apart) this.flow.gap(APART);
      const row = this.flow.sheet.element(foot, 'TR');
      const strips = this.totalStrips(
        total,
        () => this.flow.sheet.element(row, 'TH', 'Row'),
        () => this.flow.sheet.element(row, 'TD'),
      );
      this.flow.keep(heightOf(strips));
      this.flow.strips(strips);
      this.flow.y += BETWEEN_ROWS;
    }
  }

  private rule(): void {
    this.flow.sheet.rule(this.flow.y + 2);
    this.flow.y += RULE;
  }

  private fitsOnePage(height: number): boolean {
    return height + heightOf(this.cells(this.set.columns.map(({ title }) => title))) + RULE <= PAGE.bottom - PAGE.top;
  }

  /** The height that a row needs: the last one with all totals, where a page can hold them. */
  private keptWithRow(index: number): number {
    const height = this.set.rows.length > 0 ? this.rowHeight(index) : 0;
    if (index < this.set.rows.length - 1) return height;
    const whole = height + this.totalsHeight();
    return this.fitsOnePage(whole) ? whole : height;
  }

  private rowHeight(index: number): number {
    return heightOf(this.cells(this.set.rows[index] ?? [])) + BETWEEN_ROWS;
  }

  private totalsHeight(): number {
    let height = RULE;
    for (const total of this.set.totals) height += heightOf(this.totalStrips(total)) + BETWEEN_ROWS + (total.apart ? APART : 0);
    return height;
  }

  /** Without an element for each it is a repetition, or only measured. */
  private cells(texts: readonly Typeset[], element?: () => Element): Strip[] {
    return texts.map((text, index) => {
      const { x, width, align } = this.set.columns[index] ?? { x: PAGE.left, width: PAGE.right - PAGE.left, align: 'left' as const };
      return { lines: this.type.lines(text, width, SIZE), place: { element: element?.(), x, width, align, size: SIZE, tone: 'plain' } };
    });
  }

  private totalStrips({ label, value, tone }: SetTotal, heading?: () => Element, cell?: () => Element): Strip[] {
    const last = this.set.columns.at(-1) ?? { x: PAGE.left, width: PAGE.right - PAGE.left };
    const width = last.x - GUTTER - PAGE.left;
    const look = { align: 'right', size: SIZE, tone } as const;
    return [
      { lines: this.type.lines(label, width, SIZE), place: { element: heading?.(), x: PAGE.left, width, ...look } },
      { lines: this.type.lines(value, last.width, SIZE), place: { element: cell?.(), x: last.x, width: last.width, ...look } },
    ];
  }
}
