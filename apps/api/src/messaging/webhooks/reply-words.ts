/*
 * What patients text back, in both languages, as `plain` leaves it: lower case, without accents, apostrophes and punctuation.
 *
 * Opt-outs: the words of the carriers (CTIA Messaging Principles; Twilio's default keywords), those that the FCC calls
 * reasonable by themselves (47 CFR 64.1200(a)(10): stop, quit, end, revoke, opt out, cancel, unsubscribe), and "any reasonable
 * means" besides, which is what the sentences are for.
 */
const set = (text: string) => new Set(text.trim().split(/\s+/));

/** By themselves, or with nothing but courtesies beside them, each of these is an opt-out. */
export const STOP_WORDS =
  set(`stop stopall stoptout stopit stopp stopped stops end quit revoke optout unsubscribe unsub unsuscribe unsubcribe cease
  arret arrets arreter arretez arrete arretes cesser cessez fin stopper stoppez stopez retrait
  desabonner desabonnez desabonne desabonnement desinscrire desinscrivez desinscription`);

/** Cyrillic and Greek letters that are drawn as Latin ones are, and the nought. */
const ALIKE = [
  ...['АA', 'ВB', 'ЕE', 'КK', 'МM', 'НH', 'ОO', 'РP', 'СC', 'ТT', 'УY', 'ХX', 'ЅS', 'ІI', 'ЈJ'],
  ...['аa', 'еe', 'оo', 'рp', 'сc', 'тt', 'уy', 'хx', 'ѕs', 'іi', 'јj', 'кk', 'мm'],
  ...['ΑA', 'ΒB', 'ΕE', 'ΖZ', 'ΗH', 'ΙI', 'ΚK', 'ΜM', 'ΝN', 'ΟO', 'ΡP', 'ΤT', 'ΥY', 'ΧX'],
  ...['αa', 'εe', 'ιi', 'κk', 'νv', 'οo', 'ρp', 'τt', 'υu', 'χx', '0O'],
] as const;
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(ALIKE.map((pair) => [pair.charAt(0), pair.charAt(1)]));
export const LOOK_ALIKE = new RegExp(`[${[...LOOK_ALIKES.keys()].join('')}]`, 'gu');
/** Opt-outs at the carriers that may as well be meant of the visit: somebody reads them too. */
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
  'all it this that these those them everything tout tous toute ca cela me moi again already deja texting texto textos texts text txt txts sms messages',
);

/** "Ok stop" is still an opt-out; what the yes is for, somebody reads. */
export const AGREEMENTS = set('c y k ok okay yes yeah yep oui ouais daccord');

export const START_WORDS = set(`start unstop restart resume subscribe resubscribe optin commencer commencez recommencer recommencez
  reprendre reprenez debut debuter demarrer abonner sabonner reabonner reabonnez`);
export const HELP_WORDS = set('help info aide');

/** Politeness and hurry, which change nothing of what is asked. */
export const COURTESIES = set(`please pls plz plse kindly thanks thx tks ty thankyou hi hello hey dear sir madam sorry just now
  immediately svp stp sil plait merci bonjour bonsoir salut allo beaucoup maintenant immediatement desole desolee`);
export const COURTEOUS_PHRASES =
  /\b(?:thank you(?: (?:very|so) much)?|right (?:now|away)|at once|sil (?:vous|te) plait|s il (?:vous|te) plait|tout de suite|(?:merci|thanks) (?:bien|beaucoup|a lot))\b/g;
/** Ways to begin a demand. */
export const LEAD_INS =
  /^(?:(?:i|we) (?:want|wish|need|would like|like)(?: you)? to|id like(?: you)? to|(?:can|could|would|will) you|(?:je|nous) (?:veux|voudrais|souhaite|voulons|desire)(?: que)?|jaimerais|pouvez vous|veuillez|you (?:must|need to|have to)) /;

/** The same as a demand of whoever reads it: "I want to stop" may be about pills. */
export const DEMANDS = /^(?:(?:can|could|would|will) you|pouvez vous|veuillez|you (?:must|need to|have to)) /;

