import { defineWords } from '../i18n/words.js';

export const leaveWords = defineWords(
  'leave',
  {
    title: 'Leave without saving?',
    lead: 'What you typed here is not saved yet. If you leave now, it is lost.',
    stay: 'Stay here',
    go: 'Leave without saving',
  },
  {
    title: 'Quitter sans enregistrer ?',
    lead: 'Ce que vous avez saisi ici n’est pas encore enregistré. Si vous quittez maintenant, c’est perdu.',
    stay: 'Rester ici',
    go: 'Quitter sans enregistrer',
  },
);
