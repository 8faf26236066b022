/*
 * Opt-outs that say nothing of texts: to be removed, left alone, blocked, to hear no more, or that it all end. In both languages, each within one
 * sentence as `clausesOf` leaves it.
 */
import { END, LIST, NOT_THEY, OURS, THING } from './text-parts.js';

/** What "take me off" and the like may be of in place of texts: a day, an hour, or a turn. */
const DAY_OR_TURN =
  '\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tues?|wed(?! (?:like|love|want|prefer|rather))|thurs?|today|tonight|tomorrow|(?:this|next) (?:week|weekend|month|morning|afternoon|evening|time)|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|aujourdhui|demain|(?:ce|cet) (?:matin|soir|apres)|cette (?:semaine|fois)|semaine prochaine|wait\\w*|attente|later|earlier|sooner|plus (?:tot|tard)|noon|midi|\\d{1,2}(?:st|nd|rd|th|am|pm|h\\d{0,2})?)\\b';
export const SPEAKS_OF_A_DAY = new RegExp(DAY_OR_TURN);
/** More than one text, or that they are sent; whoever thanks for "the reminder" speaks of no others. */
export const SPEAKS_OF_TEXTS =
  /\b(?:text(?:s|ed|ing)|textos|messag(?:es|ed|ing)|msgs|sms|reminders|rappels|notifications|alerts|alertes|spam\w*)\b/;
const NO_DAY_AFTER = `(?!.*${DAY_OR_TURN})`;
const THIS_IS = '(?:this|it) (?:is|isnt) (?:not|wrong|the wrong|spam|too m\\w+)|its (?:not|wrong|the wrong|spam|too m\\w+)|this number';
const CE_EST = 'ce (?:est|ne est|numero)|on (?:a|ne|me|est|se)';
/** Where the wish ends, or why it is wished begins: "remove me I moved". No day is what it is of: "take me off on Friday". */
const AND_WHY = `${NO_DAY_AFTER}(?=$| ,| (?:i|im|ive|we|weve|${THIS_IS}|not (?:me|my|a patient|interested)|wrong|because|cause|cuz|asap|now|again|forever|for good|already|immediately|any ?more|completely|ok|or else|and (?:stop|dont|leave|never)|je|${CE_EST}|car|parce|et)\\b)`;
/** What one is removed from. Of anything else it is of an appointment, or of a cast: "remove me from Tuesday". */
const FROM_HERE = `(?: (?:from|off|out)(?: of)? (?:(?:this|here|it|that|these|there)${END}|(?:(?:your|this|the|all|these) )+(?!wait)(?:\\w+ )?(?!wait)${LIST}\\b|your (?:clinic|office|contacts?|phone)\\b))`;
const NOBODY_ELSES =
  '(?<!\\b(?:they|he|she|it|who|will|would|(?<!\\b(?:can|could|will|would|would like|want|need|ask|asked|told) )you|did you|to) )';
const REMOVED = '(?:removed|taken off|unlisted|deleted|erased)';
const RETIRE = '(?:retiree?|enlevee?|supprimee?|effacee?|rayee?|otee?)s?';
const OF_THE_LIST = `(?: de (?:votre|vos|cette|la|ce|ces|toutes?|tous) (?:\\w+ )?${LIST}\\b| (?:du|des) ${LIST}\\b| (?:de la|ici|de (?:ca|cela))(?:${END}| (?:et|je)\\b)| (?:je ne suis|ce (?:ne )?est|par texto|a ce numero)\\b)`;

