import { defineWords } from '../../i18n/words.js';

export const accountsWords = defineWords(
  'accounts',
  {
    reset: {
      title: 'Choose a new password',
      lead: 'You will be signed out everywhere else.',
      submit: 'Save password',
      doneTitle: 'Your new password is saved',
      done: 'Sign in with it now.',
      toSignIn: 'Go to sign-in',
    },
    invitation: {
      title: 'Welcome to your clinic’s team',
      lead: 'Choose a password to join. If this e-mail address already has an account in Keel, use the password of that account.',
      submit: 'Join the team',
    },
  },
  {
    reset: {
      title: 'Choisissez un nouveau mot de passe',
      lead: 'Vous serez déconnecté partout ailleurs.',
      submit: 'Enregistrer',
      doneTitle: 'Votre nouveau mot de passe est enregistré',
      done: 'Connectez-vous maintenant avec celui-ci.',
      toSignIn: 'Aller à la connexion',
    },
    invitation: {
      title: 'Bienvenue dans l’équipe de votre clinique',
      lead: 'Choisissez un mot de passe pour la rejoindre. Si cette adresse a déjà un compte dans Keel, utilisez le mot de passe de ce compte.',
      submit: 'Rejoindre l’équipe',
    },
  },
);
