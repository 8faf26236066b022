/*
 * What patients text back, in both languages, as `plain` leaves it: lower case, without accents, apostrophes and punctuation, and
 * with what French elides written out ("d'arrêter" is "de arreter"). Of sentences the commas are left, as words of their own.
 *
 * Opt-outs: the words of the carriers (CTIA Messaging Principles; Twilio's default keywords), those that the FCC calls
 * reasonable by themselves (47 CFR 64.1200(a)(10): stop, quit, end, revoke, opt out, cancel, unsubscribe), and "any reasonable
 * means" besides, which is what the sentences are for.
 */
import { set } from './word-set.js';

/** These are one word each, whatever they elide. */
export const GROWN_TOGETHER = /\b(d|s) ?'? ?(?=accord\b|ils?\b)/g;
export const ELIDED = /(?<![\p{L}\p{N}])(?:(c|d|l|m|n|s|t|qu|jusqu|lorsqu|puisqu|quelqu)' ?(?=[aeiouyhœæ]|sms)|(j)' ?(?=\p{L}))/gu;
/** Typed in a hurry, with a blank or nothing where the apostrophe was: only before these, for other words begin so in either language. */
export const ELIDED_IN_A_HURRY =
  /\b(?:([dljmnst]) ?(?=arret|annul|enlev|effac|hopita|hospita|heure|envo[iy]|avis(?:e|er|ez)\b|avert|achal|alert|abonn|inscri|autre|aimer|exig|appel|attend|empech|urgen|oubli|import|sms\b)|([jmnst]) ?(?=ecri[rstv]|text(?:er|ez)\b)|(j) ?(?=ai\b|y\b|irai\b|peux\b|serai\b|vais\b|veux\b|viens\b|viendrai\b)|(n) ?(?=y\b|ai\b|irai\b)|(c) ?(?=est\b|etait\b)|(d) ?(?=me\b))/g;

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
  'all it this that these those them everything tout tous toute ca cela me moi again already deja texting texto textos texts text txt txts sms messages',
);

/** "Ok stop" is still an opt-out; what the yes is for, somebody reads. */
export const AGREEMENTS = set('c y k ok okay yes yeah yep oui ouais daccord');

export const HELP_WORDS = set('help info aide');

/** Ways to begin a demand; of "merci d'arrêter" the thanks are gone. */
export const LEAD_INS =
  /^(?:(?:i|we) (?:want|wish|need|would like|like)(?: you)?(?: to)?|id like(?: you)? to|(?:can|could|would|will) you|(?:je|nous) (?:veux|voudrais|souhaite|voulons|desire|aimerais|exige|demande|prefere)(?: que(?: vous)?| de| le)?|je vous (?:prie|demande) de|(?:priere )?de|pouvez vous|veuillez|you (?:must|need to|have to)) /;

/** The same as a demand of whoever reads it: "I want to stop" may be about pills. */
export const DEMANDS =
  /^(?:(?:je|nous) (?:exige|demande)(?: que(?: vous)?| de)?(?: le)?|(?:can|could|would|will) you|pouvez vous|veuillez|je vous (?:prie|demande) de|(?:priere )?de|you (?:must|need to|have to)) /;

export const THING =
  '(?:texts?|txts?|textos?|messages?|msgs?|sms|reminders?|rappels?|notifications?|alertes?|alerts?|spam|communications?)';
const MAIL = '(?:e ?mails?|mails?|courriels?|calls?|appels?)';
/** Sent by other ways than texts, or once. */
const OTHER_THINGS = `(?:${MAIL}|letters?|lettres?|bills?|invoices?|factures?|receipts?|recus?|forms?|formulaires?|prescriptions?|ordonnances?|results?|resultats?|reports?|rapports?|papers?|papiers?|documents?)`;
/** A word before them in the same breath: "stop texting and email me" and "don't text me, call" are of no mail and no call. */
const BEFORE_A_NOUN = '(?:(?!(?:and|or|but|nor|then|so|because|please|i|to|et|ou|ni|mais)\\b)\\w+ )';
const AS_A_NOUN = '(?! (?:me|us|him|her|them|instead|only)\\b)';
const OF_OTHER_THINGS = `(?! ${BEFORE_A_NOUN}{0,2}${OTHER_THINGS}\\b${AS_A_NOUN}(?! (?:and|or|nor|et|ou|ni) (?:\\w+ )?${THING}\\b))`;
/** What is texted for once: "don't text me the address". Our texts are none of it, nor is a time, a manner, or a sentence of its own. */
const OBJECT_ENDS = '(?=$| (?:,|i|we|it|they|because|when|again|at|by|to)\\b| ,)';
const NOT_THE_ADDRESS =
  `(?! (?:the|that|those|a|an|my|your|his|her|their|our|another)(?!.* (?:any ?more|ever)\\b)(?! (?:\\w+ ){0,2}(?:${THING}|stuff|crap|junk|shit|garbage|nonsense|things?|appointments?|appts?)\\b)` +
  `(?! (?:\\w+ )?(?:late|early|often|much|many|lot|times?|ways?|days?|nights?|mornings?|evenings?|afternoons?|weeks?|weekends?|months?|hours?|minutes?)\\b)` +
  `(?: (?!(?:i|we|you|it|they|he|she|is|isnt|are|arent|was|were|has|have|had|does|doesnt|do|dont|did|will|wont|can|cant|needs?|lives?|uses?|got|just)\\b)\\w+){1,4}?${OBJECT_ENDS})` +
  `(?! (?:directions|photos?|pictures?|pics?|links?|codes?|passwords?|addresses|videos?)${OBJECT_ENDS})`;
