import { formatDate, formatInZone } from '@keel/calendar';
import type { Locale } from '@keel/contracts';
import { totals } from '@keel/money';
import PDFDocument from 'pdfkit';
import type { InvoiceSnapshot } from '../invoice.entity.js';
import { type InvoiceRow, printedNumber } from '../invoices.queries.js';
import { type FontName, fontFile, runs } from './fonts.js';
import { printMoney, ratePercent, RECEIPT_WORDS, taxName } from './receipt-text.js';

const LEFT = 50;
const RIGHT = 562;
const INK = '#1f2933';
const QUIET = '#5b6770';

/** What insurers ask for on one page of US Letter: who, by whom and their registration, what, when, where, paid how. */
export async function receiptPdf(row: InvoiceRow, snapshot: InvoiceSnapshot, locale: Locale): Promise<Buffer> {
  const page = new ReceiptPage(`${RECEIPT_WORDS[locale].number} ${printedNumber(row.number ?? 0)}`, locale);
  writeHead(page, row, snapshot, locale);
  writeLines(page, row, locale);
  writePayments(page, row, snapshot, locale);
  writeTaxNumbers(page, snapshot, locale);
  return page.finish();
}

function writeHead(page: ReceiptPage, row: InvoiceRow, snapshot: InvoiceSnapshot, locale: Locale): void {
  const words = RECEIPT_WORDS[locale];
  const { clinic, location, patient, practitioner, visit } = snapshot;
  page.write(clinic.name, { size: 16, bold: true });
  for (const line of [...location.lines, [clinic.phone, clinic.email].filter(Boolean).join(' · ')])
    if (line) page.write(line, { colour: QUIET });
  page.gap(14);
  page.write(`${words.title} · ${words.number} ${printedNumber(row.number ?? 0)}`, { size: 13, bold: true });
  if (row.status === 'void') page.write(words.voided, { bold: true, colour: '#b42318' });
  page.gap(8);
  const issued = row.issuedAt ? formatInZone(row.issuedAt, location.timeZone ?? clinic.timeZone, locale, 'date') : '';
  page.pair(words.issued, issued);
  page.pair(words.patient, patient.name);
  page.pair(words.practitioner, `${practitioner.name}, ${practitioner.title}`);
  page.pair(words.registration, [practitioner.registrationNumber, practitioner.college].filter(Boolean).join(' · '));
  const duration = visit ? ` · ${words.duration(visit.minutes)}` : '';
  page.pair(words.date, `${formatDate(row.serviceDate, locale, 'longDate')}${duration}`);
  page.pair(words.place, [location.name, ...location.lines].join(', '));
  page.gap(12);
}

function writeLines(page: ReceiptPage, row: InvoiceRow, locale: Locale): void {
  const words = RECEIPT_WORDS[locale];
  const money = (amount: number) => printMoney(amount, row.currency, locale);
  page.row([words.service, words.quantity, words.price, words.amount], { bold: true });
  page.rule();
  for (const line of row.lines) {
    const exempt = line.taxCode === 'exempt' ? ` (${words.exempt})` : '';
    page.row([`${line.description}${exempt}`, String(line.quantity), money(line.unitPrice), money(line.net)]);
  }
  page.rule();
  page.row(['', '', words.subtotal, money(row.subtotal)]);
  for (const tax of totals(row.lines).taxes) {
    page.row(['', '', `${taxName(tax.name, locale)} ${ratePercent(tax.rate, locale)}`, money(tax.amount)]);
  }
  page.row(['', '', words.total, money(row.total)], { bold: true });
  page.gap(10);
}

function writePayments(page: ReceiptPage, row: InvoiceRow, snapshot: InvoiceSnapshot, locale: Locale): void {
  const words = RECEIPT_WORDS[locale];
  const zone = snapshot.location.timeZone ?? snapshot.clinic.timeZone;
  for (const payment of row.payments) {
    const date = formatInZone(new Date(payment.receivedAt), zone, locale, 'date');
    page.row([words.paid(words.methods[payment.method] ?? payment.method, date), '', '', printMoney(payment.amount, row.currency, locale)]);
  }
  const balance = row.status === 'void' ? 0 : row.total - row.paid;
  page.row([words.balance, '', '', printMoney(balance, row.currency, locale)], { bold: true });
}

