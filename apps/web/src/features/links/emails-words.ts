import { defineWords } from '../../i18n/words.js';

export const emailsWords = defineWords(
  'emails',
  {
    title: 'E-mails from {{clinic}}',
    lead: '{{clinic}} writes to {{address}} about appointments.',
    shared: 'What you choose holds for this address: for everybody who uses it and is a patient there.',
    stop: 'Stop these e-mails',
    stoppedTitle: 'No more e-mails',
    stopped:
      '{{clinic}} sends no more e-mails to {{address}}. This holds for everybody who uses the address. Booked appointments stay booked.',
    mistake:
      'Pressed by mistake? Start them again: reminders and changes of your appointments come to this address as before. The link of each e-mail stops them at any time.',
    start: 'Start them again',
    started: 'You get e-mails again: {{clinic}} writes to {{address}} about appointments. Nothing else has changed.',
    refused: '{{clinic}} was told to send no e-mails about your appointments to {{address}}. To get them again, {{reach}}.',
    goneTitle: 'This link does not open any more',
    gone: 'Nothing was changed. To get no more e-mails from a clinic, use the link in its latest one, or call the clinic.',
    loading: 'Loading your choice',
  },
  {
    title: 'Courriels\u00a0: {{clinic}}',
    lead: '{{clinic}} écrit à {{address}} au sujet de rendez\u2011vous.',
    shared: 'Votre choix vaut pour cette adresse\u00a0: pour toutes les personnes qui l’utilisent et que suit la clinique.',
    stop: 'Arrêter ces courriels',
    stoppedTitle: 'Plus de courriels',
    stopped:
      '{{clinic}} n’envoie plus de courriels à {{address}}. Cela vaut pour toutes les personnes qui utilisent l’adresse. Les rendez\u2011vous pris restent réservés.',
    mistake:
      'Appuyé par erreur\u00a0? Recevez-les de nouveau\u00a0: les rappels et les changements de vos rendez\u2011vous arrivent à cette adresse comme avant. Le lien de chaque courriel les arrête en tout temps.',
    start: 'Les recevoir de nouveau',
    started:
      'Vous recevez de nouveau des courriels\u00a0: {{clinic}} écrit à {{address}} au sujet de rendez\u2011vous. Rien d’autre n’a changé.',
    refused:
      'On a demandé à {{clinic}} de ne pas envoyer de courriels sur vos rendez\u2011vous à {{address}}. Pour en recevoir de nouveau, {{reach}}.',
    goneTitle: 'Ce lien ne s’ouvre plus',
    gone: 'Rien n’a été changé. Pour ne plus recevoir de courriels d’une clinique, utilisez le lien du plus récent, ou appelez la clinique.',
    loading: 'Chargement de votre choix',
  },
);
