import type { PatientSummary } from '../../data/patients.js';
import { duplicatesOf } from './duplicates.js';

const zoe: PatientSummary = {
  id: 'zoe',
  firstName: 'Zoé',
  lastName: 'Tremblay-Roy',
  preferredName: 'Zo',
  pronouns: null,
  dateOfBirth: '1988-02-29',
  email: 'zoe@patients.example',
  phone: '+14165550123',
  phoneExtension: null,
  phoneRemark: null,
  alerts: [],
  tags: [],
  externalId: null,
  archived: false,
  deceasedOn: null,
  version: 1,
};
const typed = { firstName: '', lastName: '', dateOfBirth: '', phone: '', email: '' };

describe('somebody who may be here already', () => {
  it.each([
    ['nameAndBirth', { firstName: 'zoe', lastName: 'tremblay roy', dateOfBirth: '1988-02-29' }],
    ['nameAndBirth', { firstName: 'Zo', lastName: 'Tremblay-Roy', dateOfBirth: '1988-02-29' }],
    ['name', { firstName: 'Tremblay-Roy', lastName: 'Zoé', dateOfBirth: '1990-01-01' }],
    ['birth', { firstName: 'Zoey', lastName: 'Cyr', dateOfBirth: '1988-02-29' }],
    ['phone', { firstName: 'Max', lastName: 'Cyr', phone: '(416) 555-0123' }],
    ['email', { firstName: 'Max', lastName: 'Cyr', email: 'ZOE@patients.example ' }],
  ])('is known by %s', (likeness, what) => {
    expect(duplicatesOf([zoe, zoe], { ...typed, ...what })).toEqual([{ patient: zoe, likeness }]);
  });

  it.each([
    ['another name and birth', { firstName: 'Max', lastName: 'Cyr', dateOfBirth: '1990-01-01' }],
    ['the same birth alone', { firstName: 'Max', lastName: 'Cyr', dateOfBirth: '1988-02-29' }],
    ['a part of the name alone', { firstName: 'Zoé', lastName: '' }],
    ['too few digits', { phone: '0123' }],
    ['nothing typed', {}],
  ])('is not: %s', (_, what) => {
    expect(duplicatesOf([zoe], { ...typed, ...what })).toEqual([]);
  });

  it('stands in order of likeness, and there are few of them', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ ...zoe, id: `z${index}`, dateOfBirth: `199${index}-01-01` }));
    const duplicates = duplicatesOf([...many, zoe], { ...typed, firstName: 'Zoé', lastName: 'Tremblay-Roy', dateOfBirth: '1988-02-29' });
    expect(duplicates).toHaveLength(5);
    expect(duplicates[0]).toEqual({ patient: zoe, likeness: 'nameAndBirth' });
  });
});
