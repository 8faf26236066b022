import { defineWords } from '../../i18n/words.js';

/** Apart from those of signing in, which every first visit fetches. */
export const sessionEndedWords = defineWords(
  'session-ended',
  {
    title: 'You were signed out',
    lead: 'You were away for a while. Sign in again and go on where you were: what you typed is still there.',
  },
  {
    title: 'Votre session a pris fin',
    lead: 'Vous étiez absent un moment. Reconnectez-vous et continuez : ce que vous avez saisi est toujours là.',
  },
);
