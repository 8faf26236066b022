/*
 * Of what the patterns for opt-outs and opt-ins are built, in both languages, as `plain` leaves a text; of sentences the commas are left, as words of
 * their own.
 */

export const THING =
  '(?:texts?|txts?|textos?|messages?|msgs?|sms|reminders?|rappels?|notifications?|notifs?|alertes?|alerts?|spam|communications?)';
export const MAIL = '(?:e ?mails?|mails?|courriels?|calls?|appels?)';
/** Sent by other ways than texts, or once. */
const OTHER_THINGS = `(?:${MAIL}|letters?|lettres?|bills?|invoices?|factures?|receipts?|recus?|forms?|formulaires?|prescriptions?|ordonnances?|results?|resultats?|reports?|rapports?|papers?|papiers?|documents?)`;
/** A word before them in the same breath: "stop texting and email me" and "don't text me, call" are of no mail and no call. */
const BEFORE_A_NOUN = '(?:(?!(?:and|or|but|nor|then|so|because|please|i|to|et|ou|ni|mais)\\b)\\w+ )';
const AS_A_NOUN = '(?! (?:me|us|him|her|them|instead|only)\\b)';
export const OF_OTHER_THINGS = `(?! ${BEFORE_A_NOUN}{0,2}${OTHER_THINGS}\\b${AS_A_NOUN}(?! (?:and|or|nor|et|ou|ni) (?:\\w+ )?${THING}\\b))`;
/** What is texted for once: "don't text me the address". Our texts are none of it, nor is a time, a manner, or a sentence of its own. */
const OBJECT_ENDS = '(?=$| (?:,|i|we|it|they|because|when|again|at|by|to)\\b| ,)';
export const NOT_THE_ADDRESS =
  `(?! (?:the|that|those|a|an|my|your|his|her|their|our|another)(?!.* (?:any ?more|ever)\\b)(?! (?:\\w+ ){0,2}(?:${THING}|stuff|crap|junk|shit|garbage|nonsense|things?|appointments?|appts?)\\b)` +
  `(?! (?:\\w+ )?(?:late|early|often|much|many|lot|times?|ways?|days?|nights?|mornings?|evenings?|afternoons?|weeks?|weekends?|months?|hours?|minutes?)\\b)` +
  `(?: (?!(?:i|we|you|it|they|he|she|is|isnt|are|arent|was|were|has|have|had|does|doesnt|do|dont|did|will|wont|can|cant|needs?|lives?|uses?|got|just)\\b)\\w+){1,4}?${OBJECT_ENDS})` +
  `(?! in (?:english|french)\\b)(?! (?:directions|photos?|pictures?|pics?|links?|codes?|passwords?|addresses|videos?)${OBJECT_ENDS})`;
export const PAS_LA_ADRESSE = `(?! en (?:anglais|francais)\\b)(?! (?:le|la|les|mon|ma|mes|une?|des|son|sa|ses) (?!(?:\\w+ ){0,2}${THING}\\b)(?!(?:rdv|rendez|visites?|matins?|soirs?|soirees?|jours?|journees?|veille|nuits?|semaines?|fins?|week\\w*|midis?|apres|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?)\\b)\\w+)`;
/** "Don't send me to voicemail": somebody is sent, not a text. */
export const NOBODY_SENT =
  '(?! send (?:me|us) (?:to (?!this\\b)|(?:home|away|back|there|here|off|elsewhere|somewhere|upstairs|downstairs|into|alone|without)\\b))';
/** Links that somebody complains of; whose they are not is another matter. */
const NOT_OF_LINKS = `(?! ${BEFORE_A_NOUN}{0,3}(?:links?|liens?)\\b(?!.*\\b(?:not (?:mine|for me|my)|wrong|pas (?:le mien|pour moi|a moi)|mauvais)\\b))`;
/** "Reminders by e-mail" are none of ours; those by e-mail or text are. */
export const BY_OTHER_WAYS = `(?:(?:by|via|through|par) (?:\\w+ )?(?:${MAIL}|post|poste|voice)|(?:to|in|on|at|dans|sur|a) (?:my|mon|ma) (?:\\w+ )?(?:${MAIL}|inbox))\\b(?! (?:and|or|nor|et|ou|ni) (?:by |via |par )?${THING}\\b)`;
/** As a noun: in "text me" it is what we are to do. */
export const MESSAGES = `${THING}\\b(?! (?:(?:me|us|him|her|them|moi|nous)\\b|${BY_OTHER_WAYS}))`;
/** Where what is said so far ends. */
export const END = '(?=$| ,)';
/** What the verb is of does not reach beyond these, or is of something else: "stop taking ibuprofen text me". */
export const NOT_BETWEEN = `(?:and|or|then|but|so(?! many)|because|if|when|until|till|before|after|while|about|for|from|in|on|at|by|to|i|et|ou|puis|mais|donc|quand|si|avant|apres|pour|par|chez|e|${MAIL}|(?:appointments?|appts?|visits?|bookings?|sessions?|rdv|rendez)(?! ${THING})|taking|doing|wearing|using|working|smoking|drinking|eating|prendre|faire|porter|miss|lose|manquer|rater|perdre)`;
/** Up to three words of what it is of; none names the appointment: "cancel my visit and text me" is no opt-out. */
export const BETWEEN = `(?: (?!${NOT_BETWEEN}\\b)\\w+){0,3}`;
/** The list, or whatever else texts are sent by. */
export const LIST = `(?:${THING}|lists?(?! de attente)|listes?(?! de attente)|texting|messaging|system|systeme|service|program|programme|programs?|database|files?|records?|registre|base|envois?|fichiers?|contacts?)`;

