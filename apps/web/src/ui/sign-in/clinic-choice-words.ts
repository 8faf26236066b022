import { defineWords } from '../../i18n/words.js';

export const clinicChoiceWords = defineWords(
  'clinic-choice',
  {
    title: 'Choose a clinic',
    lead: 'You work in several clinics. Where to now?',
    other: 'Sign in as somebody else',
  },
  {
    title: 'Choisissez une clinique',
    lead: 'Vous travaillez dans plusieurs cliniques. Où allez-vous ?',
    other: 'Se connecter sous un autre nom',
  },
);
