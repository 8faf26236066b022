import fc from 'fast-check';
import { faultsOf } from './patient-faults.js';
import type { Patient } from '../../data/patients.js';
import { bodyOf, changeOf, emptyValues, valuesOf } from './patient-values.js';

const HERE = { locale: 'en', region: 'ON', country: 'CA' } as const;
const TODAY = '2026-11-24';
const filled = { ...emptyValues(HERE, 'Zoé Tremblay'), dateOfBirth: '1988-02-29' };

const patient: Patient = {
  id: 'p',
  firstName: 'Zoé',
  lastName: 'Tremblay',
  preferredName: null,
  pronouns: null,
  dateOfBirth: '1988-02-29',
  email: 'zoe@patients.example',
  phone: '+14165550123',
  phoneExtension: null,
  phoneRemark: null,
  alerts: ['Latex allergy'],
  tags: [],
  externalId: null,
  archived: false,
  deceasedOn: null,
  version: 3,
  sex: null,
  genderIdentity: null,
  preferredChannel: 'sms',
  locale: 'fr',
  address: { city: 'Ottawa', region: 'ON' },
  emergencyContact: null,
  occupation: null,
  referralSource: null,
  healthCardNumber: null,
  createdAt: '2026-01-01T00:00:00Z',
};

describe('a name that was looked for', () => {
  it.each([
    ['Zoé Tremblay', 'Zoé', 'Tremblay'],
    ['Tremblay, Zoé', 'Zoé', 'Tremblay'],
    ['Anne Marie  de-la-Croix', 'Anne Marie', 'de-la-Croix'],
    ['Cher', 'Cher', ''],
    ['416 555', '', ''],
  ])('%s begins the form', (typed, firstName, lastName) => {
    expect(emptyValues(HERE, typed)).toMatchObject({ firstName, lastName });
  });
});

describe('what is sent', () => {
  it('shows a part of an address that is null as one that is empty', () => {
    const { address } = valuesOf({ ...patient, address: { city: 'Ottawa', line2: null } }, HERE);
    expect(address).toEqual({ line1: '', line2: '', city: 'Ottawa', region: '', postalCode: '', country: '' });
  });

  it('is null where nothing was stated, and no address of a province alone', () => {
    expect(bodyOf({ ...filled, firstName: ' Zoé ' })).toMatchObject({
      firstName: 'Zoé',
      preferredName: null,
      sex: null,
      address: null,
      emergencyContact: null,
      alerts: [],
    });
    const address = { ...filled.address, city: ' Ottawa ' };
    expect(bodyOf({ ...filled, address }).address).toEqual({ city: 'Ottawa', region: 'ON', country: 'CA' });
  });

  it('is nothing for a form that was not changed, whatever the record holds', () => {
    expect(changeOf(valuesOf(patient, HERE), valuesOf(patient, HERE))).toEqual({});
  });

  it('is exactly the fields that were changed, and null for one that was emptied', () => {
    const before = valuesOf(patient, HERE);
    expect(changeOf(before, { ...before, email: '', tags: ['wsib', ' wsib '] })).toEqual({ email: null, tags: ['wsib'] });
    const address = { ...before.address, city: '' };
    expect(changeOf(before, { ...before, address })).toEqual({ address: null });
  });
});

describe('a text that cannot be read as a number', () => {
  const unread = { phone: null, phoneExtension: null, phoneRemark: 'ask at work' };
  const older = { ...patient, ...unread, emergencyContact: { name: 'Jean', ...unread } };

  it('is shown, and stays while other fields are saved', () => {
    const before = valuesOf(older, HERE);
    expect(before).toMatchObject({ phone: 'ask at work', emergencyContact: { phone: 'ask at work' } });
    const after = { ...before, emergencyContact: { ...before.emergencyContact, relationship: 'brother' } };
    expect(faultsOf(after, TODAY)).toEqual({});
    expect(changeOf(before, after)).toEqual({
      emergencyContact: { name: 'Jean', relationship: 'brother', phoneRemark: 'ask at work' },
    });
  });

  it('gives way to a number', () => {
    const before = valuesOf(older, HERE);
    const emergencyContact = { ...before.emergencyContact, phone: '416 555 0123' };
    expect(changeOf(before, { ...before, emergencyContact })).toEqual({ emergencyContact: { name: 'Jean', phone: '416 555 0123' } });
  });
});

describe('a form', () => {
  it('can be sent with names and a date of birth', () => {
    expect(faultsOf(filled, TODAY)).toEqual({});
  });

  it.each([
    ['firstName', { firstName: ' ', lastName: '' }],
    ['lastName', { lastName: 'Roy\u202egnp' }],
    ['dateOfBirth', { dateOfBirth: '2026-11-25' }],
    ['dateOfBirth', { dateOfBirth: '2027-02-29' }],
    ['dateOfBirth', { dateOfBirth: '' }],
    ['dateOfBirth', { dateOfBirth: '0088-01-01' }],
    ['email', { email: 'zoe@patients' }],
    ['phone', { phone: '555' }],
    ['emergencyContact.phone', { emergencyContact: { name: 'Jean', relationship: '', phone: 'at work' } }],
    ['emergencyContact.name', { emergencyContact: { name: '', relationship: '', phone: '416 555 0123' } }],
    ['tags', { tags: ['x'.repeat(51)] }],
  ])('names %s where it is wrong', (field, change) => {
    expect(Object.keys(faultsOf({ ...filled, ...change }, TODAY))).toEqual([field]);
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (dateOfBirth, email, phone) => {
        faultsOf({ ...filled, dateOfBirth, email, phone }, TODAY);
        bodyOf({ ...filled, dateOfBirth, email, phone });
      }),
    );
  });
});
