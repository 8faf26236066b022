import type { Locale } from '@keel/contracts';

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
  registration: string;
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
  methods: Readonly<Record<string, string>>;
  taxNumber: (name: string, number: string) => string;
}

export const RECEIPT_WORDS: Readonly<Record<Locale, ReceiptWords>> = {
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
    registration: 'Registration no.',
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
    methods: { cash: 'cash', e_transfer: 'e-transfer', cheque: 'cheque', terminal: 'card', other: 'other means' },
    taxNumber: (name, number) => `${name} registration no. ${number}`,
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
    registration: 'N° d’inscription',
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
    methods: { cash: 'comptant', e_transfer: 'virement Interac', cheque: 'chèque', terminal: 'carte', other: 'autre moyen' },
    taxNumber: (name, number) => `N° d’inscription ${name} : ${number}`,
  },
};

/** `13000` thousandths of a percent as `13%`, or `13 %` in French. */
export function ratePercent(rate: number, locale: Locale): string {
  return new Intl.NumberFormat(locale === 'fr' ? 'fr-CA' : 'en-CA', { style: 'percent', maximumFractionDigits: 3 }).format(rate / 100_000);
}

/** Cents as the reader's language prints money. */
export function printMoney(amount: number, currency: string, locale: Locale): string {
  const text = new Intl.NumberFormat(locale === 'fr' ? 'fr-CA' : 'en-CA', { style: 'currency', currency }).format(amount / 100);
  // Narrow no-break spaces have no glyph in some fonts.
  return text.replaceAll('\u202f', '\u00a0');
}