const PAS_LA_ADRESSE = `(?! (?:le|la|les|mon|ma|mes|une?|des|son|sa|ses) (?!(?:\\w+ ){0,2}${THING}\\b)(?!(?:rdv|rendez|visites?|matins?|soirs?|soirees?|jours?|journees?|veille|nuits?|semaines?|fins?|week\\w*|midis?|apres|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?)\\b)\\w+)`;
/** "Don't send me to voicemail": somebody is sent, not a text. */
const NOBODY_SENT =
  '(?! send (?:me|us) (?:to (?!this\\b)|(?:home|away|back|there|here|off|elsewhere|somewhere|upstairs|downstairs|into|alone|without)\\b))';
/** Links that somebody complains of; whose they are not is another matter. */
const NOT_OF_LINKS = `(?! ${BEFORE_A_NOUN}{0,3}(?:links?|liens?)\\b(?!.*\\b(?:not (?:mine|for me|my)|wrong|pas (?:le mien|pour moi|a moi)|mauvais)\\b))`;
/** "Reminders by e-mail" are none of ours; those by e-mail or text are. */
const BY_OTHER_WAYS = `(?:(?:by|via|through|par) (?:\\w+ )?(?:${MAIL}|post|poste|voice)|(?:to|in|on|at|dans|sur|a) (?:my|mon|ma) (?:\\w+ )?(?:${MAIL}|inbox))\\b(?! (?:and|or|nor|et|ou|ni) (?:by |via |par )?${THING}\\b)`;
/** As a noun: in "text me" it is what we are to do. */
const MESSAGES = `${THING}\\b(?! (?:(?:me|us|him|her|them|moi|nous)\\b|${BY_OTHER_WAYS}))`;
/** Where what is said so far ends. */
export const END = '(?=$| ,)';
/** What the verb is of does not reach beyond these, or is of something else: "stop taking ibuprofen text me". */
const NOT_BETWEEN = `(?:and|or|then|but|so(?! many)|because|if|when|until|till|before|after|while|about|for|from|in|on|at|by|to|i|et|ou|puis|mais|donc|quand|si|avant|apres|pour|par|chez|e|${MAIL}|(?:appointments?|appts?|visits?|bookings?|sessions?|rdv|rendez)(?! ${THING})|taking|doing|wearing|using|working|smoking|drinking|eating|prendre|faire|porter|miss|lose|manquer|rater|perdre)`;
/** Up to three words of what it is of; none names the appointment: "cancel my visit and text me" is no opt-out. */
const BETWEEN = `(?: (?!${NOT_BETWEEN}\\b)\\w+){0,3}`;
/** The list, or whatever else texts are sent by. */
export const LIST = `(?:${THING}|lists?(?! de attente)|listes?(?! de attente)|texting|messaging|system|systeme|service|program|programme|programs?|database|files?|records?|registre|base|envois?|fichiers?|contacts?)`;

/** "I don't need the text, I know my time": that one is not needed, and no wish is told of the others. */
const NOT_ONE_OF_THEM =
  '(?!need (?:the|this|that|an?|your|another) (?:\\w+ )?(?:text|txt|message|msg|reminder|notification|alert|sms)\\b(?! (?:texts|messages|reminders|alerts|notifications)\\b)(?!.* (?:any ?more|again|ever|every|each|all)\\b))';
const STOP = `\\b(?<!\\b(?:the|a|an|bus|first|last|next) )(?:stop|quit|end|cease|halt|discontinue|stopper|stoppez|arret(?! (?:de |du )?(?:bus|autobus|metro|travail|maladie)\\b)|arreter|arretez|arretiez|arrete|cesser|cessez|cessiez)\\b(?: and desist)?(?! (?:by|in|at|over|off|of)\\b)`;
const FRENCH_FILL = '(?: (?:de|d|a|tout|toujours|constamment|immediatement|le|la|les|en|svp))*';
/** Who and what belongs to a clinic: whoever unsubscribes from it means its texts. */
const OURS = `(?:${LIST}|clini\\w+|office|bureau)`;
/** Nobody who is told about: "stop writing to my employer" is about more than texts; a phone at work is one. */
const NOT_TO_OTHERS =
  '(?! (?:(?:to|with) )?(?:my|his|her|our|the) (?:family )?(?:doctor|gp|physician|employer|insurance|insurer|lawyer|boss|school|pharmacy|pharmacist|bank)\\b(?! (?:phone|number|cell|line)))';
const NOT_OF_PAPERS = `(?! ${BEFORE_A_NOUN}?(?:${OTHER_THINGS}|notes?)\\b${AS_A_NOUN})`;
/** What is sent otherwise than by text: papers, people and goods. Of anything else that we send it is of texts. */
const BODILY =
  '(?:home|alone|(?:my|our|his|her|the|mon|ma|mes|notre|nos) (?:\\w+ )?(?:sons?|daughters?|kids?|child|children|baby|husband|wife|mother|mom|mum|father|dad|patients?|fils|filles?|enfants?|mari|femme|mere|pere)|nurses?|therapists?|students?|people|someone|somebody|taxis?|drivers?|ambulances?|pills|meds|medications?|samples|supplies|packages|parcels|flowers|money|payments?|cheques?|infirmiere?s?|medicaments?|colis)';
