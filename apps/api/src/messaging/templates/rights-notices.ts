import type { Language } from '@keel/contracts';
import type { RightsNoticeMail } from '../../identity/index.js';

interface Mail {
  subject: string;
  body: string;
}

const en = (subject: string, what: string): Mail => ({
  subject: `{{clinic}}: ${subject}`,
  body: `Hello {{firstName}},

${what}

Every owner of {{clinic}} is told of this. If it is not as it should be, change it at once, and choose a new password if it was done in your name:
{{link}}`,
});

const fr = (subject: string, what: string): Mail => ({
  subject: `{{clinic}} : ${subject}`,
  body: `Bonjour {{firstName}},

${what}

Tous les propriétaires de {{clinic}} en sont avisés. Si ce n'est pas voulu, corrigez-le tout de suite, et choisissez un nouveau mot de passe si cela a été fait en votre nom :
{{link}}`,
});

/** Of every day, so without alarm: what it opens, and what to do if nobody meant it. */
const CLINICAL_ROLE: Readonly<Record<Language, Mail>> = {
  en: {
    subject: '{{clinic}}: {{person}} is a practitioner',
    body: `Hello {{firstName}},

{{giver}} has added {{person}} as a practitioner of {{clinic}}. Once they have signed in, they read and write the charts of their own patients: those whom they have appointments with, or are let in to.

If you knew of this, there is nothing to do. If nobody meant it, it can be taken back here:
{{link}}`,
  },
  fr: {
    subject: '{{clinic}} : {{person}} fait partie des praticiens',
    body: `Bonjour {{firstName}},

{{giver}} a ajouté {{person}} parmi les praticiens de {{clinic}}. Une fois la connexion établie, cela ouvre, en lecture et en rédaction, les dossiers de ses propres patients : ceux avec qui il y a des rendez-vous, ou dont l'accès est accordé.

Si vous le saviez, il n'y a rien à faire. Si personne ne l'a voulu, cela peut être retiré ici :
{{link}}`,
  },
};

/** Something for an owner to do, which nobody else may. */
const ADDRESS: Readonly<Record<Language, Mail>> = {
  en: {
    subject: '{{clinic}}: the address of {{person}} was corrected',
    body: `Hello {{firstName}},

{{giver}} has corrected the e-mail address of {{person}}, who had been invited to {{clinic}} as a practitioner and has not joined yet. The earlier invitation has ended.

Only an owner invites them anew. Make sure that the new address is theirs before you do, since whoever reads its mail can accept:
{{link}}`,
  },
  fr: {
    subject: '{{clinic}} : l’adresse de {{person}} a été corrigée',
    body: `Bonjour {{firstName}},

{{giver}} a corrigé l’adresse courriel de {{person}}, dont l’invitation à exercer à {{clinic}} n’avait pas encore été acceptée. L’invitation précédente a pris fin.

Seule une personne propriétaire invite de nouveau. Assurez-vous d’abord que la nouvelle adresse est bien la sienne, car qui en lit les courriels peut accepter :
{{link}}`,
  },
};

/** What owners are told when somebody is let into charts, becomes or ceases to be an owner, an owner's sign-in is reset, or an invitation waits for them. */
export const RIGHTS_NOTICES: Readonly<Record<RightsNoticeMail['kind'], Readonly<Record<Language, Mail>>>> = {
  address_corrected: ADDRESS,
  clinical_role_given: CLINICAL_ROLE,
  chart_right_given: {
    en: en(
      '{{person}} may read all charts',
      '{{giver}} has given {{person}} the chart right: to read and write the charts of all patients.',
    ),
    fr: fr(
      '{{person}} peut lire tous les dossiers',
      '{{giver}} a donné à {{person}} le droit aux dossiers : lire et rédiger ceux de tous les patients.',
    ),
  },
  clinical_given: {
    en: en('{{person}} may read charts', '{{giver}} has given {{person}} the right to read and write charts.'),
    fr: fr('{{person}} peut lire des dossiers', '{{giver}} a donné à {{person}} le droit de lire et de rédiger des dossiers.'),
  },
  owner_given: {
    en: en('{{person}} becomes an owner', '{{giver}} has made {{person}} an owner of the clinic.'),
    fr: fr('{{person}} devient propriétaire', '{{giver}} a fait de {{person}} un propriétaire de la clinique.'),
  },
  owner_taken: {
    en: en('{{person}} is no longer an owner', '{{giver}} has ended the ownership of {{person}}.'),
    fr: fr('{{person}} n’est plus propriétaire', '{{giver}} a mis fin à la propriété de {{person}}.'),
  },
  sign_in_reset: {
    en: en(
      'the sign-in of {{person}} was reset',
      '{{giver}} has reset the sign-in of {{person}}, an owner of the clinic, or one until a few days ago. Their password, second factors, sessions and the invitations they sent have ended, their API keys stand still until an owner adopts them, and a mail to their own address brings a link for a new password. Ask {{person}} whether they wanted this.',
    ),
    fr: fr(
      'connexion réinitialisée pour {{person}}',
      '{{giver}} a réinitialisé la connexion pour {{person}}, propriétaire de la clinique, ou qui l’était il y a quelques jours encore. Son mot de passe, ses seconds facteurs, ses sessions et ses invitations ont pris fin, ses clés d’API sont arrêtées jusqu’à ce qu’un propriétaire les reprenne, et un courriel à sa propre adresse apporte un lien pour un nouveau mot de passe. Demandez à {{person}} si c’est voulu.',
    ),
  },
};
