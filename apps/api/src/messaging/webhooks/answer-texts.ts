import { fillMessage, type Language } from '@keel/contracts';
import { forSms } from '../templates/render.js';

/** An appointment as an answer names it: when and where, never what for. */
export interface Named {
  date: string;
  time: string;
  /** The place by its short name; empty where the clinic's name says it. */
  spot: string;
  practitioner: string;
  /** Name and address of the place, where its holder may still think of another; empty otherwise. */
  newPlace: string;
  /** Whether its holder may still think of another practitioner. */
  newPractitioner: boolean;
  /** Whether somebody has confirmed it as it is. */
  confirmed?: boolean;
}

export interface Signed {
  clinic: string;
  phone: string;
}

type Text = Readonly<Record<Language, string>>;

const APPOINTMENT: Text = { en: '{{date}} at {{time}}', fr: '{{date}} à {{time}}' };
const SPOT: Text = { en: ' ({{location}})', fr: ' ({{location}})' };
const NEW_PLACE: Text = { en: ' (new place: {{location}})', fr: ' (nouveau lieu : {{location}})' };
const WITH: Text = { en: ' with {{practitioner}}', fr: ' avec {{practitioner}}' };
const NOW_WITH: Text = { en: ' now with {{practitioner}}', fr: ' maintenant avec {{practitioner}}' };

/** Answers to a patient's text, in the GSM alphabet; `[]` is where the appointment stands. */
const TEXTS = {
  confirmed: {
    en: '{{clinic}}: thank you, your appointment on [] is confirmed.',
    fr: '{{clinic}} : merci, votre rendez-vous du [] est confirmé.',
  },
  changed: {
    en: '{{clinic}}: your appointment was changed. It is now on []. Nothing is confirmed yet: reply C to confirm it, or call {{phone}}.',
    fr: "{{clinic}} : votre rendez-vous a été modifié. Il est maintenant le []. Rien n'est encore confirmé : répondez C pour le confirmer, ou appelez au {{phone}}.",
  },
  again: {
    en: '{{clinic}}: your appointment is on []. Reply C once more to confirm it, or call {{phone}}.',
    fr: '{{clinic}} : votre rendez-vous est le []. Répondez C encore une fois pour le confirmer, ou appelez au {{phone}}.',
  },
  kept: {
    en: '{{clinic}}: your appointment on [] is not cancelled yet. If you cannot come, see {{link}} or call {{phone}}.',
    fr: "{{clinic}} : votre rendez-vous du [] n'est pas encore annulé. Si vous ne pouvez pas venir, voyez {{link}} ou appelez au {{phone}}.",
  },
  reschedule: {
    en: '{{clinic}}: to choose another time than [], see {{link}} or call {{phone}}.',
    fr: '{{clinic}} : pour un autre moment que le [], voyez {{link}} ou appelez au {{phone}}.',
  },
  stop: {
    en: '{{clinic}}: you will get no more texts from us. Reply START to get them again.',
    fr: '{{clinic}} : vous ne recevrez plus de textos de notre part. Répondez START pour en recevoir à nouveau.',
  },
  start: {
    en: '{{clinic}}: you will get our texts again. STOP to opt out.',
    fr: '{{clinic}} : vous recevrez de nouveau nos textos. ARRET pour ne plus en recevoir.',
  },
  help: {
    en: '{{clinic}}: texts about your appointments. To reach us, call {{phone}}. STOP to opt out.',
    fr: '{{clinic}} : textos au sujet de vos rendez-vous. Pour nous joindre, appelez au {{phone}}. ARRET pour ne plus en recevoir.',
  },
  noted: {
    en: '{{clinic}}: thank you, somebody at the clinic will read your message. If it cannot wait, call {{phone}}.',
    fr: "{{clinic}} : merci, quelqu'un de la clinique lira votre message. Si c'est pressant, appelez au {{phone}}.",
  },
  picture: {
    en: '{{clinic}}: we cannot see pictures sent by text. Please write what it is about, or call {{phone}}.',
    fr: "{{clinic}} : nous ne voyons pas les images envoyées par texto. Écrivez ce dont il s'agit, ou appelez au {{phone}}.",
  },
  resend: {
    en: '{{clinic}}: please send your message again, and somebody at the clinic will read it. If it cannot wait, call {{phone}}.',
    fr: "{{clinic}} : renvoyez votre message et quelqu'un de la clinique le lira. Si c'est pressant, appelez au {{phone}}.",
  },
} as const satisfies Record<string, Text>;