const SENT = `${OF_OTHER_THINGS}${NOT_OF_LINKS}(?! you\\b| ${BEFORE_A_NOUN}{0,2}${BODILY}\\b)`;
const SENT_IN_FRENCH = `(?:${END}|(?= (?:ca|cela|ceci|rien|tout|vos|ces|cette|ce|quoi|a (?:ce|mon) (?:\\w+ )?(?:numero|cell\\w*|telephone|tel))\\b)${OF_OTHER_THINGS}|(?=${BETWEEN} ${MESSAGES}))`;
/** Said along with texts: "stop calling, emailing and texting". A comma alone parts them: "stop calling, texting is fine". */
const along = (verbs: string, last: string) =>
  `(?:(?: ${verbs}(?: (?:me|us))?(?: ,)?)+ (?:and|or|nor)(?: or)*|(?: ${verbs} ,)+(?= ${last}(?: ,)? (?:and|or|nor)\\b))?`;
const TEXTING = '(?:texting|textings|txting|messaging|contacting)';
const CALLING = `(?:calling|phoning|ringing|e ?mailing|mailing|writing|${TEXTING})`;
const ALONG_TEXTING = along(CALLING, TEXTING);
const TO_TEXT = '(?:text|txt|sms|message|msg|contact)';
const TO_CALL = `(?:call|phone|ring|e ?mail|mail|${TO_TEXT})`;
const ALONG_TO_TEXT = along(TO_CALL, TO_TEXT);
const ANNOYING = '(?:reminding|notifying|alerting|spamming|pinging|bugging|bothering|pestering|harassing)';
const REMIND = '(?:rappeler|relancer|notifier|aviser|avertir|alerter|achaler|deranger|harceler|spammer|importuner)';
const HERE_OR_YOU = `(?:your|you|this|these|those|here|all|any|every\\w*|them|it|(?:\\w+ ){0,2}${LIST})`;
/** Somebody whose habit it is, or who no longer gets any: "you don't text me anymore" is no opt-out. */
const OF_NOBODY_ELSE = '(?<!\\b(?:i|they|we|he|she|it|who|(?<!\\b(?:told|tell|asked|ask|telling|asking|said) )you) )';
const NOT_THEY = '(?<!\\b(?:je|tu|(?<!\\b(?:pouvez|pourriez|voulez) )vous|on|ils?|elles?|qui|nous) )';

const OPT_OUT = '(?:(?:un|de)sub\\w*|opt(?:ed|ing)? ?out|desabonn\\w*|desinscri\\w*)';
const OPTED_OUT = '(?:(?:un|de)subscribed|opted ?out|desabonnee?s?|desinscrite?s?)';
/** "Don't stop texting me": whoever says so wants the opposite. Somebody reads it. */
export const NOT_STOP = new RegExp(
  [
    // Of an opt-out that was none, that was a slip, or that is to be undone.
    `\\b(?:didnt|did not|havent|have not|hadnt|never|wasnt|was not)(?: (?:mean|meant|want|wanted|wish|ask|asked|try|intend|to|be|been|get|got|really|even|ever|actually)){0,5} ${OPT_OUT}`,
    `\\b(?:am|im|are|is|we re) not (?:${OPTED_OUT}|unsubscribing|opting out)|\\b(?:pas|jamais)(?: (?:ete|voulu|demande|de|a|me|etre)){0,4} ${OPTED_OUT}`,
    `\\b(?:undo|reverse|cancel|take back|annul\\w*) (?:my|the|mon|ma|le|la) ${OPT_OUT}`,
    `\\b(?:says?|said|told|think|thought|am|was|did|have|got|been)(?: (?:that|i|you|me|we|was|were|have|had|been|im))* ${OPTED_OUT}`,
    `\\b${OPT_OUT}(?: \\w+){0,4}? (?:by (?:mistake|accident)|accidentally|mistakenly|somehow|par erreur|resub\\w*|add (?:me|us) back|mais (?:je|nous) (?:ve?ux|voulons|voudrais|aimerais))\\b`,
    '\\b(?:stop|arret)(?: \\w+){0,3}? (?:(?:was|by|is)(?: an?| my)? (?:mistake|accident|error|slip)|par erreur)\\b',
    `(?<!\\bwhy )\\b(?:dont|do not|never|not to|ne pas|ne jamais)(?: (?:want|you|ever|me))*(?: to)? (?:stop|quit|end|cease|unsubscribe|opt out|remove|delete|erase|lose|forget|take (?:me|my \\w+) off|leave me alone|arreter|cesser|desabonner|cancel(?= (?:\\w+ )?${THING})|(?:turn|switch) (?:the |my |your )?(?:${THING} )?off)\\b`,
    '\\b(?:arret|cess|desabonn|annul|enlev|retir|supprim|effac)\\w*(?: moi)? (?:pas|jamais)\\b',
    '\\b(?:not|didnt|never) (?:say|ask|tell|said|asked|told)(?: you)?(?: to)? stop\\b|\\bpas (?:dit|demande)(?: de)? (?:arreter|cesser)\\b',
    '\\bpas (?:que vous )?(?:arreter|arretiez|me desabonner|cesser|cessiez|me (?:enlever|retirer|supprimer|effacer))\\b',
  ].join('|'),
  'g',
);
/** For the moment: as it stands before courtesies are taken away, for "now" is one beside a stop. */
export const NOT_NOW = new RegExp(
  [
    '\\b(?:dont|do not|cant|cannot)(?: please)? (?:text|txt|message|msg|sms|contact|write|send)(?: to)?(?: (?:me|us))?(?: please)? (?:(?:(?:right|just|for) now|at the moment|yet|this (?:minute|second|moment))\\b(?! (?:or|nor|and|on)\\b)|now(?=$| ,| (?:im|i am|we are) (?:\\w+ing|busy|at|in|on|asleep)\\b))',
    '\\b(?:ne )?(?:(?:me|nous) )?(?:textez|texte|ecrivez|ecris|contactez|contacte)(?: (?:moi|nous))? pas (?:maintenant|tout de suite|en ce moment|pour le (?:instant|moment)|encore)\\b',
  ].join('|'),
  'g',
);
const STOPPING =
  '(?:stop|stopped|quit|end|cease|halt|discontinue|cancel|unsub\\w*|opt(?:ed)? ?out|remove|delete|turn(?:ed)? off|arret\\w*|cess\\w*|annul\\w*|desabonn\\w*|me desabonn\\w*|me desinscri\\w*)';
