import { defineWords } from '../../i18n/words.js';

export const scheduleWords = defineWords(
  'schedule',
  { title: 'Schedule', empty: 'No visits today.' },
  { title: 'Horaire', empty: 'Aucun rendez-vous aujourd’hui.' },
);