/** What is sent, or to whom, for which a list may be kept of which texts come. */
const OF_SUCH_A_LIST = `(?:${THING}|texting|messaging|mailing|calling|call|phone|marketing|contacts?|patients?|clients?|clientes|customers?|subscribers?|numbers?|numeros?|people|diffusion|distribution|envois?)`;
/** Any other list is of those who wait, or of the clinic's work: "the waiting list", "the list for cancellations", "la liste d'annulation". */
export const OTHER_LISTS = new RegExp(
  `\\b(?!(?:${OF_SUCH_A_LIST}|your|the|this|that|these|those|all|any|a|of|from|off|our)\\b)\\w+ lists?\\b` +
    `|\\blist(?:es?|s)? (?:for|of|to|de|des|du|pour)\\b(?! (?:\\w+ )?${OF_SUCH_A_LIST}\\b| (?:good|ever|now|toujours)\\b)`,
  'g',
);

const TO_BE_REMOVED: readonly RegExp[] = [
  new RegExp(
    `\\b(?:remove|delete|erase|lose|forget|unlist) (?:me|us) from (?:(?:(?:your|this|the|all|any|these|future|further) )*(?:list|system|phone|texts?|sms|reminders?|messages?|contacts?\\b|database)|(?:this|here|these)${END})`,
  ),
  new RegExp(`\\bdrop (?:me|us)${FROM_HERE}`),
  new RegExp(
    `\\b(?:remove|delete|erase|take) (?:my name|(?:my|this) (?:phone|cell\\w*|line)) (?:from|off) (?:your|this|the|all) (?:\\w+ )?${LIST}\\b`,
  ),
  // A number is another matter: it may be one of several.
  new RegExp(
    `(?<!\\b(?:numbers?|phone|cell\\w*|line) )\\boff (?:of )?(?:your|the|this|all)(?: (?:${THING}|texting|messaging|mailing|contact|calling|call|phone))* lists?\\b|\\btake me off (?:of )?(?:(?:the|your|these|all) )*(?:${THING}|texting)\\b`,
  ),
  new RegExp(`\\bhow (?:do|can|could) (?:i|we) get${FROM_HERE}`),
];
/** The same of nothing that is named; beside a day they are of the appointment. */
const REMOVED_FROM_WHAT: readonly RegExp[] = [
  // "Remove me from Tuesday" is of the appointment.
  new RegExp(`\\b(?:remove|delete|erase|lose|forget|unlist) (?:me|us)\\b(?! (?:to|not|off|from)\\b)${NO_DAY_AFTER}`),
  new RegExp(`${NOBODY_ELSES}\\btake (?:me|us) off(?: of)?(?: (?:this|here|it|these|that))?${AND_WHY}`),
  new RegExp(
    `\\b(?:i|we|id|wed)(?: (?:would|really|just|also|still))* (?:want|wish|need|like|ask|request|demand|prefer)(?: you)? to (?:be|get) ${REMOVED}(?:${AND_WHY}|${FROM_HERE})`,
  ),
  new RegExp(`\\bhow (?:do|can|could) (?:i|we) (?:get|be) ${REMOVED}(?:${END}|${FROM_HERE})`),
  new RegExp(`(?:^|, )(?:i want to )?have (?:me|us) ${REMOVED}${END}`),
  new RegExp(
    `\\b(?:(?:enlevez|retirez|supprimez|effacez|otez|rayez|sortez|enleve|retire|supprime) (?:moi|nous)|etre (?:enleve|retire|raye|supprime)e?s?(?= d)|(?:me|nous) (?:enlever|retirer|supprimer|effacer|oter|rayer|enleviez|retiriez)|(?:enlevez|retirez|supprimez|effacez|rayez|enlever|retirer|supprimer|effacer|rayer) mon nom(?= de| du))(?:${END}|${OF_THE_LIST})`,
  ),
  new RegExp(
    `\\b(?:(?:veux|voudrais|souhaite|desire|aimerais|demande|demande a|voulons) |comment )etre ${RETIRE}(?:${END}|${OF_THE_LIST})`,
  ),
];

/** "Leave me alone with the therapist" is of a room, "five minutes before" of an hour. */
const OF_A_ROOM =
  '(?! (?:with (?!(?:your|these|those|all|this|that|the \\w*(?:text|message|reminder)))|in (?!peace)|at (?!this number|work)|for (?!good|ever|now)|during|while|until|till|before|after|\\d|there|here)\\b)';
