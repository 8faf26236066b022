import fc from 'fast-check';
import type { Invoice } from '../../data/invoices.js';
import { readBillingSearch } from './billing-search.js';
import { draftLines, draftTotals, faultsOfLine, isChanged, MOST, taxPlace, type TypedLine, typedLines } from './draft-lines.js';
import { storyOf } from './invoice-story.js';
import { typedMoney } from '../../ui/typed-money.js';

const ONTARIO = { country: 'CA', region: 'ON' } as const;
const DAY = '2026-11-23';
const line = (over: Partial<TypedLine> = {}): TypedLine => ({
  key: 'a',
  description: 'Massage 60',
  quantity: '1',
  price: '100.01',
  taxCode: 'taxable',
  ...over,
});

describe('the lines of a draft while they are edited', () => {
  it('are summed as the API sums them', () => {
    const lines = [line(), line({ key: 'b', quantity: '2', price: '40,00', taxCode: 'exempt' })];
    expect(draftTotals(lines, 'en', ONTARIO, DAY)).toEqual({
      subtotal: 18_001,
      tax: 1300,
      total: 19_301,
      taxes: [{ name: 'HST', rate: 13_000, amount: 1300 }],
    });
  });

  it('are taxed by where the appointment was: an Ontario clinic with a place in Québec charges GST and QST there', () => {
    const places = [
      { id: 'home', country: null, region: null },
      { id: 'gatineau', country: 'CA', region: 'QC' },
    ] as const;
    const taxes = (id: string) => draftTotals([line()], 'en', taxPlace(places, id, ONTARIO), DAY).taxes.map(({ name }) => name);
    expect(taxes('gatineau')).toEqual(['GST', 'QST']);
    expect(taxes('home')).toEqual(['HST']);
    expect(taxPlace(undefined, 'gatineau', ONTARIO)).toEqual(ONTARIO);
  });

  it('say what of them makes no sense, and are not sent before it does', () => {
    expect(faultsOfLine(line({ description: ' ', quantity: '0', price: '1.999' }), 'en')).toEqual(['description', 'quantity', 'price']);
    expect(faultsOfLine(line({ quantity: String(MOST.quantity + 1) }), 'en')).toEqual(['quantity']);
    expect(draftLines([line(), line({ price: '' })], 'CAD', 'en')).toBeUndefined();
    expect(draftLines([], 'CAD', 'en')).toBeUndefined();
    expect(draftLines([line()], 'CAD', 'en')).toEqual([expect.not.objectContaining({ id: expect.anything() as string })]);
  });

  it('come back as they are saved: shown and read again, nothing has changed', () => {
    const saved = fc.record({
      id: fc.uuid(),
      description: fc.string({ minLength: 1 }).map((text) => `x${text}x`),
      quantity: fc.integer({ min: 1, max: MOST.quantity }),
      unitPrice: fc.record({ amount: fc.integer({ min: 0, max: 1_000_000 }), currency: fc.constant('CAD' as const) }),
      taxCode: fc.constantFrom('exempt' as const, 'taxable' as const, 'zero_rated' as const),
    });
    fc.assert(
      fc.property(fc.array(saved, { minLength: 1, maxLength: 5 }), fc.constantFrom('en' as const, 'fr' as const), (lines, locale) => {
        const invoice = { lines, total: { amount: 0, currency: 'CAD' } } as unknown as Invoice;
        const typed = typedLines(invoice, locale);
        expect(isChanged(typed, invoice, locale)).toBe(false);
        // Each says which line it was, so that it bills what it billed.
        expect(draftLines(typed, 'CAD', locale)?.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
        const [first] = typed;
        if (first) expect(isChanged([{ ...first, price: typedMoney(99_999_901, locale) }, ...typed.slice(1)], invoice, locale)).toBe(true);
        expect(isChanged(typed.slice(1), invoice, locale)).toBe(true);
      }),
    );
  });
});

describe('the story of an invoice', () => {
  it('is told in order, without messages that never left', () => {
    const invoice = {
      issuedAt: '2026-11-23T15:00:00Z',
      voidedAt: null,
      payments: [
        { id: 'p2', receivedAt: '2026-11-23T16:00:00Z', reversal: { at: '2026-11-23T16:30:00Z', reason: 'Typed twice', byName: null } },
        { id: 'p1', receivedAt: '2026-11-23T15:30:00Z', reversal: null },
      ],
    } as unknown as Invoice;
    const messages = [{ sentAt: '2026-11-21T15:00:00Z' }, { sentAt: null }] as unknown as Parameters<typeof storyOf>[1];
    expect(storyOf(invoice, messages).map((chapter) => (chapter.kind === 'paid' ? chapter.payment.id : chapter.kind))).toEqual([
      'message',
      'issued',
      'p1',
      'p2',
      'takenBack',
    ]);
  });
});

describe('the address of the list', () => {
  it('is read without what is not known', () => {
    const patient = '018f3a5e-1111-7111-8111-111111111111';
    expect(readBillingSearch({ state: 'paid', from: '2026-11-01', to: '2026-11-30', patient })).toEqual({
      state: 'paid',
      from: '2026-11-01',
      to: '2026-11-30',
      patient,
    });
    expect(readBillingSearch({ state: 'lost', from: 'yesterday', to: '2026-02-30', patient: '1' })).toEqual({});
  });
});