const THING = '(?:texts?|txts?|textos?|messages?|msgs?|sms|reminders?|rappels?|notifications?|alertes?|alerts?|spam|communications?)';
const WRITING = `(?:${THING}|texting|textings|messaging|sending|send|contacting|contact|writing|[mld]?(?:ecrire|envoyer|envoi|envois|texter|contacter))`;
/** Up to three words between, none of which names the visit: "cancel my visit and text me" is no opt-out. */
const BETWEEN = '(?: (?!appointments?\\b|appts?\\b|visits?\\b|bookings?\\b|sessions?\\b|rdv\\b|rendez\\b)\\w+){0,3}';

/** "Don't stop texting me": whoever says so wants the opposite. Somebody reads it. */
export const NOT_STOP =
  /\b(?:dont|do not|never|not to|ne pas|ne jamais)(?: (?:want|you|ever))*(?: to)? (?:stop|quit|end|cease|unsubscribe|opt out|remove|cancel|arreter|cesser|desabonner)\b|\bn ?(?:e )?(?:arret|cess|desabonn|annul)\w* (?:pas|jamais)\b|\bpas (?:arreter|me desabonner|cesser)\b/;

export const STOP_SENTENCES: readonly RegExp[] = [
  // "stop texting me", "please end these messages", "arrêtez de m'envoyer des textos"; "stop by", "end of" and the like are other verbs.
  new RegExp(
    `\\b(?:stop|quit|end|cease|halt|discontinue|stopper|stoppez|arret|arreter|arretez|arrete|cesser|cessez)\\b(?! (?:by|in|at|over|off|of)\\b)${BETWEEN} ${WRITING}\\b`,
  ),
  // "Cancel these texts"; "cancel tomorrow and send me another time" is of the visit.
  new RegExp(
    `\\b(?:cancel|annuler|annulez)(?: (?:all|of|the|your|my|these|those|this|any|further|future|more|tous|toutes|les|vos|mes|ces|ce))* ${THING}\\b(?! (?:appointments?|appts?|visits?|bookings?|sessions?|rdv|rendez)\\b)`,
  ),
  // "stop reminding me", "arrêtez de me rappeler": hard upon the verb, for "I must cancel, thanks for reminding me" is no opt-out.
  /\b(?:stop|quit|cease|discontinue)(?: (?:all|always|constantly|please|the|your|this|these|with))* (?:reminding|notifying|alerting|spamming|pinging|bugging|bothering|pestering|harassing)\b/,
  /\b(?:stop|stopper|arreter|arretez|arrete|cesser|cessez)(?: (?:de|me|nous|le|la|les|toujours|svp))* [md]?(?:rappeler|relancer|notifier|aviser|avertir|alerter|achaler|deranger|harceler|spammer)\b/,
  // "Pourquoi ne me rappelez-vous pas ?" asks for a call.
  /\bne (?:me |nous )?[mn]?(?:rappelez|relancez|notifiez|avisez|avertissez|achalez|derangez) plus\b/,
  /\bne plus (?:me |nous )?[mn]?(?:rappeler|relancer|notifier|aviser|avertir|achaler|deranger)\b/,
  // "don't text me", "do not ever contact us", "never message me again"
  /(?<!\bi )\b(?:dont|do not|never)(?: ever)? (?:text|sms|message|msg|contact|write|send|spam|remind)(?: to)? (?:me|us|any|more|anymore|again|these|this|texts?|messages?)\b/,
  new RegExp(
    `\\b(?:dont|do not|no longer|never) (?:want|wish|need|like|care)(?: to)?(?: (?:get|receive|have|see))?(?: \\w+){0,3} ${THING}\\b`,
  ),
  /\b(?:no longer|dont|do not|never) (?:want|wish|need|like|care) to (?:get|receive) (?:these|those|this|them|any(?:thing)?)(?: more)?(?: any ?more| again)?$/,
  /\b(?:veux|voulons|souhaite|desire|voudrais) (?:plus|pas|jamais) (?:rien )?(?:en )?recevoir(?: (?:ca|cela|ceci|rien))?(?: de (?:vous|votre part))?$/,
  new RegExp(`\\b(?:no more|enough|plus de|plus aucun|assez de) (?:\\w+ )?${THING}\\b`),
  // "ne m'écrivez plus", "ne me textez plus", "ne plus me contacter"
  /\bne (?:me |nous )?[mn]?(?:textez|texter|ecrivez|ecris|ecrire|contactez|contacter|envoyez|envoyer)(?: \w+){0,2} (?:plus|pas|jamais)\b/,
  /\bne (?:plus|pas|jamais) (?:me |nous )?[mn]?(?:texter|ecrire|contacter|envoyer|recevoir)\b/,
  new RegExp(`\\b(?:veux|voulons|souhaite|desire|voudrais) (?:plus|pas)(?: \\w+){0,4} ${THING}\\b`),
  /\b(?:unsub\w*|desabonn\w*|desinscri\w*|opt(?:ing|ed)? ?out|opt me out)\b/,
  /\b(?:revoke|withdraw|retire|revoque)(?: \w+)? (?:consent|consentement|permission|authorization|autorisation)\b/,
  // "Remove me from Tuesday" is of the visit.
  /\b(?:remove|delete|erase|lose|forget) (?:me|(?:my|this) (?:\w+ )?number)\b(?! (?:to|from (?!(?:your|this|the|all) (?:list|system|phone|texts?|sms|reminders?)))\b)|\boff (?:your|the|this) list\b|\bleave me alone\b/,
  /\b(?:enlevez|retirez|supprimez|effacez|otez|enleve|retire|supprime) (?:moi\b|mon (?:\w+ )?numero\b)|\blaissez moi tranquille\b/,
];

