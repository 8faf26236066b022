import { act, screen } from '@testing-library/react';
import { draw } from '../../testing.js';
import { PatientFields } from './patient-fields.js';
import { emptyValues } from './patient-values.js';
import { usePatientForm } from './use-patient-form.js';

const clinic = { timeZone: 'America/Toronto', locale: 'en', region: 'ON', country: 'CA' } as const;

function NewPatient() {
  const form = usePatientForm(emptyValues(clinic));
  return (
    <form onSubmit={form.onSubmit(() => undefined)} noValidate>
      <PatientFields form={form} />
      <button type="submit">Save</button>
    </form>
  );
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const faulty = () => [...document.querySelectorAll('[aria-invalid="true"]')].map((input) => input.getAttribute('data-path'));

describe('the form of a patient', () => {
  it('finds no fault before anything is typed, whatever takes the cursor out of its first field', async () => {
    const hands = await draw(<NewPatient />, { clinic });
    expect(document.activeElement).toBe(field('Legal first name'));
    act(() => field('Legal first name').blur());
    expect(faulty()).toEqual([]);
    await hands.click(screen.getByLabelText(/Date of birth/));
    await hands.click(field('Pronouns'));
    expect(faulty()).toEqual([]);
    await hands.click(screen.getByRole('button', { name: 'Save' }));
    expect(faulty()).toEqual(['firstName', 'dateOfBirth']);
  });

  it('judges a name when both of its fields are left: one of them is enough', async () => {
    const hands = await draw(<NewPatient />, { clinic });
    await hands.type(field('Legal first name'), 'Zoé');
    await hands.clear(field('Legal first name'));
    await hands.click(field('Legal last name'));
    expect(faulty()).toEqual([]);
    await hands.click(field('Pronouns'));
    expect(faulty()).toEqual(['firstName']);
    await hands.type(field('Legal last name'), 'Tremblay');
    await hands.click(field('Pronouns'));
    expect(faulty()).toEqual([]);
  });

  it('says what is wrong with a field when what was typed there is left', async () => {
    const hands = await draw(<NewPatient />, { clinic });
    await hands.type(field('E-mail'), 'zoe@');
    expect(faulty()).toEqual([]);
    await hands.click(field('Pronouns'));
    expect(faulty()).toEqual(['email']);
  });
});
