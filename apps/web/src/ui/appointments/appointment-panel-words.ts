import { defineWords } from '../../i18n/words.js';

export const appointmentPanelWords = defineWords('appointment-panel', {
  en: () => import('./appointment-panel-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./appointment-panel-words.fr.json', { with: { type: 'json' } }),
});