const D_UNE_SALLE =
  '(?! (?:avec (?!(?:vos|votre|tes|ces|cette|ca|tout)\\b)|pendant|avant|apres|dans|jusque|le temps|une?(?! fois pour toutes)|deux|trois|cinq|dix|quelques|\\d+)\\b)';
const NOT_WILLING =
  '(?<!\\b(?:they|he|she|it|wont|will not|doesnt|does not|didnt|did not|dont|do not|never|cant|cannot|can i|should i|i|we|to) )';

const IN_PEACE: readonly RegExp[] = [
  new RegExp(`${NOT_WILLING}\\bleave (?:me|us) (?:(?:the \\w+|tf) )?(?:alone|be|in peace)\\b${OF_A_ROOM}`),
  new RegExp(
    `(?:^|, |\\b(?:et|mais) )(?:lachez|lache) (?:moi|nous)(?: (?:patience|la paix))?(?:$| ,| (?:avec|de) (?:\\w+ ){1,2}${THING}\\b)`,
  ),
  new RegExp(`${NOT_WILLING}\\bleave (?:my|our|this) (?:phone|number|cell\\w*) alone\\b`),
  /\b(?:want|wish|need|like|ask|asked|told|tell)(?: you)? to (?:leave (?:me|us)|be left|get left) alone(?=$| ,)/,
  new RegExp(`\\b(?:laissez|laisse|laisser) (?:moi|nous) (?:donc )?(?:tranquil+e?s?|en paix)\\b${D_UNE_SALLE}`),
  new RegExp(`\\b(?:me|nous) (?:laisser|foutre|ficher) (?:donc )?(?:tranquil+e?s?|en paix|la paix)\\b${D_UNE_SALLE}`),
  new RegExp(
    `\\b(?:fichez|fiche|foutez|fous|sacrez|sacre|crissez|crisse) (?:moi|nous) (?:la paix|patience)\\b(?! avec (?:le|la|les|mon|ma|mes) (?!(?:\\w+ )?${LIST}\\b))`,
  ),
  // At the beginning, for "the exercises don't bother me" is of something else.
  new RegExp(
    `(?:^|, |\\b(?:and|so|but) )(?:dont|do not|never)(?: you)?(?: ever)? (?:bother|disturb|annoy|harass|pester|bug) (?:me|us)${AND_WHY}`,
  ),
  new RegExp(`${NOT_THEY}\\bne (?:me |nous )(?:derange|embetez|embete|ecoeurez|harcelez|importunez) (?:plus|pas|jamais)${END}`),
  /(?:^|, )(?:derangez|derange|achalez|achale|embetez|embete|harcelez) (?:moi|nous) (?:plus|pus?|pas|jamais)(?=$| ,)/,
];

const NOT_BLOCKED = '(?<!\\b(?:dont|do not|never|they|he|she|it|not|nerve|who|did|to|(?<!\\b(?:can|could|will|would) )you) )';
/** Beside a day they are of an hour that is to be kept. */
const BLOCKED_FROM_WHAT: readonly RegExp[] = [
  new RegExp(`${NOT_BLOCKED}\\bblock (?:me|us)${AND_WHY}`),
  new RegExp(`(?:^|, )bloque[zr]? (?:moi|nous)${NO_DAY_AFTER}(?=$| ,| (?:je|${CE_EST})\\b)`),
];
const BLOCKED: readonly RegExp[] = [
  new RegExp(`${NOT_BLOCKED}\\bblock (?:my|this|our) (?:phone|number|cell\\w*)\\b(?! (?:from|for|to) )`),
  /\b(?:i|ive|ill|im|i am|we|weve|well|i will|i have)(?: (?:just|already|now|going to|gonna|have))* block(?:ed|ing)? (?:you|u|this number|your number|the number)\b/,
  /\bhow (?:do|can) (?:i|we) block (?:you|u|this|these)(?=$| ,| number)/,
  /\bbloque[zr]? (?:mon|ce|notre) (?:numero|cell\w*|telephone)\b/,
  /\bje (?:vais )?(?:vous|te) bloque[zr]?\b|\bje (?:bloque|vais bloquer) (?:ce|votre) numero\b/,
  /(?:^|, )(?:oubliez|oublie|perdez) (?:mon|ce) (?:numero|nom)(?=$| ,)/,
];

