import type { Draft } from './booking-draft.js';
import { faultsOf } from './booking-faults.js';
import { fieldsFrom, newPatientOf } from './new-patient.js';

const draft = { practitioner: { id: 'a' }, service: { id: 's' }, offered: [], durationMinutes: 45 } as unknown as Draft;
const start = '2026-12-01T14:00:00Z';

describe('the booking form', () => {
  it('has nothing to object to where an appointment is whole', () => {
    expect(faultsOf({ patientId: 'p', fresh: undefined, draft, start })).toEqual({});
    const fresh = { ...fieldsFrom('Amélie Roy'), dateOfBirth: '1990-01-31' };
    expect(faultsOf({ patientId: undefined, fresh, draft, start })).toEqual({});
  });

  it('says what is missing', () => {
    const nothing = { practitioner: undefined, service: undefined, offered: [], lastService: undefined, durationMinutes: 0 };
    const missing = faultsOf({ patientId: undefined, fresh: undefined, draft: nothing, start: undefined });
    expect(Object.keys(missing)).toEqual(['patient', 'practitioner', 'service', 'start', 'minutes']);
    const fresh = { ...fieldsFrom(' '), email: 'amelie' };
    expect(Object.keys(faultsOf({ patientId: undefined, fresh, draft, start }))).toEqual(['firstName', 'dateOfBirth', 'email']);
  });

  it('makes a name of what was searched for, and sends nothing that is empty', () => {
    const fields = fieldsFrom('  Marie-Ève  St. John ');
    expect(fields).toMatchObject({ firstName: 'Marie-Ève', lastName: 'St. John' });
    expect(newPatientOf({ ...fields, dateOfBirth: '1990-01-31', phone: ' 613 555 0101 ' })).toEqual({
      firstName: 'Marie-Ève',
      lastName: 'St. John',
      dateOfBirth: '1990-01-31',
      phone: '613 555 0101',
    });
  });
});
