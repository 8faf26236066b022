import type { StatedLocale } from '@keel/contracts';
import type { InvoiceSnapshot } from '../invoice.entity.js';
import type { InvoiceRow } from '../invoice-row.js';
import { canReadPdf, print, wordsOf } from '../../testing/pdf.js';
import { documentFile, receiptDocument } from './receipt-document.js';
import { printMoney, ratePercent } from './receipt-text.js';

const snapshot: InvoiceSnapshot = {
  clinic: {
    name: 'Érablière Physio',
    phone: '416 555 0100',
    email: 'bonjour@clinic.example',
    taxNumbers: { HST: '12345 6789 RT0001' },
    locale: 'en',
    timeZone: 'America/Toronto',
  },
  location: { name: 'Main Street', lines: ['12 Main Street', 'Toronto ON M5V 1A1'] },
  patient: { name: 'Zoé Παπαδοπούλου-Ёлкина' },
  practitioner: {
    name: 'Ben Carter',
    title: 'Registered Massage Therapist',
    college: 'College of Massage Therapists of Ontario',
    registrationNumber: 'R-4711',
  },
  appointment: { start: '2026-11-23T15:00:00.000Z', minutes: 60 },
};
const row: InvoiceRow = {
  id: 'i', number: 42, status: 'issued', patientId: 'p', practitionerId: 'pr', locationId: 'lo', edited: false, discardedAt: null, appointmentId: 'a', appointmentStatus: 'completed', serviceDate: '2026-11-23',
  issuedAt: new Date('2026-11-23T16:00:00Z'), voidedAt: null, voidReason: null, currency: 'CAD', subtotal: 10_000, tax: 1300, total: 11_300, paid: 5000,
  patient: { firstName: 'Zoé', lastName: 'Παπαδοπούλου-Ёлкина', preferredName: null }, practitioner: { displayName: 'Ben Carter' },
  snapshot, version: 2,
  lines: [{ id: 'l', description: 'Massage therapy', serviceId: 's', quantity: 1, unitPrice: 10_000, net: 10_000, taxCode: 'taxable', taxes: [{ name: 'HST', rate: 13_000, amount: 1300 }], earlier: {} }],
  payments: [{ id: 'x', amount: 5000, method: 'terminal', reference: null, receivedAt: new Date('2026-11-23T16:05:00Z'), reversal: null }],
}; // prettier-ignore

