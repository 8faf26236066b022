/*
 * What patients text back who want no more texts, in both languages, as `plain` leaves it: lower case, without accents, apostrophes and
 * punctuation, and with what French elides written out ("d'arrêter" is "de arreter").
 *
 * The words of the carriers (CTIA Messaging Principles; Twilio's default keywords), those that the FCC calls reasonable by themselves (47 CFR
 * 64.1200(a)(10): stop, quit, end, revoke, opt out, cancel, unsubscribe), and "any reasonable means" besides, which is what the sentences
 * are for.
 */
import { MAIL, MESSAGES, THING } from './text-parts.js';
import { set } from './word-set.js';

/** By themselves, or with nothing but courtesies beside them, each of these is an opt-out. */
export const STOP_WORDS =
  set(`stop stpo sotp tsop stopall stoptout stopit stopp stopped stops end quit revoke optout unsubscribe unsub unsuscribe unsubcribe cease
  arret arrets arreter arretez arrete arretes cesser cessez fin stopper stoppez stopez retrait
  desabonner desabonnez desabonne desabonnement desinscrire desinscrivez desinscription`);

/** Opt-outs at the carriers that may as well be meant of the appointment: somebody reads them too. */
export const STOP_OR_CANCEL = set('cancel annuler annulez annule');
/** As a sentence or a last word of its own among others, these alone: "End: Friday" and "Fin: vendredi" say something else. */
export const STOPS_ALONE = set(`stop stopp stopall stoppez stopez arret arrets arretez arrete unsubscribe unsub unsuscribe unsubcribe optout
  desabonner desabonnez desinscrire desinscrivez cease cesser cessez`);
/** These with letters held down are still these: "stoppp", "ARRRET". */
const squeezed = (word: string) => word.replace(/(.)\1+/gu, '$1');
const STRETCHED = new Set([...set('stop stops arret arrete arreter arretez unsubscribe')].map(squeezed));
export const isStretchedStop = (word: string): boolean => STRETCHED.has(squeezed(word));
/** May stand beside a word of STOP_WORDS and add nothing. */
export const STOP_FILLERS = set(
  'all it this that these those them everything remove retirez sa tout tous toute ca cela me moi again already deja texting texto textos texts text txt txts sms messages',
);

/** Beside a stop alone, whom it is said to, or with what face. */
export const SAID_TO = set(
  'man bro dude guys folks people buddy keel omg ffs jeez forever permanently completely definitively definitivement indefinitely asap',
);
/** For how long, which is for ever in any case. */
export const FOR_GOOD =
  /\b(?:for (?:good|ever|now on)|from (?:now|today|here) on|until further notice|once and for all|as soon as possible|pour (?:toujours|de bon)|une fois pour toutes|a (?:jamais|tout jamais|partir de maintenant)|jusque a nouvel ordre|des que possible)\b/g;

/** "Ok stop" is still an opt-out; what the yes is for, somebody reads. */
export const AGREEMENTS = set('c y k ok okay yes yeah yep oui ouais daccord');

/** Ways to begin a demand; of "merci d'arrêter" the thanks are gone. */
export const LEAD_INS =
  /^(?:(?:i|we) (?:want|wish|need|would like|like)(?: you)?(?: to)?|id like(?: you)? to|(?:can|could|would|will) you|(?:je|nous) (?:veux|voudrais|souhaite|voulons|desire|aimerais|exige|demande|prefere)(?: que(?: vous)?| de| le)?|je vous (?:prie|demande) de|(?:priere )?de|pouvez vous|veuillez|you (?:must|need to|have to)) /;

/** The same as a demand of whoever reads it: "I want to stop" may be about pills. */
export const DEMANDS =
  /^(?:(?:je|nous) (?:exige|demande)(?: que(?: vous)?| de)?(?: le)?|(?:can|could|would|will) you|pouvez vous|veuillez|je vous (?:prie|demande) de|(?:priere )?de|you (?:must|need to|have to)) /;

