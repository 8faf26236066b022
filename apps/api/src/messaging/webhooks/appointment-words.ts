/*
 * What patients text back about an appointment, or who calls for help, in both languages, as `plain` leaves it; the words of opting are in
 * opt-out-words.ts and opt-in-words.ts.
 */
import { END, THING } from './text-parts.js';
import { set } from './word-set.js';

export const HELP_WORDS = set('help info aide');

/** What a plain yes is said to. Of any other word it is no yes: "je confirme l'annulation", "confirm my daughter". */
const AN_APPOINTMENT = '(?:appointment|appt|visit|booking|reservation|session|rendez vous|rdv|visite|seance|rencontre)';
const OF_AN_APPOINTMENT = `(?:${AN_APPOINTMENT}|attendance|presence|spot|slot|time|day|date|heure|jour|moment)`;
const DAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)';
const APPOINTMENT = `(?: (?:this|${AN_APPOINTMENT}|(?:my|the|our|this|mon|ma|le|la|notre|ce|cette) (?:${OF_AN_APPOINTMENT}|${DAY}(?: ${AN_APPOINTMENT})?)))?`;
const PLAINLY = 'y|yes|yess|yep|yeah|yup|ya|oui';
export const MERELY = 'o|k|ok|okay|okey|sure|of course|bien sur|daccord|dac|ouais|ouai|absolutely|absolument';
/** To what was agreed on, whatever that was. */
export const THEY_COME =
  '(?:(?:i |we )?(?:ill|well|will|shall)? ?be there|(?:i am|im|we are|were) coming|see you (?:then|there)|je serai la|je y serai|nous serons la|je viens|je viendrai)';
/** A plain yes, alone or with what goes with it. "Yes, but …" is more than that. */
export const YES = new RegExp(
  // "C ya" is a farewell.
  `^(?!.*\\bc ya\\b)(?:(?:c|${PLAINLY}|${MERELY})(?: |$))*` +
    `(?:(?:i |we |je |on |nous )?(?:confirm|confirms|confirmed|confirme|confirmee|confirmer|confirmons|confirmation)${APPOINTMENT}` +
    `|${THEY_COME})?$`,
);
/** A yes that says that they come, to what was agreed on. */
export const COMING = new RegExp(`(?:^| )${THEY_COME}$`);
/** "C ok" is "c'est ok". */
const MERE = `(?:c )?(?:${MERELY})`;
/** A yes that may be a mere courtesy to what was said before. */
export const MERE_YES = new RegExp(`^(?:${MERE}(?: |$))+$`);
/** A yes to a question, whatever it was. */
export const PLAIN_YES = new RegExp(`^(?:(?:${PLAINLY}|${MERE})(?: |$))+$`);
const PLEASE = '(?:please|pls|plz|plse|kindly|svp|stp|sil (?:vous|te) plait)';
/** "Please confirm" asks the clinic to, and so does "confirmation please"; beside a yes, or after the mere word, please is as polite as any. */
export const ASKS_TO_CONFIRM = new RegExp(
  `\\b(?:please|pls|plz|plse|kindly|svp|stp|plait)(?: just)? confirm(?:er|ation)?\\b` +
    `|\\bconfirmation(?: \\w+){0,3}? ${PLEASE}|\\bconfirm(?:er)? (?:the|my|our|le|la|mon|ma|notre) (?:time|date|day|slot|spot|heure|jour|moment) ${PLEASE}`,
);
/** Beside a yes: for what, they do not say. */
export const SORRY = /\b(?:sorry|desolee?)\b/;
/** A plain no: they are not coming. */
export const NO = new RegExp(
  `^(?:(?:n|no|nope|nah|non|nan)(?: |$))*` +
    `(?:(?:i |we |je |on )?(?:cannot|cant|can not|wont|will not|not able to|unable to|am not able to|im unable to|am unable to) (?:come|make it|be there|attend)` +
    `|(?:im |i am |we are )?not coming|je (?:ne )?peux pas (?:venir|y aller)|je ne (?:viendrai|viens|serai) pas(?: la)?)?` +
    `(?: (?:today|tomorrow|anymore|after all|aujourdhui|demain))?$`,
);
export const RESCHEDULE =
  /^(?:r|reporter|deplacer)$|\breschedul\w*\b|\b(?:reporter|deplacer|changer|replanifier)(?: \w+){0,2} (?:rdv|rendez vous|heure|date|moment)\b|\bchange (?:the|my) (?:time|date|day|appointment|appt|visit)\b|\b(?:another|different) (?:time|day|date)\b|\bautre (?:moment|date|jour|heure)\b/;
