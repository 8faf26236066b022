import { clinicValues, faultyNumbers, placedIn, toClinicChange } from './clinic-form.js';
import type { Clinic } from '../../../data/clinic.js';

const clinic: Clinic = {
  id: '0',
  name: 'Maple',
  slug: 'maple',
  timeZone: 'America/Toronto',
  country: 'CA',
  region: 'ON',
  currency: 'CAD',
  locale: 'en',
  phone: null,
  phoneExtension: null,
  phoneRemark: null,
  email: 'desk@maple.example',
  taxNumbers: { 'GST/HST': '123456789 RT0001' },
  cancellationNoticeHours: 24,
  secondFactorRoles: [],
  version: 3,
};

describe('the form of a clinic', () => {
  it('sends what was changed and nothing else; an emptied address is none', () => {
    expect(toClinicChange({})).toEqual({});
    expect(toClinicChange({ phone: ' 416 555 0100 ', email: '' })).toEqual({ phone: '416 555 0100', email: null });
    expect(toClinicChange({ cancellationNoticeHours: 0 })).toEqual({ cancellationNoticeHours: 0 });
  });

  it('keeps tax numbers by their names and leaves empty lines out', () => {
    const values = clinicValues(clinic, 'en');
    expect(values.taxNumbers).toEqual([{ name: 'GST/HST', number: '123456789 RT0001' }]);
    const taxNumbers = [...values.taxNumbers, { name: '', number: '' }, { name: 'QST ', number: '1234567890 TQ0001' }];
    expect(faultyNumbers({ ...values, taxNumbers })).toEqual([]);
    expect(toClinicChange({ taxNumbers })).toEqual({
      taxNumbers: { 'GST/HST': '123456789 RT0001', QST: '1234567890 TQ0001' },
    });
  });

  it('tells lines that are half filled in or there twice', () => {
    const values = clinicValues(clinic, 'en');
    const taxNumbers = [...values.taxNumbers, { name: 'QST', number: '' }, { name: ' GST/HST', number: '1' }];
    expect(faultyNumbers({ ...values, taxNumbers })).toEqual([1, 2]);
  });

  it('takes another province with its clock, and another country with neither until they are chosen', () => {
    const { country, region, timeZone, currency } = clinicValues(clinic, 'en');
    const toronto = { country, region, timeZone, currency };
    expect(placedIn(toronto, { region: 'BC' })).toEqual({ ...toronto, region: 'BC', timeZone: 'America/Vancouver' });
    expect(placedIn(toronto, { country: 'US' })).toEqual({ country: 'US', region: '', timeZone: '', currency: 'USD' });
    expect(placedIn(toronto, { timeZone: 'America/Winnipeg' })).toEqual({ ...toronto, timeZone: 'America/Winnipeg' });
    expect(toClinicChange({ region: 'BC', timeZone: 'America/Vancouver' })).toEqual({ region: 'BC', timeZone: 'America/Vancouver' });
  });
});
