import { plainName, toAllergy, toMedication, toPatient, toProblem } from './synthea-rows.js';

describe('rows of Synthea', () => {
  it('lose the digits in names and keep the person’s id', () => {
    expect(plainName('Jorge Luis88')).toBe('Jorge Luis');
    const mapped = toPatient({ Id: 'p1', FIRST: 'Jorge Luis88', LAST: 'Vela532', BIRTHDATE: '2021-08-22', GENDER: 'M', DEATHDATE: '', ZIP: '93291' });
    expect(mapped).toMatchObject({ externalId: 'p1', body: { firstName: 'Jorge Luis', lastName: 'Vela', sex: 'male', tags: ['imported'], address: { postalCode: '93291' } } });
  });

  it('say why they cannot be taken', () => {
    expect(toPatient({ Id: 'p1', FIRST: '88', LAST: 'X', BIRTHDATE: '2000-01-01' })).toEqual({ skip: 'it has no first or last name' });
    expect(toPatient({ Id: 'p1', FIRST: 'A', LAST: 'X', BIRTHDATE: '01/02/2000' })).toEqual({ skip: '"01/02/2000" is no date of birth' });
    expect(toProblem({ PATIENT: 'p1', START: '2013-12-18', DESCRIPTION: '' })).toEqual({ skip: 'it has no description' });
    expect(toMedication({ START: '2013-12-18T15:27:41Z', DESCRIPTION: 'x' })).toEqual({ skip: 'it names no patient' });
  });

  it('keep the same id at every reading, and another for another start', () => {
    const row = { PATIENT: 'p1', ENCOUNTER: 'e1', CODE: '1', DESCRIPTION: 'Ibuprofen', START: '2013-12-18T15:27:41Z', STOP: '' };
    expect(toMedication(row)).toEqual(toMedication({ ...row }));
    expect(toMedication(row)).toMatchObject({ body: { status: 'active', startDate: '2013-12-18', endDate: null } });
    expect(toMedication({ ...row, START: '2014-01-01T00:00:00Z' })).not.toEqual(toMedication(row));
  });

  it('carry an allergy’s reactions', () => {
    const row = { PATIENT: 'p1', ENCOUNTER: 'e', CODE: '1', DESCRIPTION: 'Latex', START: '1999-12-29', CATEGORY: 'environment', DESCRIPTION1: 'Anaphylaxis', SEVERITY1: 'SEVERE' };
    expect(toAllergy(row)).toMatchObject({ body: { category: 'environment', reactions: [{ manifestation: 'Anaphylaxis', severity: 'severe' }] } });
  });
});