/** What would be, or has been: "should I stop the messages", "what if I unsubscribe", "why did you stop", "unsubscribed by mistake". */
export const SUPPOSED = new RegExp(
  [
    `\\b(?:if|whether|once|in case|unless|when|before|after|should|shall|must|(?<!how )do|did|have|had|si|quand|apres que|avant que) (?:i|we|he|she|they|je|on|nous)(?: (?:just|ever|already|really|can|could|have to|need to|want to|were to|decide to|been|got))* ${STOPPING}\\b`,
    `\\b(?:did|does|have|had|(?<!when )do) (?:you|it|he|she)(?: (?:just|ever|already|all))* ${STOPPING}\\b`,
    '\\b(?:avez|aviez|as) (?:vous|tu) (?:arrete|cesse|desabonne)\\b',
    '\\b(?:dois|devrais|faut|doit) (?:je|il|on) (?:arreter|cesser)\\b|\\best ce que je (?:dois|devrais) (?:arreter|cesser)\\b',
    '\\bje (?:arrete|cesse|vais (?:arreter|cesser)) (?:de (?:vous |te )?|d ?)(?:ecrire|texter|envoyer|contacter)\\b',
    '(?<!\\bhow (?:do|can|could) )\\b(?:ill|(?:i|he|she|they)(?: (?:will|can|cant|cannot|could|may|have to|had to))?) stop (?:texting|writing|messaging)\\b(?! (?:me|us|from)\\b)',
    '\\b(?:unsubscribed|opted out|desabonnee?|desinscrite?)(?: \\w+){0,3} (?:mistake|accident|error|erreur)\\b',
    '\\b(?:accidentally|mistakenly|par erreur)(?: \\w+){0,2} (?:unsubscribed|opted out|desabonnee?|desinscrite?)\\b',
  ].join('|'),
  'g',
);
/** A question that demands: "can you stop texting me?", "how do I opt out?". */
export const DEMANDED = new RegExp(
  [
    '\\b(?:can|could|would|will|wont|cant|why dont|why wont) (?:you|u|i|we|someone|somebody)\\b',
    '\\b(?:pouvez|pourriez|voulez) vous\\b|\\bvous (?:pouvez|pourriez|voulez)\\b|\\b(?:peux|pourrais) tu\\b|\\b(?:puis|pourrais) je\\b|\\bpeut on\\b',
    `\\b(?:to|de|comment) ${STOPPING}\\b|\\bhow (?:do|can|could|would) (?:i|we|you)\\b|\\bcomment\\b`,
    '\\brather (?:you|not)\\b|\\b(?:i|we|je|nous)(?: ne)? (?:want|would like|wish|need|dont|do not|no longer|veux|voudrais|souhaite|aimerais)\\b',
    `(?:^|, )(?:(?:hey|and|so|then|ok|et|alors|mais|but) )*(?:${STOPPING}|take|leave|arret\\w*|enlevez|retirez|supprimez|effacez)\\b`,
    '\\bveuillez\\b| (?:ok|okay|alright|understood|got it|compris|daccord)$|(?:^|, )laissez moi\\b',
    '\\b(?:dont|do not|never|no more|enough|plus de|assez de|ne (?:me|nous|plus))\\b',
  ].join('|'),
);

