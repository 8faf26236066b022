import { defineWords } from '../../i18n/words.js';

export const refusedWords = defineWords(
  'refused-time',
  {
    instead: 'Free instead',
    nothingInstead: 'Nothing is free nearby.',
    over: 'Book over it',
    overLead: 'Two appointments then share this time; the appointment is marked as overbooked.',
  },
  {
    instead: 'Libre à la place',
    nothingInstead: 'Rien n’est libre à proximité.',
    over: 'Réserver quand même',
    overLead: 'Deux rendez-vous partagent alors ce moment ; celui-ci est marqué comme surréservé.',
  },
);
