import type { FormatLocale } from '@keel/calendar';
import type { Country, TaxCode } from '@keel/contracts';
import { type InvoiceTotals, taxLine, totals } from '@keel/money';
import type { DraftLine, Invoice, InvoiceLine } from '../../data/invoices.js';
import { parseMoney, typedMoney } from '../../ui/typed-money.js';

/** A line while it is edited: as typed, and never lost because it does not make sense yet. */
export interface TypedLine {
  key: string;
  /** Of a line that is saved. */
  id?: string;
  description: string;
  quantity: string;
  price: string;
  taxCode: TaxCode;
}

/** The most lines that a draft can have, and of one line. */
export const MOST = { lines: 50, quantity: 1000, description: 300 } as const;

export type LineFault = 'description' | 'quantity' | 'price';

export function typedLines({ lines }: Pick<Invoice, 'lines'>, locale: FormatLocale): TypedLine[] {
  return lines.map(({ id, description, quantity, unitPrice, taxCode }) => ({
    key: id,
    id,
    description,
    quantity: String(quantity),
    price: typedMoney(unitPrice.amount, locale),
    taxCode,
  }));
}

export function faultsOfLine({ description, quantity, price }: TypedLine, locale: FormatLocale): LineFault[] {
  const faults: LineFault[] = [];
  if (!description.trim()) faults.push('description');
  if (quantityOf(quantity) === undefined) faults.push('quantity');
  if (parseMoney(price, locale) === undefined) faults.push('price');
  return faults;
}

/** The lines as the API takes them, or undefined while one of them makes no sense. */
export function draftLines(
  lines: readonly TypedLine[],
  currency: Invoice['total']['currency'],
  locale: FormatLocale,
): DraftLine[] | undefined {
  const read = lines.flatMap(({ id, description, quantity, price, taxCode }): DraftLine[] => {
    const [count, cents] = [quantityOf(quantity), parseMoney(price, locale)];
    if (!description.trim() || count === undefined || cents === undefined) return [];
    return [{ ...(id && { id }), description: description.trim(), quantity: count, unitPrice: { amount: cents, currency }, taxCode }];
  });
  return read.length === lines.length && read.length > 0 ? read : undefined;
}

interface TaxPlace {
  country: Country;
  region: string;
}

/** Whose taxes an invoice carries: those of where the appointment was; the clinic's own while that place is not read yet, or says nothing. */
export function taxPlace(
  locations: readonly { id: string; country: Country | null; region: string | null }[] | undefined,
  locationId: string,
  clinic: TaxPlace,
): TaxPlace {
  const at = locations?.find(({ id }) => id === locationId);
  return { country: at?.country ?? clinic.country, region: at?.region ?? clinic.region };
}

/** What the draft will come to, by the rules that the API goes by; lines that make no sense yet count as nothing. */
export function draftTotals(lines: readonly TypedLine[], locale: FormatLocale, place: TaxPlace, day: string): InvoiceTotals {
  return totals(
    lines.map(({ quantity, price, taxCode }) => {
      const net = (quantityOf(quantity) ?? 0) * (parseMoney(price, locale) ?? 0);
      return { net, taxes: taxLine(net, taxCode, place, day) };
    }),
  );
}

/** Whether anything differs from what is saved. */
export function isChanged(lines: readonly TypedLine[], invoice: Invoice, locale: FormatLocale): boolean {
  const read = draftLines(lines, invoice.total.currency, locale);
  return read?.length !== invoice.lines.length || read.some((line, index) => !isSame(line, invoice.lines[index]));
}

function isSame(line: DraftLine, saved: InvoiceLine | undefined): boolean {
  return (
    saved?.description.trim() === line.description &&
    saved.quantity === line.quantity &&
    saved.unitPrice.amount === line.unitPrice.amount &&
    saved.taxCode === line.taxCode
  );
}

function quantityOf(text: string): number | undefined {
  const quantity = /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : 0;
  return quantity >= 1 && quantity <= MOST.quantity ? quantity : undefined;
}