const NOT_THEN =
  '(?! (?:before|until|till|unless|after|if|when|about (?!your|these|any)|at (?!all|this)|on (?!this|my phone)|in (?!the future|future))\\b)';
const HEARD: readonly RegExp[] = [
  new RegExp(
    `\\b(?:dont|do not|never|no longer)(?: (?:ever|really|even))* (?:want|wanna|wish|need|care|like)(?: to)?(?: (?:ever|keep|continue))*(?: to)? hear(?:ing)? (?:from|of) (?:you|u|yall|this|these|any of you|anyone|(?:the|your|that) (?:\\w+ )?${OURS})\\b${NOT_THEN}`,
  ),
  new RegExp(`\\b(?:rather|prefer) not (?:to )?hear (?:from|of) (?:you|u|this|these)\\b${NOT_THEN}`),
  /\b(?:want nothing|(?:dont|do not) want anything)(?: (?:more|else))? to do with (?:you|this|your)\b/,
  /\b(?:veux|voulons|souhaite|souhaitons|desire|voudrais|veut) (?:plus|pas|pus?|jamais|rien)(?: (?:rien|jamais|plus))?(?: (?:avoir|recevoir))?(?: de)? (?:vos nouvelles|(?:entendre|savoir)(?: parler)? de (?:vous|votre))\b/,
];

export const LEFT_ALONE: readonly RegExp[] = [...TO_BE_REMOVED, ...IN_PEACE, ...BLOCKED, ...HEARD];
/** Of texts where the text speaks of no day, or of texts besides. */
export const LEFT_ALONE_UNLESS_OF_A_DAY: readonly RegExp[] = [...REMOVED_FROM_WHAT, ...BLOCKED_FROM_WHAT];

/** That it end, whatever it is: of texts where they are named. How oneself makes it stop is asked of what hurts. */
export const MAKE_IT_STOP: readonly RegExp[] = [
  new RegExp(
    `(?<!\\b(?:how|can i|can we) .*)(?:^|, |\\b(?:you|to|just|i|we|ok|and|so|but|someone) )(?:just )?(?:make|have) (?:it|this|that|them|these|those|all (?:of )?(?:it|this)) stop${AND_WHY}`,
  ),
  new RegExp(
    `\\b(?:i|we|id|wed)(?: (?:would|just|really))* (?:want|need|like) (?:it|this|them|these|all of (?:it|this)) (?:all )?to stop${AND_WHY}`,
  ),
  /(?<!\bcomment .*)(?:^|, |\b(?:faites?|fais|faut|il faut|veux|veut|voudrais|voulons|pour) )que (?:tout )?(?:ca|cela) (?:arrete|cesse|finisse|arretes)(?=$| ,)/,
  /\b(?:faites|fais|faire) (?:cesser|arreter) (?:ca|cela|tout ca)(?=$| ,)/,
];
const DEMANDS_THAT =
  '(?:(?:can|could|would|will) (?:you|u|someone|somebody)|you (?:must|have to|need to|can)|(?:i|we) (?:want|need)(?: you)? to|id like(?: you)? to|someone|(?:pouvez|pourriez) vous|veuillez)';