/** The words that speak of another time by a verb, and so may be denied. */
export const MOVED = /\breschedul\w*\b|\b(?:reporter|deplacer|changer|replanifier)\b|\bchange (?:the|my)\b/;
/** What a cancellation costs, or who waits for one, is asked by those who come. */
export const CANCELLED =
  /\b(?:cancel(?!(?:l?ations?)? (?:fee|charge|polic|notice|list|window|cost)s?)\w*|(?<!\b(?:frais|politique|delai|delais|liste|cout|couts|penalite) de )annul\w*)\b/;
export const BOTH = /^(?:(?:yes|oui|c) )?(?:both|all|all of them|the two|les deux|tous|toutes|tous les deux|toutes les deux)$/;
/** "No 2" may be a number or a refusal, and is none of these: a person reads it. */
export const NUMBERS = /^(?:(?:yes|oui|c) )?(?:(?:number|numero|option) )?[1-9](?: (?:and |et )?[1-9])*$/;
/** A choice that begins so says yes to it, whatever was asked. */
export const SAYS_YES = /^(?:yes|oui|c) /;

const WHEN =
  '(?:today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|(?:this|next|that) (?:week|month|morning|afternoon|evening|time|day)|(?:the )?\\d+(?:st|nd|rd|th)?|aujourdhui|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce (?:matin|soir)|cette (?:semaine|journee)|cet apres)';
const THE_APPOINTMENT = `(?:appointments?|appts?|visits?|sessions?|bookings?|slots?|spots?|rdv|rendez vous|rencontre|seance|visite|time slot|place)(?! ${THING}\\b)`;
const CANNOT = '(?:cant|cannot|can not|wont|will not|couldnt|could not|wouldnt|not able to|unable to|not going to|not gonna)';
/**
 * May be about not coming, or another time, in whatever words; within one sentence. A call too many is better than an appointment missed;
 * what cannot be done but coming ("I cannot sleep", "can't open the link") is none.
 */