/** In place of `changed`, where staff have confirmed it so. */
const CHANGED_AND_CONFIRMED: Text = {
  en: '{{clinic}}: your appointment was changed. It is now on []. It is noted as confirmed: reply C if that suits you, or call {{phone}}.',
  fr: '{{clinic}} : votre rendez-vous a été modifié. Il est maintenant le []. Il est noté comme confirmé : répondez C si cela vous convient, ou appelez au {{phone}}.',
};

/** Which of the answers a text of ours was; `which` asks about several appointments. */
export type Answer = keyof typeof TEXTS | 'which';

/** What is asked by numbers: which appointment is confirmed, is off, or is to be at another time. */
export type Asked = 'yes' | 'no' | 'reschedule';

/** Each says what its answer does: whoever cannot come has not to pick the one that they confirm. */
const WHICH: Readonly<Record<Asked, Text>> = {
  yes: {
    en: '{{clinic}}: which appointment do you confirm? Reply with its number.',
    fr: '{{clinic}} : quel rendez-vous confirmez-vous ? Répondez par son numéro.',
  },
  no: {
    en: '{{clinic}}: which appointment can you not come to? Reply with its number.',
    fr: '{{clinic}} : à quel rendez-vous ne pouvez-vous pas venir ? Répondez par son numéro.',
  },
  reschedule: {
    en: '{{clinic}}: which appointment would you like to move? Reply with its number.',
    fr: '{{clinic}} : quel rendez-vous voulez-vous déplacer ? Répondez par son numéro.',
  },
};

const WHOSE: Readonly<Record<Asked, Text>> = {
  yes: {
    en: 'Of which clinic do you confirm the appointment? Reply with its number.',
    fr: 'De quelle clinique confirmez-vous le rendez-vous ? Répondez par son numéro.',
  },
  no: {
    en: 'Which clinic can you not come to? Reply with its number.',
    fr: 'À quelle clinique ne pouvez-vous pas venir ? Répondez par son numéro.',
  },
  reschedule: {
    en: 'Of which clinic would you like to move the appointment? Reply with its number.',
    fr: 'De quelle clinique voulez-vous déplacer le rendez-vous ? Répondez par son numéro.',
  },
};

/** Where a person of several clinics reads it, so in both languages and of no clinic. */
export const NOTED_BY_SEVERAL =
  "Your clinics have been told that you wrote, and nothing is changed yet. If it cannot wait, call them. / Vos cliniques savent que vous avez écrit et rien n'est encore modifié. Si c'est pressant, appelez-les.";

/** What stands in a clinic in place of words that may be meant for another; that there is another, it does not say. */
const WITHHELD = {
  no: "(Words not shown. They seem to be about cancelling an appointment: please call. / Mots non affichés. Il semble s'agir d'annuler un rendez-vous : appelez.)",
  reschedule:
    "(Words not shown. They seem to be about another time for an appointment: please call. / Mots non affichés. Il semble s'agir d'un autre moment pour un rendez-vous : appelez.)",
  perhaps:
    "(Words not shown. They may be about not coming, or another time: please call. / Mots non affichés. Il peut s'agir de ne pas venir, ou d'un autre moment : appelez.)",
  stop: "(Words not shown. They ask for no more texts, and may say more: please call if it may matter. / Mots non affichés. On n'y veut plus de textos, et peut-être autre chose : appelez si cela peut compter.)",
  other:
    "(Words not shown. Somebody with this phone wrote something in their own words: please call if it may matter. / Mots non affichés. Quelqu'un avec ce téléphone a écrit dans ses propres mots : appelez si cela peut compter.)",
} as const satisfies Record<string, string>;

export const withheldText = (wish: string): string =>
  Object.hasOwn(WITHHELD, wish) ? WITHHELD[wish as keyof typeof WITHHELD] : WITHHELD.other;

/** What stands in a clinic of a picture, with the words that came beside it. */
export const PICTURE_CAME =
  "(A picture or another file came. It is not kept here, and may be seen at the provider of the texts. / Une image ou un autre fichier est arrivé. Ce n'est pas conservé ici et peut être vu chez le fournisseur des textos.)";

/** To whoever sent one, beside another answer. */
export const PICTURES_UNSEEN =
  "Pictures sent by text are not seen here: please write what they show, or call. / Les images envoyées par texto ne sont pas vues ici : écrivez ce qu'elles montrent, ou appelez.";

