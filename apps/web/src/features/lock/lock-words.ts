import { defineWords } from '../../i18n/words.js';

export const lockWords = defineWords(
  'lock',
  {
    title: 'This screen is locked',
    lead: 'Nobody used it for a while. Show that it is you, {{name}}, and go on where you were: what you typed is still there.',
    endedTitle: 'You were signed out',
    endedLead: 'You were away for a while, or signed out elsewhere. Sign in again and go on where you were: what you typed is still there.',
    elsewhereTitle: 'This screen is of {{clinic}}',
    elsewhereLead:
      'In another window you went on in another clinic. What you typed here is still there, and goes on in {{clinic}} only: sign in again and choose {{clinic}}.',
    unlock: 'Unlock',
    other: 'Somebody else…',
    otherThere: 'Go to the other clinic…',
    otherLead: 'What {{name}} has not saved on this screen will be lost.',
    leave: 'Leave it and sign in',
    leaveThere: 'Leave it and go there',
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
    elsewhereTitle: 'Cet écran est celui de {{clinic}}',
    elsewhereLead:
      'Dans une autre fenêtre, vous avez continué dans une autre clinique. Ce que vous avez saisi ici est toujours là et ne se poursuit que dans {{clinic}}\u00a0: reconnectez-vous et choisissez {{clinic}}.',
    unlock: 'Déverrouiller',
    other: 'Quelqu’un d’autre…',
    otherThere: 'Aller à l’autre clinique…',
    otherLead: 'Ce que {{name}} n’a pas enregistré sur cet écran sera perdu.',
    leave: 'Laisser et se connecter',
    leaveThere: 'Laisser et y aller',
    stay: 'Retour',
    soon: 'Personne ne s’est servi de cet écran depuis un moment. Il se verrouille dans une minute.',
    warned_one: 'Cet écran se verrouille dans {{count}} seconde.',
    warned_other: 'Cet écran se verrouille dans {{count}} secondes.',
    stayOpen: 'Le garder ouvert',
  },
);