/** "No texts", "pas de textos", "don't text": an opt-out where nothing else is said; within a sentence they may be about anything. */
export const WHOLE_STOPS: readonly RegExp[] = [
  new RegExp(`^(?:ni (?:${MAIL} ni ${THING}|${THING} ni ${MAIL}))$`),
  new RegExp(
    `^(?:no|not any|pas de|plus de|pus? de|aucune?)(?: (?:more|further|other|autres?|de))*(?:(?: (?:more |further )?${MAIL})+(?: (?:and|or|nor|et|ou|ni|no|more|pas|de))+)? (?:${THING}|texting|messaging|contact)$`,
  ),
  /^(?:dont|do not|never)(?: ever)? (?:text|sms|message|msg|contact|write|spam|remind)$/,
  /^(?:no more|(?:turn|switch|shut) (?:them|these) off|(?:je )?(?:ne )?en veux (?:plus|pus?)|enough|assez|ce est assez|plus rien|(?:ca|cela) suffit(?: (?:arretez|arrete|stop))?)$/,
  // "I asked you to stop", "je vous ai déjà demandé d'arrêter".
  /^(?:(?:i|ive|we) )?(?:(?:have|had|already) )*(?:asked|told|said)(?: you)?(?: already)?(?: to)? (?:stop|stopp|quit|unsubscribe)(?: (?:it|this|that|already|again))*$/,
  /^(?:(?:je|on) )?(?:vous )?(?:ai|a)(?: deja)? (?:demande|dit)(?: de)? (?:stop|arreter|arretez|cesser|arret|stopper)(?: (?:ca|cela))?$/,
  // "Wrong number stop", "I said stop".
  /^(?:no|nope|not me|wrong (?:number|person)|i said|i told you(?: to)?|(?:this is )?spam|non|(?:ce (?:ne )?est )?pas moi|erreur|mauvais numero|faux numero|pas (?:la bonne personne|le bon numero|mon numero)|not (?:my number|the right (?:person|number))|je ai dit(?: de)?) (?:stop|stopp|stoppez|arret|arreter|arretez|arrete)$/,
  // "Arrêtez avec ça", "stop with this".
  /^(?:(?:arretez|arrete|arreter|cessez|stoppez) avec|stop with) (?:(?:tout )?(?:ca|cela)|it|this|that|these|those)$/,
  // "Thanks but stop", "he is deceased stop"; after any other words it may be what stops: "will the bleeding stop".
  /^(?:(?:ok|okay|yes|no|oui|non) )*(?:but|mais) (?:stop|stopp|stoppez|arreter|arretez|arrete|unsubscribe)$/,
  /^(?:he|she|il|elle|(?:my|our|mon|ma|notre) \w+) (?:(?:is|has|have|est) )?(?:just )?(?:deceased|dead|died|passed away|decedee?|morte?) (?:stop|stopp|stoppez|arreter|arretez|arrete|unsubscribe)$/,
];

/** Of texts, or of being pestered by them: shouted, "STOP WASTING MY TIME" is an opt-out. */
const OF_PESTERING =
  '(?:(?:every|any|some|no)thing|texting|txting|messaging|contacting|calling|phoning|ringing|e ?mailing|mailing|writing|annoying|disturbing|irritating|nagging|hounding|stalking|scamming|phishing|soliciting|advertising|wasting|trying|asking|doing)';
/** Shouted, and of another matter: "STOP MOVING MY APPOINTMENT". Where texts are named too it stays in doubt. */
export const OF_ANOTHER_MATTER = new RegExp(
  `^stop (?!.*\\b${MESSAGES})(?:(?!${OF_PESTERING}\\b)\\w{2,}ing\\b|(?:(?:all|the|my|our|your|these|those|this) )+(?:\\w+ )?(?:charges?|fees?|payments?|billing|bills?|invoices?|treatments?|meds|medications?|pills?|exercises?|prescriptions?|claims?)\\b)`,
);

const PLEASE = '(?:please|pls|plz|plse|kindly|svp|stp|sil vous plait)';
/** Begged for at the end of a sentence, or at its beginning before whose number it is not; politeness is still there. */
export const BEGGED = new RegExp(
  `(?<!\\b(?:i|we|he|she|it|to|not) )\\b${PLEASE} (?:stop|unsubscribe|arretez|arreter|cessez)$|(?<!\\bque (?:ca|cela) )\\b(?:arretez|arrete|cessez) ${PLEASE}$` +
    `|\\b(?:wrong (?:number|person)|mauvais numero|not me|pas moi)(?: ${PLEASE})? (?:stop|remove|unsubscribe|arretez|effacez)(?: ${PLEASE})?$` +
    `|^(?:stop|arretez|arrete|cessez)(?: (?:${PLEASE}|merci|thanks))? (?:i am|im|it is|its|this is|je ne suis|je suis|ce ne est|ce est) (?:not|pas)\\b` +
    `|^${PLEASE} (?:stop|arretez) (?:(?:i|im|we|it|its|this|that|je|ce|you)(?: \\w+){0,2} )?(?:not|wrong|pas|mauvais)\\b`,
);