/** Where one text does not hold what is to be said of each appointment. */
export const CALL_ABOUT_OTHERS = 'Please call about your other appointments. / Appelez au sujet de vos autres rendez-vous.';

/** Beside a question that is asked of what somebody's words seem to wish. */
export const REST_UNREAD = "Nobody has read the rest of your text. / Personne n'a lu le reste de votre texto.";

/** To a phone of which nobody knows whose it is, so in both languages and of no clinic. */
const STRAY = {
  out: 'You will get no more texts from this number. Reply START to get them again. / Vous ne recevrez plus de textos de ce numéro. Répondez START pour en recevoir à nouveau.',
  in: 'You will get texts from this number again. STOP to opt out. / Vous recevrez de nouveau les textos de ce numéro. ARRET pour ne plus en recevoir.',
  unread:
    "We cannot tell which clinic your text is for, and nobody has read it. Please call your clinic. / Nous ne savons pas à quelle clinique va votre texto et personne ne l'a lu. Appelez votre clinique.",
} as const;

const OFFER =
  "Or reply with its number, then send it again; call if it is not here. / Ou répondez par son numéro, puis renvoyez-le ; appelez si elle n'y est pas.";

/** That nobody has read it, and how somebody will: each clinic by its number. */
export const offerText = (names: readonly string[]): string =>
  tidy([STRAY.unread, OFFER, ...names.map((name, index) => `${index + 1}) ${name}`)].join('\n'));

/** Whoever says more than the wish is told besides that nobody has read it. */
export const strayText = (wish: 'out' | 'in' | null, more: boolean): string =>
  tidy([wish && STRAY[wish], (more || !wish) && STRAY.unread].filter(Boolean).join('\n'));

export function answerText(answer: keyof typeof TEXTS, signed: Signed, locale: Language, about?: Named, link = ''): string {
  // Of a changed appointment all is said: what of it changed may be any of it; so it is of one that nobody knows to have been told.
  const all = answer === 'changed' || answer === 'again';
  const named = about ? nameAppointment(all ? { ...about, newPractitioner: false } : about, locale, all) : '';
  const text = answer === 'changed' && about?.confirmed ? CHANGED_AND_CONFIRMED : TEXTS[answer];
  return tidy(
    fillMessage(
      text[locale].replace('[]', () => '{{time}}'),
      { ...signed, link, time: named },
    ),
  );
}

/** Which of them is meant, each by its number. */
export function whichText(asks: Asked, signed: Signed, locale: Language, options: readonly { number: number; name: string }[]): string {
  const lines = options.map(({ number, name }) => `${number}) ${name}`);
  return tidy([fillMessage(WHICH[asks][locale], { clinic: signed.clinic }), ...lines].join('\n'));
}

/** The same question as one clinic keeps it where it names appointments of others: that there are others, it does not say. */
export function ownWhichText(asks: Asked, signed: Signed, locale: Language, appointment?: Named): string {
  return tidy(
    `${fillMessage(WHICH[asks][locale], { clinic: signed.clinic })}\n… ${appointment ? nameAppointment(appointment, locale, true) : ''}`,
  );
}

/** Which clinic is meant, each by its number. */
export function whoseText(asks: Asked, locale: Language, options: readonly { number: number; name: string }[]): string {
  return tidy([WHOSE[asks][locale], ...options.map(({ number, name }) => `${number}) ${name}`)].join('\n'));
}

/** "Tue, Dec 1 at 10:00 a.m. (Downtown)"; with whom and where too, where that is new to whoever reads it: their yes is to what is said. */
export function nameAppointment(appointment: Named, locale: Language, withWhom = false): string {
  const { date, time, spot, practitioner, newPlace, newPractitioner } = appointment;
  const where = newPlace ? NEW_PLACE[locale] : spot && SPOT[locale];
  const whom = newPractitioner ? NOW_WITH[locale] : withWhom ? WITH[locale] : '';
  return fillMessage(`${APPOINTMENT[locale]}${where}${whom}`, { date, time, location: newPlace || spot, practitioner });
}

/** What to call each appointment so that no two are called alike; undefined where they cannot be told apart. */
export function toldApart(appointments: readonly Named[], locale: Language): string[] | undefined {
  const distinct = (names: string[]) => new Set(names).size === names.length;
  const short = appointments.map((appointment) => nameAppointment(appointment, locale));
  if (distinct(short)) return short;
  const long = appointments.map((appointment) => nameAppointment(appointment, locale, true));
  return distinct(long) ? long : undefined;
}

const tidy = (text: string) => forSms(text).trim();
