import { cents, portion, sum } from './cents.js';

/** One tax that a place charges from a day on; `rate` is in thousandths of a percent: 9975 is 9.975 %. */
export interface TaxRow {
  country: 'CA' | 'US';
  region: string;
  name: 'GST' | 'HST' | 'QST';
  rate: number;
  /** First civil day, inclusive. */
  from: string;
  /** First civil day on which it no longer holds; absent while it does. */
  until?: string;
}

/**
 * Value-added taxes on services in Canada. Sources: Excise Tax Act s. 165 and Schedule VIII (GST/HST); the Nova Scotia
 * HST Regulations, 2024 amendment (14 % from 2025-04-01); Act respecting the Québec sales tax s. 16 (9.975 % from 2013-01-01).
 * Provincial sales taxes of BC, Saskatchewan and Manitoba do not apply to treatments. The United States tax none.
 */
export const TAX_ROWS: readonly TaxRow[] = [
  ...['AB', 'BC', 'MB', 'NT', 'NU', 'QC', 'SK', 'YT'].map((region) => row(region, 'GST', 5000, '2008-01-01')),
  row('QC', 'QST', 9975, '2013-01-01'),
  row('ON', 'HST', 13_000, '2010-07-01'),
  row('NB', 'HST', 15_000, '2016-07-01'),
  row('NL', 'HST', 15_000, '2016-07-01'),
  row('PE', 'HST', 15_000, '2016-10-01'),
  { ...row('NS', 'HST', 15_000, '2010-07-01'), until: '2025-04-01' },
  row('NS', 'HST', 14_000, '2025-04-01'),
];

function row(region: string, name: TaxRow['name'], rate: number, from: string): TaxRow {
  return { country: 'CA', region, name, rate, from };
}

/** What was charged: the tax, its rate in thousandths of a percent, and its cents. */
export interface TaxAmount {
  name: string;
  rate: number;
  amount: number;
}

/** The taxes of a place on a civil day (`YYYY-MM-DD`). */
export function taxesOn(country: string, region: string, day: string, rows: readonly TaxRow[] = TAX_ROWS): TaxRow[] {
  return rows.filter(
    (tax) => tax.country === country && tax.region === region && tax.from <= day && (tax.until === undefined || day < tax.until),
  );
}

/**
 * The first civil day from which every tax of a place is known; undefined where it has none. A tax that begins where another row
 * of the place ends takes that one's place: before both nothing is known.
 */
export function ratesKnownFrom(country: string, region: string, rows: readonly TaxRow[] = TAX_ROWS): string | undefined {
  const here = rows.filter((tax) => tax.country === country && tax.region === region);
  const firsts = here.filter(({ from }) => here.every(({ until }) => until !== from)).map(({ from }) => from);
  return firsts.toSorted().at(-1);
}

/** The day from which rates are known, where a taxable line would be charged on a day before; undefined where nothing is missing. */
export function missingRates(
  lines: readonly { taxCode: 'exempt' | 'taxable' | 'zero_rated' }[],
  place: { country: string; region: string },
  day: string,
): string | undefined {
  const known = ratesKnownFrom(place.country, place.region);
  return known && day < known && lines.some(({ taxCode }) => taxCode === 'taxable') ? known : undefined;
}

/**
 * Taxes of one line, each on the price alone (none on another, ETA s. 165.1 and QSTA s. 16) and rounded to the cent, half a
 * cent up (ETA s. 165.2). An exempt or zero-rated line has none; of a day whose rates are not known, see missingRates.
 */
export function taxLine(
  net: number,
  taxCode: 'exempt' | 'taxable' | 'zero_rated',
  place: { country: string; region: string },
  day: string,
): TaxAmount[] {
  if (taxCode !== 'taxable') return [];
  return taxesOn(place.country, place.region, day).map(({ name, rate }) => ({ name, rate, amount: portion(cents(net), rate, 100_000) }));
}

export interface InvoiceTotals {
  subtotal: number;
  tax: number;
  total: number;
  /** One row per tax over all lines, in the order they first appear. */
  taxes: TaxAmount[];
}

/** Sums lines; the total is always the subtotal plus every tax as printed. */
export function totals(lines: readonly { net: number; taxes: readonly TaxAmount[] }[]): InvoiceTotals {
  const byTax = new Map<string, TaxAmount>();
  for (const tax of lines.flatMap((line) => line.taxes)) {
    const key = `${tax.name} ${tax.rate}`;
    const known = byTax.get(key);
    byTax.set(key, known ? { ...known, amount: known.amount + tax.amount } : { ...tax });
  }
  const subtotal = sum(lines.map((line) => line.net));
  const tax = sum([...byTax.values()].map((one) => one.amount));
  return { subtotal, tax, total: subtotal + tax, taxes: [...byTax.values()] };
}
