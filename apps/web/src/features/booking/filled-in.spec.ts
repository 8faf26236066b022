import { isFilledIn } from './filled-in.js';
import { fieldsFrom } from './new-patient.js';

const opened = { choice: { practitionerId: 'p', day: '2026-12-01' }, when: { day: '2026-12-01', clock: '', exact: undefined } };
const untouched = { ...opened, sought: ' ', fresh: undefined };

describe('a booking form', () => {
  it('loses nothing as it was opened, also where something was chosen and taken back', () => {
    expect(isFilledIn(untouched, opened)).toBe(false);
    expect(isFilledIn({ ...untouched, choice: { ...opened.choice, patientId: undefined } }, opened)).toBe(false);
    expect(isFilledIn({ ...untouched, fresh: fieldsFrom('') }, opened)).toBe(false);
  });

  it.each([
    ['a name that is looked for', { sought: 'Na' }],
    ['a new patient’s field', { fresh: { ...fieldsFrom(''), phone: '416' } }],
    ['a choice', { choice: { ...opened.choice, serviceId: 's' } }],
    ['a time', { when: { ...opened.when, clock: '09:00' } }],
  ])('would lose %s', (_, some) => {
    expect(isFilledIn({ ...untouched, ...some }, opened)).toBe(true);
  });
});