/** "No texts", "pas de textos", "don't text": an opt-out where nothing else is said; within a sentence they may be about anything. */
export const WHOLE_STOPS: readonly RegExp[] = [
  new RegExp(`^(?:no|no more|not any|pas de|pas d|plus de|aucune?) (?:${THING}|texting|messaging)$`),
  /^(?:dont|do not|never)(?: ever)? (?:text|sms|message|msg|contact|write|spam|remind)$/,
  /^(?:no more|enough|assez|cest assez|plus rien)$/,
  // "I asked you to stop", "je vous ai déjà demandé d'arrêter".
  /^(?:(?:i|ive|we) )?(?:(?:have|had|already) )*(?:asked|told|said)(?: you)?(?: already)?(?: to)? (?:stop|stopp|quit|unsubscribe)(?: (?:it|this|that|already|again))*$/,
  /^(?:(?:je|on) )?(?:vous )?(?:j?ai|a)(?: deja)? (?:demande|dit)(?: de)? (?:stop|d?arreter|cesser|arret|stopper)(?: (?:ca|cela))?$/,
  // "Wrong number stop", "I said stop".
  /^(?:no|nope|not me|wrong (?:number|person)|i said|i told you(?: to)?|(?:this is )?spam|non|pas moi|erreur|mauvais numero|faux numero|jai dit(?: de)?) (?:stop|stopp|stoppez|arret|arreter|arretez|arrete)$/,
];

/** Our own line on how to opt out, as it comes back in a text that is quoted or sent on. */
export const OUR_WAY_OUT =
  /\b(?:STOP to (?:opt[ -]?out|unsubscribe|end|cancel|quit)|(?:STOP|ARR[EÊ]T) pour (?:ne plus [^.\n]*|(?:vous |se |te )?(?:d[ée]sabonner|d[ée]sinscrire|arr[êe]ter)))/gu;
/** How phones tell that a text was liked, laughed at or the like: what it quotes then is what we wrote. */
export const TAPPED =
  /^\W*(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted|removed|a (?:bien )?(?:aim[ée]|ador[ée]|d[ée]test[ée]|ri de|mis en évidence|réagi)|fwd|fw|tr)(?![\p{L}])/iu;