/** The same as a whole text, with whose number it is not: whatever else is said may be of a pain. */
export const MAKES_ALL_OF_IT_STOP = new RegExp(
  '^(?:(?:ok|okay|and|so|but|just|no|stop|(?:i have )?(?:the )?wrong (?:number|person)|not me|you guys|et|mais|non|pas moi|mauvais numero) )*' +
    `(?:(?:${DEMANDS_THAT} )?(?:just )?(?:make|have) (?:it|this|that|them|these|those|all (?:of )?(?:it|this)) stop` +
    '|(?:i|we|id|wed)(?: (?:would|just|really))* (?:want|need|like) (?:it|this|them|these|all of (?:it|this)) (?:all )?to stop' +
    '|(?:(?:(?:il )?faut|faites?|fais|je (?:veux|voudrais)|nous voulons) )?que (?:tout )?(?:ca|cela) (?:arretes?|cesse|finisse)' +
    '|how (?:do|can|could|would) (?:i|we) (?:get|make) (?:these|those) (?:to )?stop' +
    `|(?:${DEMANDS_THAT} )?(?:faites|fais|faire) (?:cesser|arreter) (?:ca|cela|tout ca))` +
    '(?: (?:now|again|already|asap|forever|for good|any ?more|completely|ok|or else|(?:i|we|ive|weve|i have|we have) moved(?: away| out)?|(?:its |it is |this is )?(?:the )?wrong (?:number|person)|(?:je ai|on a|nous avons) demenage|mauvais numero))*$',
);
/** Of such a one they speak to those who treat it. */
export const OF_A_PAIN =
  /\b(?:hurt\w*|pains?|painful|ble+d\w*|cramp\w*|swell\w*|swollen|ach\w*|headaches?|itch\w*|burn\w*|throb\w*|sore|cough\w*|diz\w*|spasm\w*|numb(?!er)\w*|tingl\w*|anxi\w*|panic\w*|voices?|thoughts?|ringing|doul\w*|mal|saign\w*|enfl\w*|cramp\w*|demang\w*|brul\w*|tousse\w*|toux|vertig\w*|angoiss\w*)\b/;

const DEMANDED_OF_ALL =
  '(?:(?:wrong (?:number|person)|not me|no thanks|no|non|pas moi|mauvais numero|stop|arretez|i want to|can you|could you|veuillez|pouvez vous) )*';
/** As a whole text: "REMOVE", "off the list", "go away". */
export const WHOLLY_LEFT_ALONE: readonly RegExp[] = [
  new RegExp(
    `^${DEMANDED_OF_ALL}(?:remove|delete|erase|unlist|retirez|retirer|enlevez|enlever|supprimez|supprimer|effacez|effacer|rayez)(?: (?:me|us|moi|nous|it|this|number|my number|this number|stop|again|already|asap|forever))*(?: (?:from|off)(?: (?:me|your|the|this|all))*(?: (?:${THING}|mailing|calling))? lists?)?$`,
  ),
  /^(?:take|get) (?:(?:me|us) )?off(?: of)?(?: (?:the|your|this))? lists?$|^(?:get|scratch|cross) (?:me|us) off (?:of )?(?:this|here|your list)$/,
  /^(?:just )?let (?:me|us) be$/,
  /^(?:just )?(?:go away|get lost|buzz off|piss off|f off|fuck off|bugger off|shut up|knock it off|cut it out|give it a rest|enough already|no more of (?:this|these|that|it)|allez vous en|va te en|decrisse[sz]?)$/,
];
/** Their typing is off by one letter, and no other word is as near. */
export const MISTYPED = ['remove', 'unsubscribe', 'retirez', 'enlevez', 'supprimez', 'arretez', 'desabonnez'] as const;
/** These are words of their own. */
export const NOT_MISTYPED: ReadonlySet<string> = new Set(
  'remote removed remover removes remodel retired retires retire retirer enleves enlever enleve supprimes supprimer supprime arretes arreter arrete desabonner desabonne desabonnes unsubscribed unsubscriber unsubscribes'.split(
    ' ',
  ),
);
