import { formatDate, formatInZone } from '@keel/calendar';
import { collegeFor, languageOf, type Locale, localeOf, printsAs, type StatedLocale, titleFor } from '@keel/contracts';
import { namedTaxNumbers, taxMark, taxName, totals } from '@keel/money';
import type { Block, PrintDocument, Table, Total } from '../../platform/index.js';
import { type InvoiceSnapshot, printedCountry, printedZone } from '../invoice.entity.js';
import type { InvoiceRow } from '../invoice-row.js';
import { printedNumber } from '../printed-number.js';
import { counted } from '../payment-facts.js';
import { printMoney, ratePercent, RECEIPT_WORDS } from './receipt-text.js';

/**
 * What insurers ask for: who, by whom and their registration, what, when, where, paid how. It calls itself a receipt only once
 * everything is paid: an insurer pays out on what is called so.
 */
export function receiptDocument(row: InvoiceRow, snapshot: InvoiceSnapshot, stated: StatedLocale): PrintDocument {
  const locale = localeOf(stated, printedCountry(snapshot, row.currency));
  const words = RECEIPT_WORDS[languageOf(locale)];
  const number = printedNumber(row.number ?? 0);
  const title = words.title[row.status === 'void' ? 'void' : printsAs(row.status)](number);
  const voided: Block[] = row.status === 'void' ? [{ kind: 'paragraph', text: words.voided, tone: 'alarm' }] : [];
  return {
    title,
    locale,
    footer: words.number(number),
    blocks: [
      ...letterhead(row, snapshot, locale),
      { kind: 'heading', level: 2, text: title },
      ...voided,
      { kind: 'facts', facts: facts(row, snapshot, locale) },
      lines(row, snapshot, locale),
    ],
  };
}

/** `receipt-00042.pdf`: as what it prints, in the language that it speaks. */
export function documentFile({ number, status }: Pick<InvoiceRow, 'number' | 'status'>, locale: StatedLocale): string {
  return `${RECEIPT_WORDS[languageOf(locale)].file[printsAs(status)]}-${printedNumber(number ?? 0)}.pdf`;
}

function letterhead({ currency }: InvoiceRow, snapshot: InvoiceSnapshot, locale: Locale): Block[] {
  const { clinic, location } = snapshot;
  const country = printedCountry(snapshot, currency);
  const reach = [clinic.phone, clinic.email].filter(Boolean).join(' · ');
  const language = languageOf(locale);
  const taxNumbers = namedTaxNumbers(clinic.taxNumbers, language).map(({ name, number }) =>
    RECEIPT_WORDS[language].taxNumber(name, number, country),
  );
  return [
    { kind: 'heading', level: 1, text: clinic.name },
    ...[...location.lines, reach, ...taxNumbers].filter(Boolean).map((text): Block => ({ kind: 'paragraph', text, tone: 'quiet' })),
  ];
}

function facts(row: InvoiceRow, snapshot: InvoiceSnapshot, locale: Locale): { label: string; value: string }[] {
  const language = languageOf(locale);
  const words = RECEIPT_WORDS[language];
  const { location, patient, practitioner, appointment } = snapshot;
  const country = printedCountry(snapshot, row.currency);
  const duration = appointment ? ` · ${words.duration(appointment.minutes)}` : '';
  const issued = row.issuedAt ? formatInZone(row.issuedAt, printedZone(snapshot), locale, 'date') : '';
  return [
    { label: words.issued, value: issued },
    { label: words.patient, value: patient.name },
    { label: words.practitioner, value: `${practitioner.name}, ${titleFor(language, country, practitioner)}` },
    {
      label: words.registration(country),
      value: [practitioner.registrationNumber, collegeFor(language, practitioner)].filter(Boolean).join(' · '),
    },
    { label: words.date, value: `${formatDate(row.serviceDate, locale, 'longDate')}${duration}` },
    { label: words.place, value: [location.name, ...location.lines].join(', ') },
  ];
}

function lines(row: InvoiceRow, snapshot: InvoiceSnapshot, locale: Locale): Table {
  const language = languageOf(locale);
  const words = RECEIPT_WORDS[language];
  const country = printedCountry(snapshot, row.currency);
  const money = (amount: number) => printMoney(amount, row.currency, locale, country);
  return {
    kind: 'table',
    columns: [
      { title: words.service, width: 56, align: 'left' },
      { title: words.quantity, width: 8, align: 'right' },
      { title: words.price, width: 18, align: 'right' },
      { title: words.amount, width: 18, align: 'right' },
    ],
    rows: row.lines.map((line) => {
      const mark = taxMark(line, language, country);
      return [mark ? `${line.description} (${mark})` : line.description, String(line.quantity), money(line.unitPrice), money(line.net)];
    }),
    totals: [
      { label: words.subtotal, value: money(row.subtotal) },
      ...totals(row.lines).taxes.map((tax): Total => ({
        label: `${taxName(tax.name, language)} ${ratePercent(tax.rate, locale)}`,
        value: money(tax.amount),
      })),
      { label: words.total, value: money(row.total), tone: 'strong' },
      ...settlement(row, snapshot, locale),
    ],
  };
}

function settlement(row: InvoiceRow, snapshot: InvoiceSnapshot, locale: Locale): Total[] {
  const words = RECEIPT_WORDS[languageOf(locale)];
  const zone = printedZone(snapshot);
  const country = printedCountry(snapshot, row.currency);
  const money = (amount: number) => printMoney(amount, row.currency, locale, country);
  const paid = counted(row.payments).map((payment, index): Total => {
    const date = formatInZone(new Date(payment.receivedAt), zone, locale, 'date');
    return { label: words.paid(words.method(payment.method, country), date), value: money(payment.amount), apart: index === 0 };
  });
  const balance = row.status === 'void' ? 0 : row.total - row.paid;
  return [...paid, { label: words.balance, value: money(balance), tone: 'strong', apart: paid.length === 0 }];
}
