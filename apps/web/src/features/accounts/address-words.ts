import { defineWords } from '../../i18n/words.js';

export const addressWords = defineWords(
  'address',
  {
    title: 'Confirm your address',
    link: {
      lead: 'One press, and your clinic may write to its patients and staff.',
      submit: 'Confirm my address',
      ownerLead: 'You are not signed in on this device. Enter the password that you chose when you signed up.',
      password: 'Password of your sign-up',
      passwordFault: 'Enter the password first',
      toFresh: 'I did not sign up, or do not know the password',
      freshLead:
        'Choose a new password, and the account is yours alone: whoever signed up with your address is signed out and cannot come back.',
      freshSubmit: 'Confirm and save password',
      toPassword: 'I know the password',
      doneTitle: 'Your address is confirmed',
      done: 'What was held in your clinic is on its way.',
      toKeel: 'Go to Keel',
    },
  },
  {
    title: 'Confirmez votre adresse',
    link: {
      lead: 'Une seule pression, et votre clinique peut écrire à ses patients et à son équipe.',
      submit: 'Confirmer mon adresse',
      ownerLead: 'Vous n’êtes pas connecté sur cet appareil. Entrez le mot de passe que vous avez choisi à l’inscription.',
      password: 'Mot de passe de votre inscription',
      passwordFault: 'Entrez d’abord le mot de passe',
      toFresh: 'Je ne me suis pas inscrit, ou je ne connais pas le mot de passe',
      freshLead:
        'Choisissez un nouveau mot de passe, et le compte sera à vous seul : quiconque s’est inscrit avec votre adresse est déconnecté et ne pourra pas revenir.',
      freshSubmit: 'Confirmer et enregistrer',
      toPassword: 'Je connais le mot de passe',
      doneTitle: 'Votre adresse est confirmée',
      done: 'Les messages retenus de votre clinique sont en route.',
      toKeel: 'Aller à Keel',
    },
  },
);
