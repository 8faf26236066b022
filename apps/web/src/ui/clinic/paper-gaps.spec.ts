import { chargedTaxes, paperGaps } from './paper-gaps.js';

const main = { id: 'm', name: 'Main', active: true, country: null, region: null, addressLine1: '12 Main Street', city: 'Toronto' } as const;
const montreal = { ...main, id: 'q', name: 'Montréal', region: 'QC', addressLine1: null };
const exempt = { id: 'e', archived: false, taxCode: 'exempt' } as const;
const taxable = { ...exempt, id: 't', taxCode: 'taxable' } as const;
const clinic = { country: 'CA', region: 'ON', taxNumbers: {} as Record<string, string> } as const;
const facts = { clinic, services: [exempt, taxable], locations: [main], day: '2026-11-29' };

describe('what receipts lack', () => {
  it('is the number of a tax that a service bears where the clinic works, in each of its places', () => {
    expect(paperGaps(facts)).toEqual({ taxes: ['HST'], places: [] });
    expect(paperGaps({ ...facts, locations: [main, montreal] })).toEqual({ taxes: ['HST', 'GST', 'QST'], places: ['Montréal'] });
    const taxNumbers = { 'GST/HST': '123456789 RT0001' };
    expect(paperGaps({ ...facts, clinic: { ...clinic, taxNumbers }, locations: [main, montreal] }).taxes).toEqual(['QST']);
  });

  it('is nothing where no tax is charged: no service bears one, or the country has none', () => {
    expect(paperGaps({ ...facts, services: [exempt, { ...taxable, archived: true }] }).taxes).toEqual([]);
    expect(paperGaps({ ...facts, clinic: { ...clinic, country: 'US', region: 'NY' } }).taxes).toEqual([]);
  });

  it('is asked of one appointment by its service and its place, and of an invoice by its taxes', () => {
    const both = { ...facts, locations: [main, { ...montreal, active: false }] };
    expect(paperGaps(both, { locationId: 'm', serviceId: 'e' })).toEqual({ taxes: [], places: [] });
    expect(paperGaps(both, { locationId: 'q', serviceId: 't' })).toEqual({ taxes: ['GST', 'QST'], places: ['Montréal'] });
    expect(paperGaps(both, { locationId: 'm', taxes: ['HST'] })).toEqual({ taxes: ['HST'], places: [] });
    expect(chargedTaxes(both)).toEqual(['HST']);
  });
});
