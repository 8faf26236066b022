import { defineWords } from '../../i18n/words.js';

export const lockWords = defineWords(
  'lock',
  {
    title: 'This screen is locked',
    lead: 'Nobody used it for a while. Show that it is you, {{name}}, and go on where you were: what you typed is still there.',
    endedTitle: 'You were signed out',
    endedLead: 'You were away for a while, or signed out elsewhere. Sign in again and go on where you were: what you typed is still there.',
    unlock: 'Unlock',
    other: 'Somebody else…',
    otherLead: 'What {{name}} has not saved on this screen will be lost.',
    leave: 'Leave it and sign in',
    stay: 'Back',
    soon: 'Nobody used this screen for a while. It locks in a minute.',
    warned_one: 'This screen locks in {{count}} second.',
    warned_other: 'This screen locks in {{count}} seconds.',
    stayOpen: 'Keep it open',
  },
  {
    title: 'Cet écran est verrouillé',
    lead: 'Personne ne s’en est servi depuis un moment. Montrez que c’est vous, {{name}}, et continuez : ce que vous avez saisi est toujours là.',
    endedTitle: 'Votre session a pris fin',
    endedLead:
      'Vous étiez absent un moment, ou vous vous êtes déconnecté ailleurs. Reconnectez-vous et continuez : ce que vous avez saisi est toujours là.',
    unlock: 'Déverrouiller',
    other: 'Quelqu’un d’autre…',
    otherLead: 'Ce que {{name}} n’a pas enregistré sur cet écran sera perdu.',
    leave: 'Laisser et se connecter',
    stay: 'Retour',
    soon: 'Personne ne s’est servi de cet écran depuis un moment. Il se verrouille dans une minute.',
    warned_one: 'Cet écran se verrouille dans {{count}} seconde.',
    warned_other: 'Cet écran se verrouille dans {{count}} secondes.',
    stayOpen: 'Le garder ouvert',
  },
);
