import { type Country, type Currency, type Language, localeOf, type PaymentMethod, type StatedLocale } from '@keel/contracts';

/** Every word of an invoice or a receipt in one language. */
export interface ReceiptWords {
  /** By what the paper is, of an invoice's printed number. */
  title: Readonly<Record<'invoice' | 'receipt' | 'void', (number: string) => string>>;
  /** The first word of the file's name: plain letters, which every system keeps. */
  file: Readonly<Record<'invoice' | 'receipt', string>>;
  number: (number: string) => string;
  issued: string;
  patient: string;
  practitioner: string;
  registration: (country: Country) => string;
  date: string;
  place: string;
  duration: (minutes: number) => string;
  service: string;
  quantity: string;
  price: string;
  amount: string;
  subtotal: string;
  total: string;
  paid: (method: string, date: string) => string;
  balance: string;
  voided: string;
  method: (method: PaymentMethod, country: Country) => string;
  taxNumber: (name: string, number: string, country: Country) => string;
}

const METHODS = {
  en: { cash: 'cash', e_transfer: 'e-transfer', cheque: 'cheque', terminal: 'card', other: 'other means' },
  fr: { cash: 'comptant', e_transfer: 'virement Interac', cheque: 'chèque', terminal: 'carte', other: 'autre moyen' },
} as const satisfies Record<Language, Record<PaymentMethod, string>>;

export const RECEIPT_WORDS: Readonly<Record<Language, ReceiptWords>> = {
  en: {
    title: {
      invoice: (number) => `Invoice ${number}`,
      receipt: (number) => `Receipt · Invoice ${number}`,
      void: (number) => `Invoice ${number} · Void`,
    },
    file: { invoice: 'invoice', receipt: 'receipt' },
    number: (number) => `Invoice ${number}`,
    issued: 'Issued',
    patient: 'Patient',
    practitioner: 'Practitioner',
    // A college registers; a state's board licenses.
    registration: (country) => (country === 'US' ? 'License no.' : 'Registration no.'),
    date: 'Date of visit',
    place: 'Place',
    duration: (minutes) => `${minutes} min`,
    service: 'Service',
    quantity: 'Qty',
    price: 'Price',
    amount: 'Amount',
    subtotal: 'Subtotal',
    total: 'Total',
    paid: (method, date) => `Paid on ${date} by ${method}`,
    balance: 'Balance owing',
    voided: 'VOID: this invoice was cancelled',
    method: (method, country) => (country === 'US' && method === 'cheque' ? 'check' : METHODS.en[method]),
    // Nobody registers for an EIN as for GST: it is the employer's number with the IRS.
    taxNumber: (name, number, country) => (country === 'US' ? `${name} ${number}` : `${name} registration no. ${number}`),
  },
  fr: {
    title: {
      invoice: (number) => `Facture ${number}`,
      receipt: (number) => `Reçu · Facture ${number}`,
      void: (number) => `Facture ${number} · Annulée`,
    },
    file: { invoice: 'facture', receipt: 'recu' },
    number: (number) => `Facture ${number}`,
    issued: 'Émise le',
    patient: 'Patient',
    practitioner: 'Praticien',
    registration: (country) => (country === 'US' ? 'N° de permis' : 'N° d’inscription'),
    date: 'Date de la visite',
    place: 'Lieu',
    duration: (minutes) => `${minutes} min`,
    service: 'Service',
    quantity: 'Qté',
    price: 'Prix',
    amount: 'Montant',
    subtotal: 'Sous-total',
    total: 'Total',
    paid: (method, date) => `Payé le ${date}, ${method}`,
    balance: 'Solde à payer',
    voided: 'ANNULÉE : cette facture n’est plus valable',
    method: (method, country) => (country === 'US' && method === 'e_transfer' ? 'virement' : METHODS.fr[method]),
    taxNumber: (name, number, country) => (country === 'US' ? `${name} ${number}` : `N° d’inscription ${name} : ${number}`),
  },
};

/** `13000` thousandths of a percent as `13%`, or `13 %` in French. */
export function ratePercent(rate: number, locale: StatedLocale): string {
  return new Intl.NumberFormat(localeOf(locale, 'CA'), { style: 'percent', maximumFractionDigits: 3 }).format(rate / 100_000);
}

/** Cents as the reader's language prints money; dollars of the country need no word of whose they are. */
export function printMoney(amount: number, currency: Currency, locale: StatedLocale, country: Country): string {
  const currencyDisplay = (country === 'US') === (currency === 'USD') ? 'narrowSymbol' : 'symbol';
  const text = new Intl.NumberFormat(localeOf(locale, country), { style: 'currency', currency, currencyDisplay }).format(amount / 100);
  // Narrow no-break spaces have no glyph in some fonts.
  return text.replaceAll('\u202f', '\u00a0');
}