describe('a receipt', () => {
  (canReadPdf ? it : it.skip)('says all that an insurer asks for', async () => {
    const text = wordsOf(await print(receiptDocument(row, snapshot, 'en')));
    for (const words of [
      'Érablière Physio',
      '12 Main Street',
      'Invoice 00042',
      'Zoé',
      'Παπαδοπούλου',
      'Ёлкина',
      'Ben Carter, Registered Massage Therapist',
      'R-4711',
      'College of Massage Therapists of Ontario',
      'November 23, 2026',
      '60 min',
      'Massage therapy',
      '$100.00',
      'HST 13%',
      '$13.00',
      '$113.00',
      'by card',
      '$50.00',
      'Balance owing',
      '$63.00',
      '12345 6789 RT0001',
    ]) {
      expect(text).toContain(words);
    }
  });

  it.each([
    ['issued', 'en', 'Invoice 00042', 'invoice-00042.pdf'],
    ['issued', 'fr', 'Facture 00042', 'facture-00042.pdf'],
    ['paid', 'en', 'Receipt · Invoice 00042', 'receipt-00042.pdf'],
    ['paid', 'fr', 'Reçu · Facture 00042', 'recu-00042.pdf'],
    ['void', 'en', 'Invoice 00042 · Void', 'invoice-00042.pdf'],
    ['void', 'fr', 'Facture 00042 · Annulée', 'facture-00042.pdf'],
  ] as const)('of an invoice that is %s is called so in %s: %s', (status, locale, title, file) => {
    const document = receiptDocument({ ...row, status }, snapshot, locale);
    expect(document.title).toBe(title);
    expect(document.blocks).toContainEqual({ kind: 'heading', level: 2, text: title });
    expect(documentFile({ ...row, status }, locale)).toBe(file);
    if (status !== 'paid') expect(JSON.stringify(document)).not.toMatch(/Receipt|Reçu/);
  });

  (canReadPdf ? it : it.skip)('speaks French to those who do', async () => {
    const text = wordsOf(await print(receiptDocument({ ...row, status: 'void', paid: 0, payments: [] }, snapshot, 'fr')));
    for (const words of [
      'Massothérapeute autorisé(e)',
      'Ordre des massothérapeutes de l’Ontario',
      'Facture 00042',
      '23 novembre 2026',
      'TVH 13',
      '113,00',
      'Solde à payer',
      'ANNULÉE',
    ])
      expect(text).toContain(words);
  });

  it('calls a title and a college as the clinic does in that language', () => {
    const practitioner = {
      ...snapshot.practitioner,
      title: 'Osteopath',
      titleIn: { fr: 'Ostéopathe' },
      college: 'Osteopathy Canada',
      collegeIn: { fr: 'Ostéopathie Canada' },
    };
    const print = (locale: StatedLocale) => JSON.stringify(receiptDocument(row, { ...snapshot, practitioner }, locale));
    for (const words of ['Ben Carter, Ostéopathe', 'R-4711 · Ostéopathie Canada']) expect(print('fr')).toContain(words);
    for (const words of ['Ben Carter, Osteopath', 'R-4711 · Osteopathy Canada']) expect(print('en')).toContain(words);
  });

  it('calls a profession as the country does, also on what was issued before it did so', () => {
    const practitioner = { ...snapshot.practitioner, title: 'Physiotherapist' };
    const print = (country: 'CA' | 'US') =>
      JSON.stringify(receiptDocument(row, { ...snapshot, practitioner, clinic: { ...snapshot.clinic, country } }, 'en'));
    expect(print('US')).toContain('Ben Carter, Physical Therapist');
    expect(print('CA')).toContain('Ben Carter, Physiotherapist');
  });

  it('says nothing of a payment that was taken back', () => {
    const [payment] = row.payments;
    const back = { ...payment!, amount: 7000, reversal: { at: '2026-11-23T16:06:00Z', reason: 'Typed twice', byName: 'Ana Roy' } };
    expect(receiptDocument({ ...row, payments: [back, payment!] }, snapshot, 'en')).toEqual(receiptDocument(row, snapshot, 'en'));
  });

  it.each([
    ['en', 'GST', 'QST'],
    ['fr', 'TPS', 'TVQ'],
  ] as const)(
    'names a tax alike in its numbers, on its line and in the sums, in %s, whichever language the clinic typed it in',
    (locale, federal, provincial) => {
      const taxes = [
        { name: 'GST', rate: 5000, amount: 500 },
        { name: 'QST', rate: 9975, amount: 998 },
      ];
      const typed: Record<string, string>[] = [
        { TPS: '123456789 RT0001', TVQ: '1234567890 TQ0001' },
        { GST: '123456789 RT0001', QST: '1234567890 TQ0001' },
      ];
      for (const taxNumbers of typed) {
        const clinic = { ...snapshot.clinic, taxNumbers };
        const said = JSON.stringify(
          receiptDocument({ ...row, lines: row.lines.map((line) => ({ ...line, taxes })) }, { ...snapshot, clinic }, locale),
        );
        expect([...said.matchAll(/\b(?:GST|QST|TPS|TVQ)\b/g)].map(([name]) => name)).toEqual([
          ...[federal, provincial],
          ...[federal, provincial],
          ...[federal, provincial],
        ]);
      }
    },
  );

  it.each([
    ['en', ['Massage (HST)', 'Physiotherapy (tax exempt)', 'Glasses (zero-rated)', 'Talk']],
    ['fr', ['Massage (TVH)', 'Physiotherapy (exonéré)', 'Glasses (détaxé)', 'Talk']],
  ] as const)('says of each line how it is taxed, in %s', (locale, said) => {
    const [taxed] = row.lines;
    const lines: InvoiceRow['lines'] = [
      { ...taxed!, description: 'Massage' },
      { ...taxed!, description: 'Physiotherapy', taxCode: 'exempt', taxes: [] },
      { ...taxed!, description: 'Glasses', taxCode: 'zero_rated', taxes: [] },
      // Where a place charges no tax there is none to name.
      { ...taxed!, description: 'Talk', taxes: [] },
    ];
    const table = receiptDocument({ ...row, lines }, snapshot, locale).blocks.find(({ kind }) => kind === 'table');
    expect(table).toMatchObject({ rows: said.map((text) => [text, '1', expect.any(String), expect.any(String)]) });
  });

  it.each([
    ['kept', { country: 'US' as const }],
    ['not yet kept', {}],
  ])('of a clinic in the United States reads so, where the country was %s', (_, country) => {
    const clinic = { ...snapshot.clinic, ...country, taxNumbers: { EIN: '12-3456789' } };
    const lines = row.lines.map((line) => ({ ...line, taxCode: 'exempt' as const, taxes: [] }));
    const payments = row.payments.map((payment) => ({ ...payment, method: 'cheque' as const }));
    const american = { ...row, currency: 'USD' as const, tax: 0, total: 10_000, lines, payments };
    const said = JSON.stringify(receiptDocument(american, { ...snapshot, clinic }, 'en'));
    for (const words of ['"EIN 12-3456789"', '"$100.00"', 'by check', '"Massage therapy"', '"License no."']) expect(said).toContain(words);
    expect(said).not.toMatch(/US\$|registration no\.|cheque|exempt/i);
  });

  it('prints money and rates as the language does', () => {
    expect(printMoney(123_456, 'CAD', 'en', 'CA')).toBe('$1,234.56');
    expect(printMoney(123_456, 'CAD', 'fr', 'CA')).toMatch(/^1\u00a0234,56\u00a0\$$/);
    expect(printMoney(123_456, 'USD', 'en', 'US')).toBe('$1,234.56');
    expect(printMoney(123_456, 'USD', 'en', 'CA')).toBe('US$1,234.56');
    expect(ratePercent(9975, 'en')).toBe('9.975%');
  });

  it('writes dates and money as the patient’s locale does, and a bare language as the clinic’s country', () => {
    const clinic = { ...snapshot.clinic, country: 'US' as const };
    const said = (locale: StatedLocale) =>
      JSON.stringify(receiptDocument({ ...row, currency: 'USD' }, { ...snapshot, clinic }, locale)).replaceAll(/\s/g, ' ');
    for (const locale of ['en', 'en-US'] as const) expect(said(locale)).toMatch(/Paid on 11\/\d+\/2026 by/);
    expect(said('en-CA')).toMatch(/Paid on Nov \d+, 2026 by/);
    expect(said('fr')).toBe(said('fr-CA'));
  });
});
