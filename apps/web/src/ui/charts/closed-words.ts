import { defineWords } from '../../i18n/words.js';

export const closedWords = defineWords(
  'closed-chart',
  {
    title: 'This chart is closed to you',
    lead: 'You have no appointment with this patient and were not given access.',
    found: {
      override:
        'You opened it on {{opened}}. {{name}} looked at that on {{reviewed}} and did not find that your care of this patient called for it.',
      own_booking:
        'On {{opened}} you booked an appointment for yourself that opened it. {{name}} looked at that on {{reviewed}} and did not find that your care of this patient called for it.',
      grant:
        'You were let in on {{opened}}. {{name}} looked at that on {{reviewed}} and did not find that your care of this patient called for it.',
    },
    somebody: 'A colleague',
    afterwards:
      'Since then an appointment that you book for yourself does not open this chart; one that somebody else books for you does. If you see it otherwise, speak with whoever looked at it, who can take it back, or ask an owner with the chart right to let you in.',
    now: 'If care needs it now, open it for an hour; the clinic’s owner is told at once, and your reason is reviewed.',
    reason: 'Why you need it',
    fault: 'Say why in a few words: they are reviewed.',
    open: 'Open the chart',
  },
  {
    title: 'Ce dossier clinique vous est fermé',
    lead: 'Vous n’avez aucun rendez-vous avec cette personne et aucun accès ne vous a été donné.',
    found: {
      override:
        'Vous l’avez ouvert le {{opened}}. {{name}} a examiné cette ouverture le {{reviewed}} et n’a pas vu que vos soins à cette personne la demandaient.',
      own_booking:
        'Le {{opened}}, vous avez pris pour vous-même un rendez-vous qui l’a ouvert. {{name}} l’a examiné le {{reviewed}} et n’a pas vu que vos soins à cette personne le demandaient.',
      grant:
        'On vous y a donné accès le {{opened}}. {{name}} a examiné cet accès le {{reviewed}} et n’a pas vu que vos soins à cette personne le demandaient.',
    },
    somebody: 'Une personne de la clinique',
    afterwards:
      'Depuis, un rendez-vous que vous prenez pour vous-même n’ouvre plus ce dossier ; un rendez-vous que quelqu’un d’autre vous donne l’ouvre. Si vous voyez la chose autrement, parlez-en à la personne qui l’a examinée, qui peut revenir là-dessus, ou demandez à une personne propriétaire qui a le droit aux dossiers de vous y donner accès.',
    now: 'Si les soins l’exigent maintenant, ouvrez-le pour une heure ; la direction de la clinique en est avisée aussitôt, et votre motif est vérifié.',
    reason: 'Pourquoi il vous le faut',
    fault: 'Dites pourquoi en quelques mots : ils seront vérifiés.',
    open: 'Ouvrir le dossier clinique',
  },
);
