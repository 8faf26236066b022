import { defineWords } from '../../i18n/words.js';

export const signInWords = defineWords(
  'session',
  {
    start: {
      title: 'One clinic, one record',
      lead: 'Keel is an open platform on which a small clinic runs: booking, reminders, charting, invoices and payments from one record.',
      features: {
        book: 'Book, remind and confirm appointments without double booking',
        chart: 'Chart in templates made for your profession, and sign',
        bill: 'Turn a signed note into an invoice and a receipt in one step',
      },
      newLead: 'Your clinic is not here yet?',
      signUp: 'Start a clinic',
      apiLead: 'For programs:',
      apiDocs: 'the API and its documentation',
    },
    signIn: {
      title: 'Sign in',
      email: 'E-mail',
      password: 'Password',
      submit: 'Sign in',
      forgot: 'Forgot your password?',
    },
    forgot: {
      title: 'Choose a new password',
      lead: 'Tell us your e-mail address. If it has an account, a link is on its way in a minute.',
      submit: 'Send me a link',
      sentTitle: 'Look in your mailbox',
      sent: 'If {{email}} has an account, a link to choose a new password is on its way. It works for one hour.',
      back: 'Back to sign-in',
    },
  },
  {
    start: {
      title: 'Une clinique, un dossier',
      lead: 'Keel est une plateforme libre qui fait vivre une petite clinique : rendez-vous, rappels, notes, factures et paiements dans un seul dossier.',
      features: {
        book: 'Réserver, rappeler et confirmer les rendez-vous sans doublon',
        chart: 'Rédiger et signer avec des modèles propres à votre profession',
        bill: 'Passer de la note signée à la facture et au reçu en une étape',
      },
      newLead: 'Votre clinique n’est pas encore ici ?',
      signUp: 'Ouvrir une clinique',
      apiLead: 'Pour les programmes :',
      apiDocs: 'l’API et sa documentation',
    },
    signIn: {
      title: 'Connexion',
      email: 'Courriel',
      password: 'Mot de passe',
      submit: 'Se connecter',
      forgot: 'Mot de passe oublié ?',
    },
    forgot: {
      title: 'Choisir un nouveau mot de passe',
      lead: 'Donnez-nous votre adresse courriel. Si elle a un compte, un lien part dans la minute.',
      submit: 'M’envoyer un lien',
      sentTitle: 'Regardez vos courriels',
      sent: 'Si {{email}} a un compte, un lien pour choisir un nouveau mot de passe est en route. Il est valable une heure.',
      back: 'Retour à la connexion',
    },
  },
);