/** "I don't need the text, I know my time": that one is not needed, and no wish is told of the others. */
export const NOT_ONE_OF_THEM =
  '(?!need (?:the|this|that|an?|your|another) (?:\\w+ )?(?:text|txt|message|msg|reminder|notification|alert|sms)\\b(?! (?:texts|messages|reminders|alerts|notifications)\\b)(?!.* (?:any ?more|again|ever|every|each|all)\\b))';
export const STOP = `\\b(?<!\\b(?:the|a|an|bus|first|last|next) )(?:stop|quit|end|cease|halt|discontinue|stopper|stoppez|arret(?! (?:de |du )?(?:bus|autobus|metro|travail|maladie)\\b)|arreter|arretez|arretiez|arrete|cesser|cessez|cessiez)\\b(?: and desist)?(?! (?:by|in|at|over|off|of)\\b)`;
export const FRENCH_FILL = '(?: (?:de|d|a|tout|toujours|constamment|immediatement|le|la|les|en|svp))*';
/** Who and what belongs to a clinic: whoever unsubscribes from it means its texts. */
export const OURS = `(?:${LIST}|clini\\w+|office|bureau)`;
/** Nobody who is told about: "stop writing to my employer" is about more than texts; a phone at work is one. */
export const NOT_TO_OTHERS =
  '(?! (?:(?:to|with) )?(?:my|his|her|our|the) (?:family )?(?:doctor|gp|physician|employer|insurance|insurer|lawyer|boss|school|pharmacy|pharmacist|bank)\\b(?! (?:phone|number|cell|line)))';
export const NOT_OF_PAPERS = `(?! ${BEFORE_A_NOUN}?(?:${OTHER_THINGS}|notes?)\\b${AS_A_NOUN})`;
/** What is sent otherwise than by text: papers, people and goods. Of anything else that we send it is of texts. */
const BODILY =
  '(?:home|alone|(?:my|our|his|her|the|mon|ma|mes|notre|nos) (?:\\w+ )?(?:sons?|daughters?|kids?|child|children|baby|husband|wife|mother|mom|mum|father|dad|patients?|fils|filles?|enfants?|mari|femme|mere|pere)|nurses?|therapists?|students?|people|someone|somebody|taxis?|drivers?|ambulances?|pills|meds|medications?|samples|supplies|packages|parcels|flowers|money|payments?|cheques?|infirmiere?s?|medicaments?|colis)';
export const SENT = `${OF_OTHER_THINGS}${NOT_OF_LINKS}(?! you\\b| ${BEFORE_A_NOUN}{0,2}${BODILY}\\b)`;
export const SENT_IN_FRENCH = `(?:${END}|(?= (?:ca|cela|ceci|rien|tout|vos|ces|cette|ce|quoi|a (?:ce|mon) (?:\\w+ )?(?:numero|cell\\w*|telephone|tel))\\b)${OF_OTHER_THINGS}|(?=${BETWEEN} ${MESSAGES}))`;
/** Said along with texts: "stop calling, emailing and texting". A comma alone parts them: "stop calling, texting is fine". */
export const along = (verbs: string, last: string) =>
  `(?:(?: ${verbs}(?: (?:me|us))?(?: ,)?)+ (?:and|or|nor)(?: or)*|(?: ${verbs} ,)+(?= ${last}(?: ,)? (?:and|or|nor)\\b))?`;
export const TEXTING = '(?:texting|textings|textin|texing|textng|texitng|txting|txtin|messaging|contacting)';
export const CALLING = `(?:calling|phoning|ringing|e ?mailing|mailing|writing|${TEXTING})`;
export const ALONG_TEXTING = along(CALLING, TEXTING);
export const TO_TEXT = '(?:text|txt|sms|message|msg|contact)';
export const TO_CALL = `(?:call|phone|ring|e ?mail|mail|${TO_TEXT})`;
export const ALONG_TO_TEXT = along(TO_CALL, TO_TEXT);
export const ANNOYING = '(?:reminding|notifying|alerting|spamming|pinging|bugging|bothering|pestering|harassing)';
export const REMIND = '(?:rappeler|relancer|notifier|aviser|avertir|alerter|achaler|deranger|harceler|spammer|importuner)';
export const HERE_OR_YOU = `(?:your|you|this|these|those|here|all|any|every\\w*|them|it|(?:\\w+ ){0,2}${LIST})`;
/** Somebody whose habit it is, or who no longer gets any: "you don't text me anymore" is no opt-out. */
export const OF_NOBODY_ELSE = '(?<!\\b(?:i|they|we|he|she|it|who|(?<!\\b(?:told|tell|asked|ask|telling|asking|said) )you) )';
export const NOT_THEY = '(?<!\\b(?:je|tu|(?<!\\b(?:pouvez|pourriez|voulez) )vous|on|ils?|elles?|qui|nous) )';

export const OPT_OUT = '(?:(?:un|de)sub\\w*|opt(?:ed|ing)? ?out|desabonn\\w*|desinscri\\w*)';
export const OPTED_OUT = '(?:(?:un|de)subscribed|opted ?out|desabonnee?s?|desinscrite?s?)';
