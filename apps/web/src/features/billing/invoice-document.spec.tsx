import { act, screen } from '@testing-library/react';
import { chooseLanguage } from '../../i18n/index.js';
import { draw } from '../../testing.js';
import type { Invoice } from '../../data/invoices.js';
import { InvoiceDocument } from './invoice-document.js';

const CAD = (amount: number) => ({ amount, currency: 'CAD' as const });
const invoice = {
  id: 'i', number: '00042', status: 'issued', serviceDate: '2026-11-23', issuedAt: '2026-11-23T16:00:00Z', lines: [], payments: [],
  subtotal: CAD(10_000), total: CAD(11_498), open: CAD(11_498), paid: CAD(0), adjusted: CAD(0),
  taxes: [{ name: 'GST', rate: 5000, amount: CAD(500) }, { name: 'QST', rate: 9975, amount: CAD(998) }],
  printed: {
    clinic: { name: 'Clinique Saint-Laurent', country: 'CA', phone: null, email: null, taxNumbers: { TPS: '123456789 RT0001', TVQ: '1234567890 TQ0001' } },
    location: { name: 'Principale', lines: [] },
    patientName: 'Zoé Tremblay',
    practitioner: { name: 'Béatrice Roy', title: 'Massage Therapist', college: 'College of Massage Therapists of Ontario', registrationNumber: 'M-1' },
    appointment: null,
  },
} as unknown as Invoice; // prettier-ignore

const viewer = { clinic: { timeZone: 'America/Toronto' }, permissions: [] };
const paper = () => screen.getByRole('article').textContent;

afterEach(() => act(() => chooseLanguage('en')));

describe('who treated, on the screen', () => {
  it('calls title and college as the clinic does in that language', async () => {
    const own = { titleIn: { fr: 'Massothérapeute clinicienne' }, collegeIn: { fr: 'Fédération québécoise des massothérapeutes' } };
    const practitioner = { ...invoice.printed.practitioner, ...own };
    await draw(<InvoiceDocument invoice={{ ...invoice, printed: { ...invoice.printed, practitioner } }} />, viewer);
    expect(paper()).toContain('Béatrice Roy, Massage Therapist');
    act(() => chooseLanguage('fr'));
    expect(paper()).toContain('Béatrice Roy, Massothérapeute clinicienne');
    expect(paper()).toContain('M-1 · Fédération québécoise des massothérapeutes');
  });
});

describe('an invoice on the screen', () => {
  it('names who treated, and their college, in the language that is read', async () => {
    await draw(<InvoiceDocument invoice={invoice} />, viewer);
    expect(paper()).toContain('Béatrice Roy, Massage Therapist');
    act(() => chooseLanguage('fr'));
    expect(paper()).toContain('Béatrice Roy, Massothérapeute');
    expect(paper()).toContain('M-1 · Ordre des massothérapeutes de l’Ontario');
  });

  it('keeps a name that reads from right to left apart from what stands beside it', async () => {
    const printed = { ...invoice.printed, patientName: 'نور الحسن', practitioner: { ...invoice.printed.practitioner, name: 'דוד כהן' } };
    await draw(<InvoiceDocument invoice={{ ...invoice, printed }} />, viewer);
    expect(screen.getByText('نور الحسن').tagName).toBe('BDI');
    expect(paper()).toContain('\u2068דוד כהן\u2069, Massage Therapist');
  });

  it('says of each line how it is taxed, and of the clinic its tax numbers below its address, as on paper', async () => {
    const line = { quantity: 1, unitPrice: CAD(100), net: CAD(100), taxes: [] };
    const lines = [
      { ...line, id: '1', description: 'Massage', taxCode: 'taxable', taxes: [{ name: 'GST' }, { name: 'QST' }] },
      { ...line, id: '2', description: 'Physio', taxCode: 'exempt' },
      { ...line, id: '3', description: 'Brace', taxCode: 'zero_rated' },
    ];
    await draw(<InvoiceDocument invoice={{ ...invoice, lines } as unknown as Invoice} />, viewer);
    for (const words of ['Massage (GST + QST)', 'Physio (tax exempt)', 'Brace (zero-rated)']) expect(paper()).toContain(words);
    expect(paper()).toMatch(/^Clinique Saint-LaurentGST registration no\. 123456789 RT0001QST registration no\. 1234567890 TQ0001/);
    act(() => chooseLanguage('fr'));
    for (const words of ['Massage (TPS + TVQ)', 'Physio (exonéré)', 'Brace (détaxé)']) expect(paper()).toContain(words);
  });

  it('of a clinic in the United States reads so: its EIN, checks, and nothing of tax that is not charged', async () => {
    const clinic = { ...invoice.printed.clinic, country: 'US', taxNumbers: { EIN: '12-3456789' } };
    const lines = [{ id: '1', description: 'Physio', taxCode: 'exempt', quantity: 1, unitPrice: CAD(100), net: CAD(100), taxes: [] }];
    const payments = [
      {
        id: 'p',
        amount: CAD(100),
        method: 'cheque',
        reference: null,
        receivedAt: '2026-11-23T16:00:00Z',
        reversal: null,
        reversibleUntil: null,
      },
    ];
    const american = { ...invoice, lines, payments, printed: { ...invoice.printed, clinic } } as unknown as Invoice;
    await draw(<InvoiceDocument invoice={american} />, { ...viewer, clinic: { ...viewer.clinic, country: 'US' } });
    for (const words of ['EIN 12-3456789', 'Check, ']) expect(paper()).toContain(words);
    expect(paper()).not.toMatch(/registration no\. 12|exempt|Cheque/);
  });

  it('names a tax alike in its sums and its numbers, whichever language the clinic typed it in', async () => {
    await draw(<InvoiceDocument invoice={invoice} />, viewer);
    const taxes = () => [...(paper() ?? '').matchAll(/GST|QST|TPS|TVQ/g)].map(([name]) => name);
    expect(taxes()).toEqual(['GST', 'QST', 'GST', 'QST']);
    act(() => chooseLanguage('fr'));
    expect(taxes()).toEqual(['TPS', 'TVQ', 'TPS', 'TVQ']);
  });
});
