import { defineWords } from '../i18n/words.js';

export const updatedWords = defineWords(
  'updated',
  {
    told: 'Keel was updated. This window is of the release before, and parts of it do not open any more. What you typed is still here: save it, then reload.',
    reload: 'Reload',
  },
  {
    told: 'Keel a été mis à jour. Cette fenêtre est de la version précédente, et certaines parties ne s’ouvrent plus. Ce que vous avez saisi est toujours là\u00a0: enregistrez-le, puis rechargez.',
    reload: 'Recharger',
  },
);