export const MAY_BE_OFF: readonly RegExp[] = [
  new RegExp(
    `\\b${CANNOT}(?: \\w+){0,4} (?:come|coming|make|be there|be in|be able|be available|be around|be free|attend|show|arrive|get (?:there|off|away|out)|go)\\b`,
  ),
  new RegExp(`\\b${CANNOT}(?: (?:do|keep|have))?(?: (?:it|that|this|on|for|my|the|the one))* (?:${WHEN}|${THE_APPOINTMENT})\\b`),
  // "No I can't": with nothing after it.
  /(?:^|, |\b(?:i|we|he|she|no|sorry) )(?:cant|cannot|can not|wont|couldnt)(?: (?:do (?:it|that)|today|tomorrow|anymore|after all|either|unfortunately))?(?=$| ,)/,
  /\b(?:not|never) (?:be )?(?:coming|there|available|around|in town|free)\b|\bunavailable\b|\b(?:out of town|rain check)\b|\b(?:on|going on) (?:vacation|holidays?)\b|\b(?:im|i am|we are|were|will be|ill be|be) away\b/,
  /\b(?:im|i am|he is|she is|hes|shes|is|we are|were|are|too|so|got|feel|feeling) (?:\w+ )?(?:sick|ill|unwell)\b|\b(?:covid|flu|fever|stomach bug|contagious|(?:threw|throwing) up|vomiting|tested positive|have a (?:\w+ )?cold)\b|\b(?:at|in) the (?:er|emergency)\b|\bin (?:the )?hospital\b|\bunder the weather\b/,
  /\b(?:emergency|something (?:\w+ )?(?:came|come|comes|has come) up|(?:another|other|prior) (?:commitment|engagement|obligation)|conflict|double booked|overslept|stuck (?:at|in|with)|snowed in|no (?:baby)?sitter|broke down|flat tire|no ride|(?:have|got|has) to work|called in(?: to work)?|funeral|passed away|died|death in|changed my mind|found (?:someone|somebody|another)|(?:have to|ill|will|gonna) pass|absente?)\b/,
  // Said of the appointment.
  new RegExp(
    `(?<!\\b(?:dont|do not|never|not) )\\b(?:drop|skip|miss|missed|missing|scrap|remove|delete|forget|forgot|forgotten|release|free|push|bump|shift|move|change|switch|swap|delay|rebook|modify|pull|give|give up|offer|call off|get (?:rid|out) of|back out of|pass on)(?: \\w+){0,2} ${THE_APPOINTMENT}\\b`,
  ),
  new RegExp(
    `\\b(?:no longer|dont|do not|wont|will not|not) (?:\\w+ )?(?:need|needing|require|want|keep|keeping|doing)(?: \\w+){0,2} ${THE_APPOINTMENT}\\b`,
  ),
  new RegExp(`\\b(?:change|switch|swap|push|bump|move|shift|go)(?: \\w+){0,2} (?:to|for|until|till) ${WHEN}\\b`),
  new RegExp(`^(?:(?:no|non|but|mais) )?(?:not|maybe|perhaps|rather|pas|plutot) ${WHEN}\\b`),
  new RegExp(
    `\\b(?:can|could|may|might) (?:we|i|you|he|she) (?:do|(?:come|get in|come in|see (?:me|us|him|her)|fit (?:me|us) in)(?: \\w+){0,2}) ${WHEN}\\b`,
  ),
  /\b(?:dont|do not|no longer) (?:want|wish|plan|intend) to (?:come|go|attend|continue|be there)\b|\b(?:later|earlier|sooner|better|new) (?:time|date|day|slot)\b/,
  new RegExp(
    `\\b(?:come|come in|${THE_APPOINTMENT})(?: \\w+){0,3} (?:earlier|later|sooner)\\b|\\b(?:earlier|later|sooner) ${THE_APPOINTMENT}\\b`,
  ),
  new RegExp(`\\b(?:${WHEN}|that|this|it|which) (?:doesnt|does not|wont|isnt|is not|no longer) (?:work|good|possible|works|suit|fit)\\b`),
  /\bpostpone\w*\b|\bmove (?:my|it|the|this|our)\b|\binstead\b|\b(?:dont|do not) (?:expect|wait for) (?:me|us|him|her)\b/,
  // In French.
  /\b(?:peux|peut|pourrai|pourra|pourrons|pouvons|viens|vient|viendrai|viendra|viendrons|serai|sera|serons|irai|vais|arriverai) (?:pas|plus)\b/,
  /\b(?:pas|plus) (?:capable|en mesure)(?: de (?:venir|etre)\b|(?= aujourdhui| demain|$| ,))|\b(?:pas|plus) (?:possible|dispo|disponibles?|libres?|en ville|en mesure)\b|\b(?:impossible|indisponible)\b/,
  new RegExp(`\\b(?:pas|plus) la(?: ${WHEN})?${END}`),
  /\b(?:malade|grippe|fievre|gastro|contagieu\w+|vomi\w*|hopital|hospitalisee?)\b/,
  /\b(?:empechements?|empechee?|imprevu\w*|contretemps|urgence|deces|decedee?|funerailles|en vacances|en voyage|desiste\w*|panne|conflit|change de idee|passe mon tour|trouve (?:quelque un|un autre|une autre))\b|\b(?:suis|est) (?:pris|prise|coincee?|retenue?)\b|\b(?:char|auto|voiture) (?:\w+ )?brisee?\b|\b(?:dois|oblige\w* de|doit) travailler\b/,
  new RegExp(`\\b(?:peux|pourrais|peut|puis|possible|pourrait)(?: \\w+){0,3} venir (?:\\w+ )?${WHEN}\\b`),
  /\bbesoin (?:du|de le|de la|de mon|de ce|de cette) (?:rdv|rendez|visite|seance|rencontre)\b/,
  new RegExp(`\\b(?:manqu|rat|saut|oubli|laiss|liber|chang|ced|donn)\\w*(?: \\w+){0,2} ${THE_APPOINTMENT}\\b`),
  new RegExp(`\\bchang\\w*(?: \\w+){0,2} (?:a|pour|au|de jour) ?(?:${WHEN})?\\b(?<=\\b${WHEN}|de jour)`),
  new RegExp(
    `\\b(?:ca|cela|${WHEN})(?: (?:ne|me|nous|le))* (?:marche|fonctionne|convient|adonne|arrange|va) (?:pas|plus)\\b|\\b(?:venir|${THE_APPOINTMENT})(?: \\w+){0,3} (?:plus tot|plus tard)\\b`,
  ),
  /\b(?:reporter|deplacer|remettre|devancer|decaler|repousser|bouger|avancer) (?=\w)|\b(?:reporter|deplacer|remettre|devancer|decaler|repousser)$|\b(?:attendez|attends) (?:pas|plus)\b/,
];