export const QUOTED = /[“"«][^“”"«»]{15,}[”"»]/gu;
/** A line that a program marked as quoted. */
export const MARKED = /^[ \t]*>.*$/gmu;
/** May be about not coming, or another time, in whatever words. */
export const MAY_BE_OFF =
  /\b(?:cant|cannot|can not|wont|will not|couldnt|could not|not able to|unable to)(?: \w+){0,4} (?:come|coming|make|be there|attend|show|arrive)\b|\bnot (?:be )?coming\b|\b(?:im|i am|he is|she is|is|we are) (?:too )?(?:sick|ill)\b|\bpostpone\w*\b|\bmove (?:my|it|the|this|our)\b|\binstead\b|\bin (?:the )?hospital\b|\b(?:peux|peut|pourrai|pourra|pourrons|pouvons|viens|vient|viendrai|viendra|viendrons|serai|sera) pas\b|\bpas (?:capable|en mesure) de venir\b|\bjannul\w*\b|\b(?:malade|hopital|hospitalisee?)\b|\b(?:reporter|deplacer|remettre|devancer)\b/;

export const START_SENTENCES =
  /\b(?:start|restart|resume|recommencez?|reprenez|reprendre)(?: (?:to|the|my|your|les|mes|vos|a|de))* (?:texting|sending|send|text|messaging|[mld]?(?:envoyer|ecrire|texter)|texts?|textos?|messages?|sms|reminders?|rappels?)\b|\bopt (?:me )?(?:back )?in\b|\bre ?subscribe\b|\breabonne\w*\b|\bsign me (?:back )?up\b/;

const VISIT = '(?: (?:my|the|our|this|mon|le|notre|ce)(?: \\w+)?)?(?: (?:appointment|appt|visit|rendez vous|rdv))?';
/** A plain yes, alone or with what goes with it. "Yes, but …" is more than that. */
export const YES = new RegExp(
  `^(?:(?:c|y|o|k|yes|yess|yep|yeah|yup|ya|oui|ouais|ouai|ok|okay|okey|sure|of course|bien sur|daccord|dac|absolutely|absolument)(?: |$))*` +
    `(?:(?:i |we |je |on |nous )?(?:confirm|confirms|confirmed|confirme|confirmee|confirmer|confirmons|confirmation)${VISIT}` +
    `|(?:i |we )?(?:ill|well|will|shall)? ?be there|(?:i am|im|we are|were) coming|see you (?:then|there)|je serai la|jy serai|nous serons la|je viens|je viendrai)?$`,
);
/** A plain no: they are not coming. */
export const NO = new RegExp(
  `^(?:(?:n|no|nope|nah|non|nan)(?: |$))*` +
    `(?:(?:i |we |je |on )?(?:cannot|cant|can not|wont|will not|not able to|unable to|am not able to|im unable to|am unable to) (?:come|make it|be there|attend)` +
    `|(?:im |i am |we are )?not coming|je (?:ne )?peux pas (?:venir|y aller)|je ne (?:viendrai|viens|serai) pas(?: la)?)?` +
    `(?: (?:today|tomorrow|anymore|after all|aujourdhui|demain))?$`,
);
export const RESCHEDULE =
  /^(?:r|reporter|deplacer)$|\breschedul\w*\b|\b(?:reporter|deplacer|changer|replanifier)(?: \w+){0,2} (?:rdv|rendez vous|heure|date|moment)\b|\bchange (?:the|my) (?:time|date|day|appointment|appt|visit)\b|\b(?:another|different) (?:time|day|date)\b|\bautre (?:moment|date|jour|heure)\b/;
export const CANCEL_VISIT = /\b(?:cancel\w*|annul\w*)\b/;
/** "Please don't cancel": the opposite, and a person reads it. */
export const NOT_CANCEL =
  /\b(?:dont|do not|never|not to)(?: (?:want|wish|need|you|ever|to))* cancel\w*|\bannul\w* (?:pas|jamais)\b|\b(?:pas|jamais)(?: (?:l|d))? annuler\b/;
export const BOTH = /^(?:(?:yes|oui|c) )?(?:both|all|all of them|the two|les deux|tous|toutes|tous les deux|toutes les deux)$/;
/** "No 2" may be a number or a refusal, and is none of these: a person reads it. */
export const NUMBERS = /^(?:(?:yes|oui|c) )?(?:(?:number|numero|option) )?[1-9](?: (?:and |et )?[1-9])*$/;
/** A choice that begins so says yes to it, whatever was asked. */
export const SAYS_YES = /^(?:yes|oui|c) /;
