/** Each tax by its name in English and in French. */
const TAXES = [
  ['GST', 'TPS'],
  ['HST', 'TVH'],
  ['QST', 'TVQ'],
  ['PST', 'TVP'],
] as const;
/** GST and HST are one tax to whoever registers for them, under one number. */
const GST_HST = ['GST/HST', 'TPS/TVH'] as const;

type InBoth = readonly [en: string, fr: string];

/**
 * A tax by the name of the reader's language, whichever language it was typed in, or both: "TPS", "gst" and "GST/TPS" are one
 * tax. What is not known stays as it was typed.
 */
export function taxName(name: string, locale: 'en' | 'fr'): string {
  return knownTax(name)?.[locale === 'fr' ? 1 : 0] ?? name;
}

/** The numbers of a clinic as they are printed, by the name of the tax; what was typed once in each language is said once. */
export function namedTaxNumbers(numbers: Readonly<Record<string, string>>, locale: 'en' | 'fr'): { name: string; number: string }[] {
  const named = Object.entries(numbers).map(([name, number]) => ({ name: taxName(name, locale), number }));
  return named.filter((one, at) => at === named.findIndex(({ name, number }) => name === one.name && number === one.number));
}

/** Of the taxes that are charged those that the clinic has no number for, each once. GST and HST share theirs (ETA s. 241). */
export function taxesWithoutNumber(charged: readonly string[], numbers: Readonly<Record<string, string>>): string[] {
  const numbered = new Set(Object.entries(numbers).flatMap(([name, number]) => (number.trim() ? [registrationOf(name)] : [])));
  return [...new Set(charged)].filter((name) => !numbered.has(registrationOf(name)));
}

/** Why nothing is charged on a line: an exempt service is not taxed at all, a zero-rated one at nothing. */
const UNTAXED = { exempt: ['tax exempt', 'exonéré'], zero_rated: ['zero-rated', 'détaxé'] } as const;

/**
 * What a line says of its tax, as an invoice of several lines must: which taxes it bears, or why it bears none. Where no tax is
 * charged on services, as in the United States, nothing is said.
 */
export function taxMark(
  { taxCode, taxes }: { taxCode: keyof typeof UNTAXED | 'taxable'; taxes: readonly { name: string }[] },
  locale: 'en' | 'fr',
  country: 'CA' | 'US' = 'CA',
): string {
  if (taxCode !== 'taxable') return country === 'US' ? '' : UNTAXED[taxCode][locale === 'fr' ? 1 : 0];
  return taxes.map(({ name }) => taxName(name, locale)).join(' + ');
}

/** What one registers for, to charge a tax of this name. */
function registrationOf(name: string): string {
  const known = knownTax(name);
  return known === GST_HST || isGoods(known) ? GST_HST[0] : (known?.[0] ?? bare(name));
}

function knownTax(name: string): InBoth | undefined {
  const parts = name.split('/').map((part) => TAXES.find((tax) => tax.some((one) => one === bare(part))));
  const [one, ...others] = new Set(parts);
  if (others.length === 0) return one;
  return others.length === 1 && [one, ...others].every(isGoods) ? GST_HST : undefined;
}

const isGoods = (tax: InBoth | undefined) => tax?.[0] === 'GST' || tax?.[0] === 'HST';

/** `G.S.T. ` is read as "GST". */
const bare = (text: string) => text.replaceAll(/[\s.]/g, '').toUpperCase();