function writeTaxNumbers(page: ReceiptPage, snapshot: InvoiceSnapshot, locale: Locale): void {
  page.gap(16);
  for (const [name, number] of Object.entries(snapshot.clinic.taxNumbers)) {
    page.write(RECEIPT_WORDS[locale].taxNumber(taxName(name, locale), number), { colour: QUIET });
  }
}

interface Style {
  size?: number;
  bold?: boolean;
  colour?: string;
}

const COLUMNS = [
  { x: LEFT, width: 290, align: 'left' },
  { x: 345, width: 40, align: 'right' },
  { x: 390, width: 90, align: 'right' },
  { x: 485, width: RIGHT - 485, align: 'right' },
] as const;

/** A page that is written from the top down, each letter in the font that has it. */
class ReceiptPage {
  private readonly document: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly loaded = new Set<FontName>();
  private y = 50;

  constructor(title: string, locale: Locale) {
    this.document = new PDFDocument({ size: 'LETTER', margin: 0, lang: locale === 'fr' ? 'fr-CA' : 'en-CA', info: { Title: title } });
    this.document.on('data', (chunk: Buffer) => this.chunks.push(chunk));
  }

  write(text: string, style: Style = {}): void {
    this.y += this.place(text, LEFT, RIGHT - LEFT, 'left', style);
  }

  pair(label: string, value: string): void {
    this.place(label, LEFT, 120, 'left', { colour: QUIET });
    this.y += this.place(value, LEFT + 125, RIGHT - LEFT - 125, 'left', {});
  }

  row(cells: readonly [string, string, string, string], style: Style = {}): void {
    const heights = cells.map((cell, index) => {
      const column = COLUMNS[index] ?? COLUMNS[0];
      return cell ? this.place(cell, column.x, column.width, column.align, style) : 0;
    });
    this.y += Math.max(...heights) + 2;
  }

  rule(): void {
    this.document
      .moveTo(LEFT, this.y + 2)
      .lineTo(RIGHT, this.y + 2)
      .lineWidth(0.5)
      .strokeColor('#c4ccd3')
      .stroke();
    this.y += 8;
  }

  gap(points: number): void {
    this.y += points;
  }

  finish(): Promise<Buffer> {
    const done = new Promise<Buffer>((resolve) => this.document.on('end', () => resolve(Buffer.concat(this.chunks))));
    this.document.end();
    return done;
  }

  /** Writes words from `x`, breaking lines at `width`; @returns the height it took. */
  private place(text: string, x: number, width: number, align: 'left' | 'right', style: Style): number {
    const size = style.size ?? 10;
    const lines = this.wrap(text, width, style);
    lines.forEach((line, index) => {
      const lineWidth = this.measure(line, style);
      let at = align === 'right' ? x + width - lineWidth : x;
      for (const run of runs(line, style.bold ? 700 : 400)) {
        this.use(run.font, size)
          .fillColor(style.colour ?? INK)
          .text(run.text, at, this.y + index * size * 1.45, { lineBreak: false });
        at += this.document.widthOfString(run.text);
      }
    });
    return lines.length * size * 1.45;
  }

  private wrap(text: string, width: number, style: Style): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (line && this.measure(longer, style) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  }

  private measure(text: string, style: Style): number {
    let width = 0;
    for (const run of runs(text, style.bold ? 700 : 400)) width += this.use(run.font, style.size ?? 10).widthOfString(run.text);
    return width;
  }

  private use(font: FontName, size: number): PDFKit.PDFDocument {
    if (!this.loaded.has(font)) {
      this.document.registerFont(font, fontFile(font));
      this.loaded.add(font);
    }
    return this.document.font(font).fontSize(size);
  }
}
