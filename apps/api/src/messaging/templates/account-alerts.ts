import type { Language } from '@keel/contracts';
import type { AccountAlertKind } from '../../identity/index.js';

interface Words {
  subject: string;
  what: string;
}

const WHAT: Readonly<Record<Language, Readonly<Record<AccountAlertKind, Words>>>> = {
  en: {
    new_device: {
      subject: 'A new device signed in to your Keel account',
      what: 'Your Keel account was signed in to from a browser that it was not used from before.',
    },
    failures: {
      subject: 'Somebody keeps trying to sign in to your Keel account',
      what: 'There were several wrong attempts to sign in to your Keel account. After ten, further ones are slowed down; your own browsers are not. Nobody was let in by them. What helps most is a passkey or an authenticator app, and a password that you use nowhere else. While it goes on, you are told once a week at most.',
    },
    factor_failures: {
      subject: 'Somebody knows the password of your Keel account',
      what: 'The right password of your Keel account was entered, and then a wrong code or passkey, more than once. Nobody was let in.',
    },
    password_changed: {
      subject: 'Your Keel password was changed',
      what: 'The password of your Keel account was changed, and its other sessions were ended.',
    },
    factor_added: {
      subject: 'A second factor was added to your Keel account',
      what: 'An authenticator app or a passkey was added to your Keel account.',
    },
    factor_removed: {
      subject: 'A second factor was removed from your Keel account',
      what: 'An authenticator app or a passkey was removed from your Keel account.',
    },
    recovery_codes_renewed: {
      subject: 'Your Keel account has new recovery codes',
      what: 'New recovery codes were made for your Keel account. The old ones do not work any more.',
    },
    recovery_code_used: {
      subject: 'A recovery code of your Keel account was used',
      what: 'A recovery code was used in place of your second factor. It will not work again.',
    },
    sign_in_reset: {
      subject: 'Your Keel sign-in was reset',
      what: 'Somebody asked for it in your name, because your second factor was lost. Your password and second factors do not count any more, and your sessions were ended. Another mail brings the link for a new password.',
    },
    sessions_ended: {
      subject: 'You were signed out of your clinic',
      what: 'Somebody who manages the staff of your clinic signed you out of it everywhere, as one does where a device is lost. You can sign in again as usual.',
    },
    key_ended: {
      subject: 'An API key of yours was ended',
      what: 'Somebody who manages the API keys of your clinic ended one that acted for you. The program that used it reads and writes nothing any more.',
    },
  },
  fr: {
    new_device: {
      subject: 'Un nouvel appareil s’est connecté à votre compte Keel',
      what: 'Une connexion à votre compte Keel a été faite depuis un navigateur qui n’avait jamais servi à ce compte.',
    },
    failures: {
      subject: 'Quelqu’un tente de se connecter à votre compte Keel',
      what: 'Il y a eu plusieurs tentatives de connexion ratées à votre compte Keel. Après la dixième, les suivantes sont ralenties, mais pas depuis vos propres navigateurs. Aucune n’a abouti. Le plus utile est d’ajouter une clé d’accès ou une application d’authentification, et d’avoir un mot de passe qui ne sert nulle part ailleurs. Tant que cela dure, nous vous en avisons au plus une fois par semaine.',
    },
    factor_failures: {
      subject: 'Quelqu’un connaît le mot de passe de votre compte Keel',
      what: 'Le bon mot de passe de votre compte Keel a été entré, puis plus d’une fois un mauvais code ou une mauvaise clé d’accès. Personne n’a été admis.',
    },
    password_changed: {
      subject: 'Votre mot de passe Keel a été modifié',
      what: 'Le mot de passe de votre compte Keel a été modifié, et ses autres sessions ont été fermées.',
    },
    factor_added: {
      subject: 'Un second facteur a été ajouté à votre compte Keel',
      what: 'Une application d’authentification ou une clé d’accès a été ajoutée à votre compte Keel.',
    },
    factor_removed: {
      subject: 'Un second facteur a été retiré de votre compte Keel',
      what: 'Une application d’authentification ou une clé d’accès a été retirée de votre compte Keel.',
    },
    recovery_codes_renewed: {
      subject: 'Votre compte Keel a de nouveaux codes de secours',
      what: 'De nouveaux codes de secours ont été créés pour votre compte Keel. Les anciens ne fonctionnent plus.',
    },
    recovery_code_used: {
      subject: 'Un code de secours de votre compte Keel a été utilisé',
      what: 'Un code de secours a été utilisé à la place de votre second facteur. Il ne fonctionnera plus.',
    },
    sign_in_reset: {
      subject: 'Votre connexion à Keel a été réinitialisée',
      what: 'Quelqu’un l’a demandé en votre nom, parce que votre second facteur a été perdu. Votre mot de passe et vos seconds facteurs ne valent plus, et vos sessions ont été fermées. Un autre courriel apporte le lien pour un nouveau mot de passe.',
    },
    sessions_ended: {
      subject: 'Vos sessions dans votre clinique ont été fermées',
      what: 'Une personne qui gère l’équipe de votre clinique les a toutes fermées, comme on le fait quand un appareil est perdu. Vous pouvez vous connecter de nouveau comme d’habitude.',
    },
    key_ended: {
      subject: 'Une clé d’API à votre nom a été désactivée',
      what: 'Une personne qui gère les clés d’API de votre clinique en a désactivé une qui agissait pour vous. Le programme qui s’en servait ne lit et n’écrit plus rien.',
    },
  },
};

/** A mail to a person about their own account, by kind and language; its link is Keel's own address and opens nothing by itself. */
export function accountAlertText(kind: AccountAlertKind, locale: Language): { subject: string; body: string } {
  const { subject, what } = WHAT[locale][kind];
  const body =
    locale === 'fr'
      ? `Bonjour {{firstName}},

${what}

{{date}} à {{time}}
{{location}}

Si c’était vous, il n’y a rien à faire. Sinon, choisissez tout de suite un nouveau mot de passe, fermez vos autres sessions, et prévenez une personne propriétaire de votre clinique :
{{link}}`
      : `Hello {{firstName}},

${what}

{{date}} at {{time}}
{{location}}

If this was you, there is nothing to do. If it was not, choose a new password at once, end your other sessions, and tell an owner of your clinic:
{{link}}`;
  return { subject, body };
}
