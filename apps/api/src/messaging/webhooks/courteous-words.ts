/*
 * Politeness, in both languages, as `plain` leaves a text: lower case, without accents, apostrophes and punctuation, and with what French elides
 * written out.
 */
import { MERELY } from './appointment-words.js';
import { set } from './word-set.js';

/** Politeness and hurry, which change nothing of what is asked. */
export const COURTESIES = set(`please pls plz plse kindly thanks thx tks ty thankyou hi hello hey dear sir madam sorry just now
  immediately svp stp sil plait merci bonjour bonsoir salut allo beaucoup maintenant immediatement desole desolee`);
export const COURTEOUS_PHRASES =
  /\b(?:thank you(?: (?:very|so) much)?|right (?:now|away)|at once|sil (?:vous|te) plait|s il (?:vous|te) plait|tout de suite|(?:merci|thanks) (?:bien|beaucoup|a lot))\b/g;

const WEEKDAY =
  '(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)';
const PART = '(?:day|morning|afternoon|evening|night|weekend|week|one|holidays?)';
const GOOD = '(?:good|great|nice|lovely|wonderful|fantastic|awesome|amazing|beautiful|pleasant|happy|safe)';
const PARTIE =
  '(?:journee|soiree|nuit|matinee|apres midi|semaine|weekend|week end|fin de (?:semaine|journee|soiree)|continuation|conge|vacances)';
const OF_OURS = '(?:quick |kind |prompt )?(?:reminder|reply|answer|response|message|text|help|info|information)';

const THANKS = [
  `(?:(?:many|much|big) )?(?:thanks|thanx|thank you|thank u|thankyou|thx|thnx|tnx|tks|ty|tysm|tyvm|cheers)(?: (?:so|very|ever so) much| a (?:lot|bunch|million|ton)| again| kindly| loads| all)*(?: for (?:the|your) ${OF_OURS}| for (?:letting me know|replying|answering))?`,
  '(?:much |very much |greatly )?appreciated|(?:i )?(?:really )?appreciate it',
  'you ?re (?:very )?welcome|de rien|bienvenue',
  '(?:mille |grand |un grand )?mercis?(?: (?:bien|beaucoup|infiniment|enormement|encore|mille fois|a vous|a toi|de avance))*(?: (?:pour|de) (?:le|la|votre) (?:rappel|reponse|message|texto|aide|info|information))?',
];
const LEAVING = [
  `(?:see|catch|c) (?:you|ya|u)(?: all| again)?(?: (?:soon|later|around|tomorrow|today|tonight|next (?:week|time|${WEEKDAY})|(?:on |this )?${WEEKDAY}|in the (?:morning|afternoon|evening)|morning|afternoon|evening|then|there))*|cya`,
  `good ?bye|bye(?: for now)?|take care|ttyl|talk soon|(?:until|till) (?:then|tomorrow|${WEEKDAY})`,
  `(?:(?:you )?have|enjoy) (?:a|an|the|your)(?: (?:very|really))?(?: ${GOOD})?(?: rest of (?:your|the))? ${PART}|${GOOD} (?:day|night|weekend)`,
  '(?:you|u|same to you|and you) too|same to you|likewise|(?:a )?(?:vous|toi) (?:aussi|de meme|pareillement)|pareillement|egalement',
  '(?:best|kind|warm) (?:regards|wishes)|regards|sincerely|cordialement|salutations|bien a vous',
  `a (?:demain|bientot|tantot|plus(?: tard)?|tout a le heure|la prochaine|ce soir|la semaine prochaine|${WEEKDAY}(?: prochain| matin| soir)?)|au revoir|on se voit (?:demain|bientot|${WEEKDAY})`,
  `(?:bon|bonne|belle|(?:passez )?une? (?:tres )?(?:bon|bonne|belle|excellente)) ${PARTIE}(?: a (?:vous|toi|tous))?(?: aussi)?`,
  '(?:happy|merry) (?:holidays|new year|christmas|easter|thanksgiving)|joyeu(?:x|ses) (?:noel|fetes|paques)|bonne annee',
];
const GREETING = '(?:hi|hello|hey)(?: there)?|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut|allo|bon matin';
const BESIDE = `dear|sir|madam|everyone|doctor|docteur|dr|madame|monsieur|and|et|${MERELY}`;
const SAYS = [...THANKS, ...LEAVING].join('|');
/** Thanks or a farewell, and nothing else but a greeting or a mere "ok" beside it. */
const FAREWELL = new RegExp(`^(?=.*\\b(?:${SAYS})(?: |$))(?:(?:${SAYS}|${GREETING}|${BESIDE})(?: |$))+$`);
/** Nobody says so little in more; and so few words can be taken apart in few ways. */
const LONGEST = 100;

/** Whoever says goodbye to everybody may not mean until the next appointment: somebody reads it. */
const TO_EVERYBODY = /^(?=.*\b(?:good ?bye|bye|take care|au revoir)\b).*\b(?:all|everyone|everybody|tous|toutes)\b/;

export const isFarewell = (said: string): boolean => said.length <= LONGEST && FAREWELL.test(said) && !TO_EVERYBODY.test(said);
