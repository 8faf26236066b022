import { defineWords } from '../../i18n/words.js';

export const messagesWords = defineWords(
  'patient-messages',
  {
    title: 'Messages',
    none: 'No messages yet',
    noneLead: 'Reminders of appointments go out by themselves; each will be listed here with what was written.',
    decide: 'Look into it in the inbox',
  },
  {
    title: 'Messages',
    none: 'Aucun message pour l’instant',
    noneLead: 'Les rappels de rendez-vous partent d’eux-mêmes ; chacun figurera ici avec son texte.',
    decide: 'Voir dans les messages de la clinique',
  },
);