/** Each within one sentence, which no comma breaks off before what the verb is of. */
export const STOP_SENTENCES: readonly RegExp[] = [
  // "stop texting me", "please end these messages", "arrêtez de m'envoyer des textos"; "stop by", "end of" and the like are other verbs.
  new RegExp(
    `${STOP}(?:(?: (?:\\w+ )?${MAIL}(?: ,)?)+ (?:and|or|et|ou))?(?: (?:with|all|of|the|your|these|those|sending|me|us))*${BETWEEN} ${MESSAGES}`,
  ),
  new RegExp(`${STOP}(?:${ALONG_TEXTING}|${BETWEEN}| from) ${TEXTING}\\b${NOT_TO_OTHERS}`),
  new RegExp(`${STOP}${BETWEEN} writing\\b${NOT_TO_OTHERS}${NOT_OF_PAPERS}`),
  new RegExp(`${STOP}${BETWEEN} sending\\b${SENT}`),
  new RegExp(
    `${STOP}(?: (?:all|any|every|further|more|the|your|this|tout|toute|de|le))* contacts?\\b(?! (?:lens\\w*|sports?|info\\w*)\\b)(?! (?:with|avec) (?!me\\b|us\\b|this\\b|moi\\b|nous\\b))`,
  ),
  new RegExp(`${STOP} (?:everything|all|tout) (?:by|via|par) ${THING}\\b`),
  new RegExp(`\\b(?:how (?:do|can|could|would) (?:i|we|you)|how to) (?:stop|end|cancel|turn off) (?:these|those)${END}`),
  // "Turn off reminders", "turn the texts off", "désactivez les textos"
  new RegExp(
    `(?<!\\b(?:they|he|she|it|who|(?<!\\b(?:can|could|will|would|do|may) )(?:i|we|you)) )\\b(?:(?:turn|switch|shut) off|disable|deactivate|desactive[rz]|(?:mettez|mettre) fin (?:a|aux))(?: (?:the|your|my|all|these|those|any|of|les|vos|mes|ces|tous|tout))* (?:\\w+ )?${MESSAGES}`,
  ),
  new RegExp(`\\b(?:turn|switch|shut) (?:(?:the|your|my|all|these|those|any) )*(?:text )?${THING} off\\b`),
  new RegExp(`${STOP}${BETWEEN} sending (?:me |us )?(?:\\w+ )?${MAIL} (?:and|or) (?:\\w+ )?${MESSAGES}`),
  new RegExp(`${STOP} (?:receiving|getting)(?: (?:these|those|this|them|anything|it))?${END}`),
  new RegExp(
    `${STOP}(?<!\\b(?:i|we|he|she) stop)(?: to)? (?:text|txt|message|msg|sms|contact|send|write|spam|remind)(?: to)? (?:me|us|any|more|anymore|again|these|this|texts?|messages?)\\b${OF_OTHER_THINGS}`,
  ),
  new RegExp(
    `${STOP}${FRENCH_FILL}(?: (?:me|nous))?(?: (?:appeler|rappeler) (?:et|ou|pis)(?: de)?(?: me| nous)?)?${FRENCH_FILL} (?:(?<!\\bde )d?ecrire|ecrire|texter|contacter|communiquer(?! avec (?!moi\\b|nous\\b)))\\b${NOT_TO_OTHERS}${NOT_OF_PAPERS}`,
  ),
  new RegExp(`${STOP}${FRENCH_FILL} (?:me|nous)${FRENCH_FILL} envoyer\\b${OF_OTHER_THINGS}`),
  new RegExp(`${STOP}${FRENCH_FILL} envoyer\\b${SENT}`),
  new RegExp(`${STOP}${FRENCH_FILL} recevoir\\b${SENT_IN_FRENCH}`),
  new RegExp(`${STOP}(?: (?:de|des|les|vos|le|tout|tous|ces|cet))* envois?\\b`),
  // "Cancel these texts"; "cancel tomorrow and send me another time" is of the appointment.
  new RegExp(
    `\\b(?:cancel|annuler|annulez)(?: texting\\b|(?: (?:all|of|the|your|my|these|those|this|any|further|future|more|tous|toutes|les|vos|mes|ces|ce|le|de|envois?))* ${MESSAGES}(?! (?:appointments?|appts?|visits?|bookings?|sessions?|rdv|rendez)\\b))`,
  ),
  // "stop reminding me", "arrêtez de me rappeler": hard upon the verb, for "I must cancel, thanks for reminding me" is no opt-out.
  new RegExp(`\\b(?:stop|quit|end|cease|halt|discontinue)(?: (?:all|always|constantly|the|your|this|these|with))* ${ANNOYING}\\b`),
  new RegExp(
    `\\b(?:stop|stopper|stoppez|arreter|arretez|arretiez|arrete|cesser|cessez|cessiez)(?: (?:de|me|nous|le|la|les|toujours))* ${REMIND}\\b`,
  ),
  // "Pourquoi ne me rappelez-vous pas ?" asks for a call.
  new RegExp(`${NOT_THEY}\\bne (?:me |nous )?(?:rappelez|relancez|notifiez|avisez|avertissez|alertez|achalez|derangez) plus\\b`),
  new RegExp(`\\bne plus (?:me |nous )?${REMIND}\\b`),
  // "don't text me", "do not ever contact us", "never message me again"
  new RegExp(
    `${OF_NOBODY_ELSE}\\b(?:dont|do not|never)(?: ever)?${NOBODY_SENT}(?:${ALONG_TO_TEXT} ${TO_TEXT}|(?: ${TO_TEXT})+(?: (?:or|nor|and) ${TO_CALL})+| (?:text|sms|message|msg|contact|write|send|spam|remind))(?: to)? (?:me|us|any|more|anymore|again|these|this|texts?|messages?|anything(?: to (?:me|us|(?:this|my) (?:\\w+ )?(?:phone|number|cell)))?${END})\\b${OF_OTHER_THINGS}${NOT_THE_ADDRESS}`,
  ),
  // "Could you not text me" of nothing more; "can you not send me a link?" asks for one.
  new RegExp(
    `(?<!\\bwhy )\\b(?:can|could|would|will) you not(?: ever)?${ALONG_TO_TEXT} (?:${TO_TEXT}|write|send|spam|remind)(?: to)?(?: (?:me|us))?(?:${END}| (?:any ?more|again|constantly|every day|all (?:day|the time)|so (?:much|often|many)|(?:at|on|to) this (?:number|phone|cell))\\b${OF_OTHER_THINGS}| (?:these|this|anything|(?:(?:any|more|your|these|other) )*(?:texts|messages|reminders|sms))${END})`,
  ),
  new RegExp(`\\bno more ${TEXTING} (?:me|us)\\b`),
  new RegExp(
    `\\b(?:(?:dont|do not|never|no longer) (?:want|need|wish)|want no|(?:veux|voulons|souhaite) (?:plus|pas|pus?))(?: (?:any|more|further|de))* contacts?(?:${END}| (?:from|with|avec) (?:you|vous)\\b)`,
  ),
  new RegExp(
    `\\b(?:told|asked|tell|asking|telling) (?:you|u) not to(?: ever)?${ALONG_TO_TEXT} ${TO_TEXT}(?: (?:me|us|this)\\b|${END})${OF_OTHER_THINGS}${NOT_THE_ADDRESS}`,
  ),
  new RegExp(
    `(?<!\\b(?:i|we|they|to|he|she|dont|not|never) )\\b(?:refrain from|avoid)${ALONG_TEXTING} (?:${TEXTING}(?: (?:me|us|this)\\b|${END})|sending${BETWEEN} ${MESSAGES})`,
  ),
  new RegExp(
    `\\b(?:dont|do not|never|no longer) (?:want|wish|like) (?:(?:you|u|anyone|anybody)${along(CALLING, CALLING)} ${TEXTING}|to be${along('(?:called|phoned|emailed|contacted)', 'texted')} (?:texted|messaged))\\b${NOT_TO_OTHERS}`,
  ),
  // "These texts need to stop", "make the texts stop"
  new RegExp(`\\b${THING} (?:(?:need|have|has|got|ought) to|must|to) stop${END}|\\bmake (?:\\w+ )?${THING} stop${END}`),
  new RegExp(
    `\\b(?:(?:sick|tired) of|fed up with|(?:tanne|ecoeure|fatigue)e?s? (?:de|des))(?: (?:getting|receiving|recevoir|all|your|these|the|de|vos|ces|les))* ${MESSAGES}`,
  ),
  new RegExp(
    `\\b(?:pas|plus) besoin (?:de|des)(?: (?:recevoir|vos|ces|les|de))* (?:textos|messages|rappels|sms|notifications|alertes)\\b(?! ${BY_OTHER_WAYS}| de vaccin)`,
  ),
  // As it is said, without "ne": "textez-moi plus"; "plus tard" is later.
  new RegExp(
    `(?:^|, |\\b(?:et|mais) )(?:(?:me|nous) )?(?:textez|texte|ecrivez|ecris|contactez|contacte)(?: (?:moi|nous))? (?:(?:plus|pus?|pas|jamais)${END}|(?:plus|pus?) (?:jamais|rien|a ce numero)\\b)`,
  ),
  new RegExp(
    `(?:^|, |\\b(?:et|mais) )(?:(?:me|nous) )?(?:envoyez|envoie)(?: (?:moi|nous))? (?:plus|pus?|pas|jamais) (?:rien${END}|(?:de |des |vos )(?:\\w+ )?${MESSAGES})`,
  ),
  // "Do not call, email or text", "don't text, call me"; whose habit it is stands before it.
  new RegExp(`(?:^|, |\\b(?:and|so|but) )(?:dont|do not|never)(?: ever)?${ALONG_TO_TEXT} ${TO_TEXT}(?: (?:or|nor|and) ${TO_CALL})*${END}`),
  new RegExp(`${OF_NOBODY_ELSE}\\b(?:dont|do not|never) send${BETWEEN} ${MESSAGES}`),
  new RegExp(`\\b(?:rather|prefer)(?: to)? not(?: to)? (?:get|receive|have|be sent)${BETWEEN} ${MESSAGES}`),
  new RegExp(`\\brather (?:you|u) (?:didnt|did not|dont|not) (?:${TO_TEXT}|write)\\b(?: to)?(?: (?:me|us)\\b|${END})${NOT_THE_ADDRESS}`),
  // Another way is wanted; "I waited, no texts" is none of these.
  new RegExp(`\\b(?:prefer\\w*|rather|(?:${MAIL}) (?:only|seulement)) .*, (?:(?:and|but|mais|et) )?(?:no|pas de|aucuns?) ${THING}${END}`),
  new RegExp(
    `^(?:no|pas de|pu de|pus de)(?: (?:more|further))?(?: ${MAIL} (?:or|nor|ou|ni))? (?:texts|textos|texting|sms|text messages|reminders|rappels)${END}`,
  ),
  new RegExp(
    `\\b(?:i|we|je|nous) (?:refuse|refusons)(?: (?:de|to|recevoir|get|receive|les|vos|tous|tout|ces|all|your|the|any|these))* ${MESSAGES}`,
  ),
  new RegExp(
    `\\b(?:dont|do not|no longer|never) ${NOT_ONE_OF_THEM}(?:want|wanna|wish|need|like|care)(?: (?:to )?(?:get|getting|receive|have|see|be sent|keep \\w+|continue \\w+))?(?: (?:\\w+ )?${MAIL} (?:and|or|nor))?(?: (?:any|more|of|your|these|the))*${BETWEEN} ${MESSAGES}(?! (?:back|time|date|hour)\\b)`,
  ),
  new RegExp(
    `\\b(?:dont|do not|never|no longer) (?:want|wanna|wish|need|like) (?:you|u|anyone|anybody) (?:to )?(?:text|message|msg|contact|write|send|remind|spam)(?:ing)?(?: to)? (?:me|us|any|more|this|these|texts?|messages?)\\b${OF_OTHER_THINGS}${NOT_THE_ADDRESS}`,
  ),
  new RegExp(
    `\\b(?:no longer|dont|do not|never) (?:want|wish|need|like|care) to (?:get|receive) (?:these|those|this|them|any(?:thing)?)(?: more)?(?: any ?more| again)?${END}`,
  ),
  /\b(?:no longer|dont|do not|never) (?:want|wish|like|care) to be (?:texted|messaged|contacted|reminded|notified|alerted|spammed|bothered)\b/,
  new RegExp(
    `\\b(?:veux|voulons|souhaite|desire|voudrais) (?:plus|pas|jamais) (?:rien )?(?:en )?recevoir(?: (?:ca|cela|ceci|rien))?(?: de (?:vous|votre part))?${END}`,
  ),
  new RegExp(
    `\\b(?:dont|do not|not|never|no longer) (?:interested in|consent to|agree to|give (?:you )?(?:my )?(?:consent|permission) to) (?:(?:receiv|get)\\w* )?(?:(?:\\w+ ){0,2}${MESSAGES}|text(?:ing)? me|being (?:texted|contacted)|be (?:texted|contacted))`,
  ),
  // It is wished or asked for; "je ne peux pas être contacté au travail" is not.
  new RegExp(
    `(?:\\b(?:veux|voulons|souhaite|souhaitons|desire|voudrais|aimerais|prefere|demande|exige)(?: (?:a|de))?(?: ne)?|(?:^|, )(?:(?:je vous )?(?:prie|demande|priere) )?(?:de )?ne) (?:plus|pas|jamais) etre (?:texte|contacte|notifie|avise|averti|alerte|derange|achale|relance)e?s?\\b(?! ${BY_OTHER_WAYS})`,
  ),
  // "No more texts"; of whoever gets none any more it is no wish.
  new RegExp(
    `(?<!\\b(?:get|got|getting|received?|have|had|see|are|were|recois|recoit|recevons|recevez?|ai|a|avons|avez|recu|eu|envoyez|envoie) )\\b(?:no more|plus de|pus? de|plus aucun) (?:(?!e\\b|${MAIL}\\b)\\w+ )?${MESSAGES}`,
  ),
  new RegExp(
    `(?<!\\b(?:not|is|are|get|got) )\\b(?:enough|assez)(?: (?:of|de|with))? (?:(?:\\w+ )?${MESSAGES}|${TEXTING}\\b${NOT_TO_OTHERS})`,
  ),
  // "ne m'écrivez plus", "ne me textez plus", "ne plus me contacter"
  new RegExp(
    `${NOT_THEY}\\bne (?:me |nous )?(?:textez|texter|texte|ecrivez|ecris|ecrire|contactez|contacte|contacter)(?: (?!vous\\b|tu\\b)\\w+){0,2} (?:plus|pas|jamais)\\b${PAS_LA_ADRESSE}`,
  ),
  new RegExp(`${NOT_THEY}\\bne (?:me|nous) (?:envoyez|envoie|envoies|envoyer)(?: (?!vous\\b|tu\\b)\\w+)? plus\\b${OF_OTHER_THINGS}`),
  new RegExp(`${NOT_THEY}\\bne (?:me |nous )?(?:envoyez|envoie|envoies|envoyer) plus\\b${SENT}`),
  new RegExp(`${NOT_THEY}\\bne (?:me |nous )?(?:envoyez|envoie|envoies|envoyer) (?:pas|jamais)${SENT_IN_FRENCH}`),
  new RegExp(`\\bne (?:plus|pas|jamais) (?:me |nous )?(?:texter|ecrire|contacter)\\b${PAS_LA_ADRESSE}`),
  new RegExp(
    `${NOT_THEY}\\bne (?:communiquez|communique) (?:plus|pas|jamais)(?:${END}| avec (?:moi|nous)\\b(?! ${BY_OTHER_WAYS}))|\\bne (?:plus|pas|jamais) communiquer avec (?:moi|nous)\\b(?! ${BY_OTHER_WAYS})`,
  ),
  new RegExp(
    `\\b(?:veux|voulons|souhaite|desire|voudrais) (?:plus|pas) que (?:vous|tu|on) (?:me|nous) (?:ecri[sv]|text|envo[iy]|contact|rappel|relanc)\\w*\\b${OF_OTHER_THINGS}`,
  ),
  new RegExp(`\\b(?:veux|voulons|souhaite|desire|voudrais)(?: (?:pas|plus))?(?: recevoir)? aucune? (?:\\w+ )?${MESSAGES}`),
  new RegExp(`\\bne (?:plus|pas|jamais) (?:me|nous) envoyer\\b${OF_OTHER_THINGS}`),
  new RegExp(`\\bne (?:plus|pas|jamais) (?:rien )?(?:en )?(?:envoyer|recevoir)${SENT_IN_FRENCH}`),
  new RegExp(`\\bne plus envoyer\\b${SENT}`),
  new RegExp(`\\b(?:veux|voulons|souhaite|desire|voudrais) (?:plus|pas)(?: (?!${NOT_BETWEEN}\\b)\\w+){0,4} ${MESSAGES}`),
  // "Unsubscribe me", "I unsubscribed"; whoever unsubscribed from the gym says nothing of us.
  new RegExp(
    `\\b(?:unsub|unsuscrib)(?!scrib(?:ed|ing)\\b)\\w*\\b(?! (?:me |us )?from (?:(?:the|a|my|his|her|our) (?!(?:\\w+ )?${OURS}\\b)|(?:your )?(?:e ?mails?)\\b))`,
  ),
  new RegExp(`\\bunsubscrib(?:ed|ing)\\b(?! from (?!${HERE_OR_YOU}\\b))`),
  new RegExp(
    `\\b(?:desabonn|desinscri)\\w*\\b(?: moi\\b| nous\\b|(?! moi| nous))(?! (?:mon|ma|mes|notre|nos) )(?! (?:du|de le|de la|des) (?!(?:\\w+ )?${OURS}\\b))(?! de vos courriels)`,
  ),
  new RegExp(
    `\\b(?:opt(?:ing|ed)? ?out|opt me out)\\b(?! of (?:(?:the|a|my|his|her|our) (?!(?:\\w+ )?${LIST}\\b)|(?:school|work|class|gym|surgery|e ?mails?)\\b))`,
  ),
  // Consent to a treatment is withdrawn before those who treat.
  new RegExp(
    `\\b(?:revok(?:e|ing)|withdraw(?:ing)?|retire[rz]?|revoque[rz]?)(?: \\w+)? (?:consent|consentement|permission|authorization|autorisation)\\b(?! (?:for|to|pour|a|au|aux|de|du|des) (?!(?:\\w+ ){0,3}(?:${THING}|text\\w*|contact\\w*|messag\\w*|receiv\\w*|good|toujours|ce numero|recevoir|be|etre)\\b))`,
  ),
  // "Remove me from Tuesday" is of the appointment.
  new RegExp(
    `\\b(?:remove|delete|erase|lose|forget) me\\b(?! (?:to|from (?!(?:(?:your|this|the|all) )?(?:list|system|phone|texts?|sms|reminders?)))\\b)`,
  ),
  new RegExp(
    `\\b(?:remove|delete|erase|take) (?:my name|(?:my|this) (?:phone|cell\\w*|line)) (?:from|off) (?:your|this|the|all) (?:\\w+ )?${LIST}\\b`,
  ),
  new RegExp(
    `\\boff (?:of )?(?:your|the|this|all)(?: (?:${THING}|texting|messaging|mailing|contact|calling|call|phone))* lists?\\b|\\btake me off (?:of )?(?:(?:the|your|these|all) )*(?:${THING}|texting)\\b`,
  ),
  /\bleave me alone\b|\blaissez moi tranquille\b/,
  new RegExp(`\\b(?:fichez|foutez) moi la paix\\b(?! avec (?:le|la|les|mon|ma|mes) (?!(?:\\w+ )?${LIST}\\b))`),
  new RegExp(
    `\\b(?:(?:enlevez|retirez|supprimez|effacez|otez|rayez|sortez|enleve|retire|supprime) (?:moi|nous)|etre (?:enleve|retire|raye|supprime)e?s?(?= d)|(?:me|nous) (?:enlever|retirer|supprimer|effacer|oter|rayer|enleviez|retiriez)|(?:enlevez|retirez|supprimez|effacez|rayez|enlever|retirer|supprimer|effacer|rayer) mon nom(?= de| du))(?:${END}| de (?:votre|vos|cette|la|ce|ces|toutes?|tous) (?:\\w+ )?${LIST}\\b| (?:du|des) ${LIST}\\b| (?:de la|ici)(?:${END}| (?:et|je)\\b)| (?:je ne suis|ce (?:ne )?est|par texto|a ce numero)\\b)`,
  ),
];
/** The same of a number; not where it is said which one to use instead, for that is the one that texts. */
export const NUMBER_REMOVED: readonly RegExp[] = [
  /\b(?:remove|delete|erase|lose|forget) (?:my|this) (?:(?!old|other|previous|former|card|credit|health|insurance|policy|account|file|bank|sin|visa)\w+ )?number\b(?! (?:to|from (?!(?:(?:your|this|the|all) )?(?:list|system|phone|texts?|sms|reminders?|records?|files?|database)))\b)/,
  new RegExp(
    `(?<!\\b(?:(?<!\\b(?:can|could|may|do) )i|we|ill|(?:i|we) will) )\\btake (?:my|this) (?:\\w+ )?number (?:off|out of)\\b(?! (?:of )?(?:the|my|a|that) (?!(?:\\w+ ){0,2}${OURS}\\b))`,
  ),
  /\b(?:(?:dont|do not|never) use|stop using) (?:this|my) number\b|\bne utilisez plus (?:ce|mon) numero\b/,
  /\b(?:enlevez|retirez|supprimez|effacez|otez|rayez|enlever|retirer|supprimer|effacer|oter|rayer|enleve|retire|supprime|efface) (?:mon|ce) (?:(?!ancien|autre|vieux)\w+ )?numero\b(?! de (?:carte|assurance|dossier|compte|client|police|credit|permis))/,
];
export const USE_THIS_ONE =
  /(?<!\b(?:dont|do not|never) )\b(?:use|text|keep|take|put|add|have|save) this (?:new )?(?:one|number|phone|cell|instead)\b(?! (?:off|out)\b)|\bthis is my new (?:number|cell|phone|one)\b|\b(?:utilisez|prenez|gardez|notez|mettez|ajoutez)(?: plutot)? (?:celui ci|celle ci|ce numero|ce nouveau)\b|\best mon nouveau (?:numero|cell\w*)\b/;

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
  /^(?:no|nope|not me|wrong (?:number|person)|i said|i told you(?: to)?|(?:this is )?spam|non|(?:ce (?:ne )?est )?pas moi|erreur|mauvais numero|faux numero|je ai dit(?: de)?) (?:stop|stopp|stoppez|arret|arreter|arretez|arrete)$/,
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
  `(?<!\\b(?:i|we|he|she|it|to|not) )\\b${PLEASE} (?:stop|unsubscribe|arretez|arreter|cessez)$|\\b(?:arretez|arrete|cessez) ${PLEASE}$` +
    `|\\b(?:wrong (?:number|person)|mauvais numero|not me|pas moi)(?: ${PLEASE})? (?:stop|remove|unsubscribe|arretez|effacez)(?: ${PLEASE})?$` +
    `|^(?:stop|arretez|arrete|cessez)(?: (?:${PLEASE}|merci|thanks))? (?:i am|im|it is|its|this is|je ne suis|je suis|ce ne est|ce est) (?:not|pas)\\b` +
    `|^${PLEASE} (?:stop|arretez) (?:(?:i|im|we|it|its|this|that|je|ce|you)(?: \\w+){0,2} )?(?:not|wrong|pas|mauvais)\\b`,
);
