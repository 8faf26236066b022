/*
 * Whether a text calls an appointment off or asks for another time, or has only the words of it: denies it, asks about it, supposes it, or tells
 * of what somebody else has done.
 */
import { CANCELLED, MOVED, RESCHEDULE, THEY_COME } from './appointment-words.js';
import { asks, sentencesOf, wordsOf } from './sentences.js';
import { spelled } from './spelling.js';

/** A sentence with its commas as words, and its courtesies, which part what is denied from what is asked for: "I can't, please cancel". */
const claused = (sentence: string): string =>
  spelled(sentence)
    .replace(/\bsil[ -](?:vous|te)[ -]plait\b/g, 'svp')
    .replace(/[,:()–—.!?;…\n\r]+|\s-+\s/g, ' , ')
    .replace(/[^\p{L}\p{N},]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();

const NEGATIONS =
  '(?:dont|do not|doesnt|does not|didnt|did not|never|not|wont|will not|wouldnt|would not|cant|cannot|couldnt|could not|havent|have not|hasnt|has not|hadnt|isnt|is not|wasnt|arent|werent|aint|without|no need|instead of|rather than|nobody|no one|nothing|no longer|stop|quit)';
const BETWEEN_THEM =
  '(?:want|wish|need|have|had|going|gonna|planning|plan|intend|intending|trying|meaning|to|you|me|it|us|be|been|being|is|was|get|ever|even|really|actually|yet|already|just|my|the|our|appointment|appt|visit|anything|able|allowed|mean|meant|ask|asked|say|said|that|i|id|would|on|by)';
const PAST = '(?:ed|led|ing|ling)';
/** Whoever else does it, or did. */
const OTHERS =
  '(?:you|u|they|he|she|who|whoever|someone|somebody|clinic|office|doctor|dr|therapist|receptionist|desk|system|app|reminder|website|text|message|email|boss|school|work|airline|insurance)';

/** The verb that is denied, asked about or supposed; of these words nothing is called off or moved. */
const unsaid = (verb: string, noun: string): RegExp =>
  new RegExp(
    [
      // Denied.
      `\\b${NEGATIONS}(?: ${BETWEEN_THEM})* ${verb}`,
      `\\bun ${verb}|\\bcancel (?:my|the|that) ${noun}`,
      `\\bno ${noun}|\\blists? (?:of|for) (?:\\w+ )?${noun}`,
      // Done by others, or done already.
      `\\b${OTHERS}(?: (?:guys|has|have|had|just|already|all|also|keep|keeps|kept|always|said|says|was|were|is|are|been|being|got|it))* ${verb}(?<=${PAST}|s)\\b`,
      `\\b(?:is|was|are|were|been|got|gets|its)(?: (?:it|this|that|my|the|our|his|her|everything|appointment|appt|visit|session|booking|still|really|now|just|already|being|been|(?:going|gonna|supposed)(?: to)? be))* ${verb}(?<=ed)\\b`,
      `\\bit says(?: \\w+)? ${verb}|\\bwas (?:going|about|thinking)(?: \\w+){0,3} ${verb}`,
      // Asked about.
      `\\b(?:why|who|when|where)\\b(?: \\w+){0,5} ${verb}`,
      `(?<!\\bhow )\\b(?:(?:did|do|does|has|had|are|were|was|is) (?:you|u|they|he|she|it|we|i|this|that|(?:my|the|your|our) \\w+)|have (?:you|u|they|we|i))(?: (?:guys|just|already|ever|have|need|want|to|been|all|being|really))* ${verb}`,
      `\\b(?:any|if there|is there|are there|there is|theres|there are|last minute|got|have|for)(?: \\w+){0,2} ${noun}`,
      // Supposed.
      `\\b(?:if|whether|unless|in case|when)(?: (?:i|we|you|they|he|she|it|some ?one|somebody|any ?one|anybody|people|one|had|need|want|have|were|do|decide|just|ever|to|is|gets?|are|be|not|something))* ${verb}`,
      `\\b(?:should|shall|must) (?:i|we|he|she|they)(?: (?:just|have|to|really|then))* ${verb}`,
      `\\b(?:can|could|may) (?:i|we) (?:still|ever|even|always) ${verb}`,
    ].join('|'),
    'g',
  );

const PAS = '(?:pas|jamais|rien|sans|aucune?|plutot que|au lieu de|nullement)';
const BETWEEN_PAS =
  '(?:que|vous|le|la|les|de|du|ete|encore|a|faire|ce|soit|est|avons|avez|ai|tout|tous|nous|me|besoin|veux|vais|voulu|voulais|demande|mon|votre)';
/** The same in French; of "pas annulez" the comma is missing, and it is demanded. */
const nonDit = (infinitive: string, stem: string): RegExp =>
  new RegExp(
    [
      `\\b${stem} (?:pas|jamais|rien|plus(?! (?:tot|tard|vite))|aucune?)\\b`,
      `\\b${PAS}(?: ${BETWEEN_PAS})* (?!${stem}(?<=ez)\\b)${stem}\\b`,
      `\\b(?:ne|n) ${stem} `,
      `\\b(?:pourquoi|qui|quand|si(?! (?:possible|(?:ce|il) est possible|vous pou|tu peux))|sil(?! est possible))\\b(?: \\w+){0,5} ${stem}\\b`,
      `\\b(?:ai|avez|aviez|allez|as|ont|a|avons) (?:je|vous|tu|t il|t elle|t on|ils|nous)(?: (?:bien|deja|vraiment|ete|le|la|les|encore))* ${stem}\\b`,
      `\\b(?:vous|tu|ils?|elles?) (?:ne |me |nous |le |la |les )*(?:avez|aviez|as|a|ont|avait)(?: (?:bien|deja|encore|ete))* ${stem}\\b`,
      `\\b(?:dois|devrais|devons|doit|faut) (?:je|on|il|nous)(?: \\w+)? ${infinitive}\\b|\\best ce que (?:je|on|nous) (?:dois|doit|devons|devrais)(?: le| la)? ${infinitive}\\b`,
      `\\b(?:est|etait|sera|serait|ete)(?: (?:ce|il|elle|que|ca|bien|vraiment|deja|encore|toujours|est|mon|le|notre|rdv|rendez|vous|rencontre|seance|a|ete))* ${stem}(?<=e|es|ee|ees)\\b`,
      `\\b(?:systeme|message|texto|site|courriel|on me|on nous)(?: me)? (?:dit|indique)(?: \\w+){0,3} ${stem}\\b`,
      `\\b(?:y a|avez vous|avoir|si|en cas de|des|liste (?:de|pour))(?: (?:t il|une?|des|de|le|les))* annulations?\\b`,
    ].join('|'),
    'g',
  );

const CANCEL = 'cancel(?!(?:l?ations?)? (?:fee|charge|polic|notice|list|window|cost)s?)\\w*';
const CANCELLATION = 'cancell?ations?\\b';
const NO_CANCELLATION = [unsaid(CANCEL, CANCELLATION), nonDit('annuler', 'annul\\w*')];

const RESCHEDULING = '(?:reschedul\\w*|(?:chang|mov)\\w*(?= (?:the|my|our|it)\\b))';
const NO_MOVE = [
  unsaid(RESCHEDULING, '(?:reschedul\\w+|changes?)\\b'),
  nonDit('(?:reporter|deplacer|changer|replanifier)', '(?:report|deplac|chang|replanifi)(?:er|ez|e|ee|ees|es)'),
];

/** A question that demands. */
const demanded = (verb: string): RegExp =>
  new RegExp(
    [
      `\\b(?:can|could|would|will|may|might) (?:you|u|we|i|someone|somebody)(?: (?:please|just|also|kindly|pls|plz|possibly|maybe|help me|have|get|it|my|the|appointment))* ${verb}(?! (?:for free|free|without|later|within|after|before|any ?time|up to|the day|with)\\b)`,
      `\\bhow (?:do|can|could|would|to)(?: (?:i|we|you))?(?: \\w+)? ${verb}|\\bcomment(?: (?:je|on|puis je|peut on|faire pour))*(?: \\w+)? ${verb}`,
      `\\b(?:want|need|like|have|must|wish|hoping|trying|possible|okay|ok|mind)(?: to| if i)? ${verb}|\\b(?:im|i am|we are|were) ${verb}`,
      `^(?:(?:hi|hello|hey|please|pls|so|and|ok|,|svp|bonjour) )*${verb} (?:it|this|that|my|the|our|for|on|mon|ma|le|la|notre|demain|tomorrow|today|\\w+day)\\b`,
      `\\b(?:pouvez|pourriez|voulez|peux|pourrais|veux) (?:vous|tu)(?: \\w+)? ${verb}|\\b(?:puis|pourrais|peux) je(?: \\w+)? ${verb}|\\bpeut on(?: \\w+)? ${verb}|\\b(?:je|on|nous|vous) (?:peux|peut|pourrais|pouvez|veux|voudrais|dois|aimerais)(?: \\w+)? ${verb}`,
      `\\b(?:possible|faut|faudrait)(?: (?:de|que|je|le|la|du|il|y))* ${verb}|\\b(?:je|on) ${verb} , \\w`,
    ].join('|'),
  );
const CANCEL_DEMANDED = demanded('(?:cancel|annul)\\w*');

/** What is left of a sentence that neither denies it nor asks whether it is so. */
const leftOf = (sentence: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((said, pattern) => said.replace(pattern, ' , '), claused(sentence));

/** Whether they are not coming, by the word for it. */
export const callsOff = (told: string): boolean =>
  sentencesOf(told).some((sentence) => {
    const said = leftOf(sentence, NO_CANCELLATION);
    return CANCELLED.test(said) && (!asks(sentence) || CANCEL_DEMANDED.test(said));
  });

/** Whether the word for it is there, and is not merely denied: asked about, it may be meant all the same. */
export const speaksOfCancelling = (told: string): boolean => CANCELLED.test(claused(told)) && !deniesCancelling(told);

const DENIED = new RegExp(`\\b${NEGATIONS}(?: ${BETWEEN_THEM})* ${CANCEL}`, 'g');
const DENIED_IN_FRENCH = new RegExp(
  `\\bannul\\w* (?:pas|jamais|rien)\\b|\\b${PAS}(?: ${BETWEEN_PAS})* (?!annulez\\b)annul\\w*|\\b(?:arret|cess)\\w* de (?:me )?annuler\\b`,
  'g',
);
/** "I don't want to cancel but I have to": denied, and owned. */
const OWNED =
  /\b(?:but|mais)(?: ,)? (?:(?:i|we|je|on|nous)(?: (?:really|just|vais|ne))* (?:have to|had to|must|need to|got to|gotta|dois|doit|devons|devoir|ai pas le choix)|il (?:le )?faut)(?: (?:cancel|annuler|le faire|do (?:it|so)))?(?=$| ,)/;
const deniesCancelling = (told: string): boolean => {
  const said = claused(told);
  if (OWNED.test(withoutCourtesies(said))) return false;
  const rest = said.replace(DENIED, ' , ').replace(DENIED_IN_FRENCH, ' , ');
  return rest !== said && !CANCELLED.test(rest);
};

/** Whether another time is asked for; a word for it alone always is. */
export const wishesToMove = (told: string, core: string): boolean => {
  if (!RESCHEDULE.test(core)) return false;
  if (!MOVED.test(core) || /^(?:r|reschedule|reporter|deplacer)$/.test(core)) return true;
  return sentencesOf(told).some((sentence) => RESCHEDULE.test(leftOf(sentence, NO_MOVE)));
};

const NOT_OFF =
  '(?:(?:i am|im|we are|were) not cancell?ing|(?:i |we )?(?:wont|will not|am not going to|are not going to|dont|do not) cancel|(?:je|on|nous) (?:ne )?annul(?:e|erai|era|ons|erons) pas|je ne vais pas annuler)';
/** "I'm not cancelling, I'll be there": nothing more, and so surely a yes. */
const COMES_ALL_THE_SAME = new RegExp(
  `^(?:no , |no |non , |non )?${NOT_OFF}(?: (?:it|this|my appointment|my visit|mon rendez vous|mon rdv))? , (?:(?:and|et) )?${THEY_COME}$`,
);
export const comesAllTheSame = (told: string): boolean => !asks(told) && COMES_ALL_THE_SAME.test(withoutCourtesies(claused(told)));
const withoutCourtesies = (said: string): string =>
  wordsOf(said)
    .join(' ')
    .replace(/,(?: ,)+/g, ',')
    .replace(/^[ ,]+|[ ,]+$/g, '');
