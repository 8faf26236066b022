import type { Practitioner } from '../../../data/practitioners.js';
import { changedOf } from '../../../ui/forms/stale.js';
import { practitionerValues, toPractitionerChange } from './practitioner-form.js';

const one = {
  email: 'b@clinic.example',
  firstName: 'Béatrice',
  lastName: 'Roy',
  profession: 'massage_therapist',
  registrationNumber: 'M-1',
  college: 'College of Massage Therapists of Ontario',
  title: 'Massage Therapist',
  colour: '#0b7a63',
} as Practitioner;

describe('a practitioner in the form', () => {
  it('has the title and the college that receipts in the language of the clinic print', () => {
    expect(practitionerValues(one, 'fr', 'CA')).toMatchObject({
      title: 'Massothérapeute',
      college: 'Ordre des massothérapeutes de l’Ontario',
    });
    expect(practitionerValues({ ...one, title: 'Osteopath (DOMP)', college: null }, 'fr', 'CA')).toMatchObject({
      title: 'Osteopath (DOMP)',
      college: '',
    });
  });

  it('sends an address that was corrected, without the blanks around it', () => {
    const shown = practitionerValues(one, 'en', 'CA');
    expect(toPractitionerChange(changedOf(shown, { ...shown, email: ' beatrice@clinic.example ' }))).toEqual({
      email: 'beatrice@clinic.example',
    });
  });

  it('keeps both as they were written where they are not changed', () => {
    const shown = practitionerValues(one, 'fr', 'CA');
    expect(toPractitionerChange(changedOf(shown, { ...shown, lastName: 'Roy-Caron' }))).toEqual({ lastName: 'Roy-Caron' });
    expect(toPractitionerChange(changedOf(shown, { ...shown, title: 'Massothérapeute agréée' }))).toEqual({
      title: 'Massothérapeute agréée',
    });
  });
});
