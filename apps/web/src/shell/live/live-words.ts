import { defineWords } from '../../i18n/words.js';

export const liveWords = defineWords(
  'live',
  {
    away: 'No connection',
    awayLong: 'The clinic cannot be reached. What you see may be old; what you type stays, and can be saved when the connection is back.',
  },
  {
    away: 'Pas de connexion',
    awayLong:
      'La clinique est injoignable. Ce que vous voyez peut dater ; ce que vous saisissez reste là et pourra être enregistré au retour de la connexion.',
  },
);
