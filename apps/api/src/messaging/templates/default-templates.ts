import type { Channel, Language } from '@keel/contracts';
import { defaultId } from '../default-id.js';
import type { MessageKind } from '../messages/message.entity.js';

/** What a text may be about that clinics word themselves. Mails to staff are not theirs to word. */
export type TemplateKind = Extract<MessageKind, 'reminder'>;

export interface Template {
  id: string;
  kind: TemplateKind;
  channel: Channel;
  locale: Language;
  /** Null for an SMS. */
  subject: string | null;
  body: string;
  version: number;
}

/**
 * The texts every clinic starts with. They never name the service, and never ask for the word CANCEL, which the carriers take
 * as an opt-out. The SMS keep to characters of the GSM alphabet, outside which a part holds 70 characters instead of 160.
 */
export const DEFAULT_TEXTS: readonly Omit<Template, 'id' | 'version'>[] = [
  {
    kind: 'reminder',
    channel: 'email',
    locale: 'en',
    subject: 'Your appointment on {{date}} at {{time}}',
    body: `Hello {{firstName}},

This is a reminder of your appointment with {{practitioner}} at {{clinic}}:

{{date}} at {{time}}
{{location}}

Please confirm, or let us know that you cannot come:
{{link}}

{{clinic}}
{{phone}}`,
  },
  {
    kind: 'reminder',
    channel: 'email',
    locale: 'fr',
    subject: 'Votre rendez-vous du {{date}} à {{time}}',
    body: `Bonjour {{firstName}},

Nous vous rappelons votre rendez-vous avec {{practitioner}} chez {{clinic}} :

{{date}} à {{time}}
{{location}}

Veuillez confirmer votre présence, ou nous prévenir si vous ne pouvez pas venir :
{{link}}

{{clinic}}
{{phone}}`,
  },
  {
    kind: 'reminder',
    channel: 'sms',
    locale: 'en',
    subject: null,
    body: '{{clinic}}: your appointment is {{date}} at {{time}}. Reply C to confirm, or see {{link}} if you cannot come. STOP to opt out.',
  },
  {
    kind: 'reminder',
    channel: 'sms',
    locale: 'fr',
    subject: null,
    body: "{{clinic}} : votre rendez-vous, {{date}} à {{time}}. Répondez C pour confirmer, ou voyez {{link}} en cas d'imprévu. ARRET pour ne plus en recevoir.",
  },
];

export function defaultTemplates(clinicId: string): Template[] {
  return DEFAULT_TEXTS.map((text) => ({
    id: defaultId(clinicId, `message-template/${text.kind}/${text.channel}/${text.locale}`),
    ...text,
    version: 1,
  }));
}

/** Where an address that somebody signs up with has an account already, its mailbox is told, and nobody else. */
export const ADDRESS_TAKEN = {
  en: {
    subject: 'Your address was used to start a clinic in Keel',
    body: `Hello,

Somebody, probably you, started a clinic in Keel with this address and a new password. The address has an account already, so that clinic stays closed to the world.

To start a clinic with your account, sign up with the password of the account. If you have forgotten it, ask for a new one where you sign in:
{{link}}

If it was not you, ignore this message: nothing has changed for you.`,
  },
  fr: {
    subject: 'Votre adresse a servi à ouvrir une clinique dans Keel',
    body: `Bonjour,

Quelqu'un, sans doute vous, a ouvert une clinique dans Keel avec cette adresse et un nouveau mot de passe. L'adresse a déjà un compte : cette clinique reste donc fermée au monde.

Pour ouvrir une clinique avec votre compte, inscrivez-la avec le mot de passe du compte. Si vous l'avez oublié, demandez-en un nouveau à la page de connexion :
{{link}}

Si ce n'était pas vous, ignorez ce message : rien n'a changé pour vous.`,
  },
} as const;

/** Mails to staff, by kind and language. */
export const STAFF_MAILS = {
  staff_invitation: {
    en: {
      subject: '{{clinic}} invites you to Keel',
      body: `Hello,

{{clinic}} has added you to its team in Keel. Open this link to choose your password and sign in:
{{link}}

The link is for you alone and works for a limited time. If you did not expect this message, ignore it.`,
    },
    fr: {
      subject: '{{clinic}} vous invite dans Keel',
      body: `Bonjour,

{{clinic}} vous a ajouté à son équipe dans Keel. Ouvrez ce lien pour choisir votre mot de passe et vous connecter :
{{link}}

Ce lien est personnel et n'est valable que pour un temps limité. Si vous n'attendiez pas ce message, ignorez-le.`,
    },
  },
  password_reset: {
    en: {
      subject: 'Choose a new password for Keel',
      body: `Hello,

Somebody, probably you, asked for a new password for this address. Open this link to choose one:
{{link}}

If it was not you, ignore this message: your password stays as it is.`,
    },
    fr: {
      subject: 'Choisissez un nouveau mot de passe pour Keel',
      body: `Bonjour,

Quelqu'un, sans doute vous, a demandé un nouveau mot de passe pour cette adresse. Ouvrez ce lien pour le choisir :
{{link}}

Si ce n'était pas vous, ignorez ce message : votre mot de passe reste le même.`,
    },
  },
  address_proof: {
    en: {
      subject: 'Confirm your address for Keel',
      body: `Hello,

Somebody, probably you, started a clinic in Keel with this address. Enter this code where you are signed in:

{{code}}

Or open this link:
{{link}}

Both work for a day, until a newer message replaces them. If it was not you, ignore this message: nothing is sent from that clinic, and it closes by itself.`,
    },
    fr: {
      subject: 'Confirmez votre adresse pour Keel',
      body: `Bonjour,

Quelqu'un, sans doute vous, a ouvert une clinique dans Keel avec cette adresse. Entrez ce code là où vous êtes connecté :

{{code}}

Ou ouvrez ce lien :
{{link}}

Les deux sont valables un jour, jusqu'à ce qu'un message plus récent les remplace. Si ce n'était pas vous, ignorez ce message : rien ne part de cette clinique, et elle se ferme d'elle-même.`,
    },
  },
  chart_opened: {
    en: {
      subject: '{{practitioner}} opened a chart without an appointment',
      body: `Hello {{firstName}},

{{practitioner}} has no care relationship with a patient of {{clinic}} and opened the chart for an hour, with a reason, on {{date}} at {{time}}.

Please read the reason and say whether it was justified:
{{link}}

You receive this because you answer for the privacy of the clinic's records.`,
    },
    fr: {
      subject: '{{practitioner}} a ouvert un dossier sans rendez-vous',
      body: `Bonjour {{firstName}},

{{practitioner}}, qui n'a pas de relation de soins avec une personne suivie chez {{clinic}}, a ouvert son dossier pour une heure en donnant un motif, le {{date}} à {{time}}.

Veuillez lire ce motif et dire si l'ouverture était justifiée :
{{link}}

Vous recevez ce message parce que vous répondez de la confidentialité des dossiers de la clinique.`,
    },
  },
} as const;
