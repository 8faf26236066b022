import { defineWords } from '../i18n/words.js';

export const wayOutWords = defineWords(
  'wayOut',
  {
    title: 'Saving what you did',
    lead: 'What you did last is being saved. You will be signed out right after.',
    lateTitle: 'Not everything is saved yet',
    lateLead:
      'The clinic’s system has not answered yet to what you did last in this window. If you sign out now, it may be lost. If you wait, you will be signed out once it is saved.',
    stay: 'Stay signed in',
    go: 'Sign out without it',
  },
  {
    title: 'Enregistrement en cours',
    lead: 'Ce que vous avez fait en dernier est en cours d’enregistrement. Vous serez déconnecté tout de suite après.',
    lateTitle: 'Tout n’est pas encore enregistré',
    lateLead:
      'Le système de la clinique n’a pas encore répondu à ce que vous avez fait en dernier dans cette fenêtre. Si vous vous déconnectez maintenant, cela pourrait être perdu. Si vous attendez, vous serez déconnecté une fois que ce sera enregistré.',
    stay: 'Rester connecté',
    go: 'Se déconnecter quand même',
  },
);
