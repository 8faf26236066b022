/*
 * What patients text back who want our texts again, in both languages, as `plain` and `clausesOf` leave it. An opt-in has to be plainer than an
 * opt-out, since it lets us write to somebody who said stop.
 */
import { BY_OTHER_WAYS, END, LIST, MAIL, THING } from './text-parts.js';
import { set } from './word-set.js';

export const START_WORDS = set(`start unstop restart resume subscribe resubscribe optin commencer commencez recommencer recommencez
  reprendre reprenez debut debuter demarrer abonner seabonner reabonner reabonnez`);

/** The word itself with what adds nothing: "ok start", "START again", "unstop me"; "start Monday" says something else. */
const WORD =
  '(?:start|unstop|restart|resume|subscribe|resubscribe|opt ?(?:me )?(?:back )?in|unblock me|commencez|recommencez?|reprenez|abonnez moi|reabonnez moi)';
const YES_BESIDE = '(?:(?:c|y|k|ok|okay|yes|yeah|yep|oui|ouais|daccord|i|we|you (?:can|may)|vous pouvez) )';
export const AGREED_TO_START = new RegExp(`^${YES_BESIDE}*(?:start|unstop|restart|resume|resubscribe|commencez|recommencez|reprenez)$`);
export const START_ALONE = new RegExp(
  `^${YES_BESIDE}*${WORD}(?: (?:me|us|it|them|this|these|those|again|all|texts?|messages?|sms|textos?|encore|de nouveau|a nouveau|moi|nous|and))*$`,
);
/** Beside it, what makes it something else: a negation, a day or an hour, what is started. */
export const NOT_OF_TEXTS =
  /\b(?:no|not|none|dont|do not|never|stop|end|cancel\w*|ni|pas|plus|aucune?|arret\w*|fin|\w*day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|work|am|pm)\b|\d/;

/**
 * To somebody else, to another phone, or otherwise than by text: "my reminders by e-mail", "texts to my husband", "texting my new number". What
 * they are sent for may be named: "for my next appointments".
 */
const OF_OURS = `(?:(?:next|upcoming|future|prochains?) )?(?:${LIST}|(?:text|sms|mailing|contact|appointment) ${LIST}|appointments?|appts?|visits?|sessions?|rdv|rendez vous)`;
export const TO_ANOTHER = new RegExp(
  `\\b${THING}(?: (?:back )?(?:on|again))? (?:to|for|at|pour|a) (?!(?:me|us|moi|nous|this|these|ce|nouveau|(?:(?:my|our|your|the|mes|mon|nos|notre|vos|les|le) )?${OF_OURS})\\b)\\w|\\b${BY_OTHER_WAYS}|\\b(?:by|via|par) ${MAIL}\\b|\\b(?:to|for|at|on|a|au|aux|pour|sur|chez) (?:(?:my|our|his|her|their|the|another|mon|ma|mes|notre|nos|le|la|les|un|une) (?!${OF_OURS}\\b)\\w|him\\b|her\\b|them\\b|lui\\b|eux\\b|elle\\b|\\d|number)|\\b(?:text|texting|texter|ecrire a) (?:my|our|his|her|him|them|mon|ma|mes|notre|nos)\\b`,
);

/** Of the texts, and to be had again: who signs up for Tuesday, or will start work, wants none. */
const STARTS = '(?:start|restart|resume|recommencez?|reprenez|reprendre|recommencer)';
/** Of what sort our texts are; "send my husband the reminders" is of him. */
const OUR_SORT =
  '(?:me|us|to|of|again|de|des|les|vos|mes|ces|the|my|your|all|these|those|text|sms|automatic|automated|regular|usual|daily|weekly|appointments?|appts?)';
const RECEIVED = `(?:(?:texting|messaging|texter|ecrire)(?:${END}|(?= (?:me|us|moi|nous|again|encore|de nouveau|a nouveau|(?:by|via|par) ${THING})\\b))|(?:sending|send|envoyer)(?=${END}|(?: ${OUR_SORT})* ${THING}\\b| (?:me|us|to (?:me|us)|again)${END})|(?:text|message) (?:me|us)|${THING}(?! (?:with|avec)\\b))`;
const WISHES =
  '(?:(?:i|we) (?:want|wish|need|would like|like)(?: you)? to|id like(?: you)? to|you (?:can|may)|feel free to|(?:je|nous) (?:veux|voudrais|souhaite|voulons|desire|aimerais)(?: que vous)?|vous pouvez|veuillez|de|priere de|yes|yeah|ok|okay|oui|daccord|me|again|back)';
/** More than one: who wants "the message again" did not get it, or lost it. */
const SEVERAL = '(?:texts|text messages|messages|sms|reminders|textos|rappels|notifications|notifs|alerts|alertes)';
export const START_SENTENCES = new RegExp(
  `(?:^|, |\\b(?:and|so|but|then|et|donc|alors|mais|puis) )(?:${WISHES} )*(?:` +
    [
      `${STARTS}(?: (?:to|the|my|your|les|mes|vos|a|de|des|le|envois?|me|nous))* ${RECEIVED}`,
      `(?:turn|switch) (?:back )?on(?: (?:the|my|your|all|these|text))* ${THING}\\b`,
      `(?:turn|switch) (?:(?:the|my|your|all|these|text) )*${THING} (?:back )?on\\b`,
      `opt (?:me )?(?:back )?in\\b(?! (?:to|for) (?!(?:\\w+ )?${LIST}\\b))`,
      `(?:please )?re ?subscribe\\b(?! (?:me |us )?to (?!(?:\\w+ )?${LIST}\\b))`,
      `reabonn(?:er|ez|e)\\b(?! (?:a|au|aux|a la) (?!(?:\\w+ )?${LIST}\\b))`,
      `(?:(?:i|we) (?:want|wish|need|would like)|id like)(?: to (?:receive|get|have|be sent))?(?: (?:my|your|the|these|those|all|text))* ${SEVERAL} (?:again|back)${END}`,
      `(?:you (?:can|may)|feel free to) (?:text|message|txt) (?:me|us) again${END}`,
      `(?:je|nous|on) (?:veux|voudrais|souhaite|aimerais|desire|voulons|veut) ravoir(?: (?:les|mes|nos|vos|des|ces|tous))* ${SEVERAL}${END}`,
      `(?:je|nous|on) (?:veux|voudrais|souhaite|aimerais|desire|voulons|veut) (?:recevoir|avoir)(?: (?:les|mes|nos|vos|des|ces|tous))* ${SEVERAL} (?:a|de) nouveau${END}`,
      `(?:je|nous|on) (?:veux|voudrais|souhaite|aimerais|desire|voulons|veut) (?:recevoir|avoir) (?:a|de) nouveau(?: (?:les|mes|nos|vos|des|ces|tous))* ${SEVERAL}${END}`,
      `vous pouvez (?:me |nous )?(?:texter|ecrire) (?:a|de) nouveau${END}`,
      `sign me (?:back )?up\\b(?=$| ,| again| (?:to|for) (?:\\w+ )?${LIST}\\b| to (?:get|receive)\\b)`,
    ].join('|') +
    ')' +
    // Where the keyword is a clause of its own, what is wanted may be said after it.
    `|^(?:start|unstop|resume|restart) , (?:(?:i|we|je|nous|still) )+(?:want|need|miss|veux|voulons)(?: (?:to (?:get|receive)|my|the|your|these|those|all|mes|les|vos))* ${THING}\\b`,
);
