import { defineWords } from '../../i18n/words.js';

export const flagWords = defineWords(
  'appointment-flags',
  {
    alert: 'Medical alert',
    untold: 'Patient to be told',
    late: 'Late',
    owing: 'Balance owing',
    new: 'New patient',
    signed: 'Note signed',
  },
  {
    alert: 'Alerte médicale',
    untold: 'Personne à prévenir',
    late: 'En retard',
    owing: 'Solde à payer',
    new: 'Nouveau patient',
    signed: 'Note signée',
  },
);
