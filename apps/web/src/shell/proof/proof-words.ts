import { defineWords } from '../../i18n/words.js';

export const proofWords = defineWords(
  'proof',
  {
    title: 'Confirm your address',
    lead: 'We sent a code to {{email}}. Until you enter it, nothing leaves the clinic: reminders, invitations and other messages are held, and go once you have.',
    closes: 'Without it the clinic closes on {{day}}; nothing in it is lost.',
    others: 'The owner has not confirmed their address yet. Until then reminders, invitations and other messages are held.',
    code: 'Code of six digits',
    codeFault: 'Enter the six digits of the mail',
    submit: 'Confirm',
    again: 'Send another code',
    sent: 'Another code is on its way; the older one does not work any more.',
    wrongAddress: 'Another address…',
    newAddress: 'Your e-mail address',
    change: 'Send the code there',
    keep: 'Keep {{email}}',
  },
  {
    title: 'Confirmez votre adresse',
    lead: 'Nous avons envoyé un code à {{email}}. Tant que vous ne l’avez pas entré, rien ne quitte la clinique : les rappels, invitations et autres messages sont retenus et partiront ensuite.',
    closes: 'Sans lui, la clinique fermera le {{day}} ; rien n’y sera perdu.',
    others:
      'La personne propriétaire n’a pas encore confirmé son adresse. D’ici là, les rappels, invitations et autres messages sont retenus.',
    code: 'Code à six chiffres',
    codeFault: 'Entrez les six chiffres du courriel',
    submit: 'Confirmer',
    again: 'Envoyer un autre code',
    sent: 'Un autre code est en route ; le précédent ne fonctionne plus.',
    wrongAddress: 'Autre adresse…',
    newAddress: 'Votre adresse courriel',
    change: 'Y envoyer le code',
    keep: 'Garder {{email}}',
  },
);
