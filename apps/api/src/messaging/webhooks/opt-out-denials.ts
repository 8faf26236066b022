/* What has the words of an opt-out and is none: denied, supposed, asked about, or for the moment only. */
import { OPTED_OUT, OPT_OUT, THING } from './text-parts.js';

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
    `(?<!\\b(?:why|if (?:you|u)) )\\b(?:dont|do not|never|not to|ne pas|ne jamais)(?: (?:want|you|ever|me))*(?: to)? (?:stop|quit|end|cease|unsubscribe|opt out|remove|delete|erase|lose|forget|take (?:me|us|my \\w+) off|leave (?:me|us) (?:alone|be)|block (?:me|us)|unlist|arreter|cesser|desabonner|cancel(?= (?:\\w+ )?${THING})|(?:turn|switch) (?:the |my |your )?(?:${THING} )?off)\\b`,
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
  '(?:stop|stopped|quit|end|cease|halt|discontinue|cancel|unsub\\w*|opt(?:ed)? ?out|remove|delete|block|take (?:me|us) off|turn(?:ed)? off|arret\\w*|cess\\w*|annul\\w*|desabonn\\w*|me desabonn\\w*|me desinscri\\w*)';
/** What would be, or has been: "should I stop the messages", "what if I unsubscribe", "why did you stop", "unsubscribed by mistake". */
export const SUPPOSED = new RegExp(
  [
    `\\b(?:if|whether|once|in case|unless|when|before|after|should|shall|must|(?<!how )do|did|have|had|si|quand|apres que|avant que) (?:i|we|he|she|they|je|on|nous)(?: (?:just|ever|already|really|can|could|have to|need to|want to|were to|decide to|been|got))* ${STOPPING}\\b`,
    `\\b(?:did|does|have|had|(?<!when )do) (?:you|yall|it|he|she)(?: (?:just|ever|already|all|guys|folks|people|really))* ${STOPPING}\\b`,
    '\\b(?:avez|aviez|as) (?:vous|tu) (?:arrete|cesse|desabonne)r?\\b',
    // Said of what is over: "vous avez arrêté les rappels", "j'ai arrêté d'en recevoir".
    '\\b(?:(?:vous )?(?:avez|aviez)|(?:tu )?(?:as|avais)|ont|ai|avons)(?: (?:deja|tous|donc|soudainement))? (?:arrete|cesse)r?\\b',
    '\\b(?:on|il|elle|qui|clinique) a(?: deja)? (?:arrete|cesse)\\b',
    `\\b(?:who|nobody|no one) (?:asked|told) (?:you|u|yall)(?: guys)? to ${STOPPING}\\b`,
    '(?<!\\byou )\\b(?:cant|cannot|couldnt) stop (?:texting|messaging)\\b(?! (?:me|us|from)\\b)',
    '\\b(?:dois|devrais|faut|doit) (?:je|il|on) (?:arreter|cesser)\\b|\\best ce que je (?:dois|devrais) (?:arreter|cesser)\\b',
    '\\bje (?:arrete|cesse|vais (?:arreter|cesser)) (?:de (?:vous |te )?|d ?)(?:ecrire|texter|envoyer|contacter)\\b',
    '(?<!\\bhow (?:do|can|could) )\\b(?:ill|(?:i|he|she|they)(?: (?:will|can|cant|cannot|could|may|have to|had to))?) stop (?:texting|writing|messaging)\\b(?! (?:me|us|from)\\b)',
    '\\b(?:unsubscribed|opted out|desabonnee?|desinscrite?)(?: \\w+){0,3} (?:mistake|accident|error|erreur)\\b',
    '\\b(?:accidentally|mistakenly|par erreur)(?: \\w+){0,2} (?:unsubscribed|opted out|desabonnee?|desinscrite?)\\b',
  ].join('|'),
  'g',
);
const SENDING =
  '(?:(?:(?:can|could|would|will) you )?(?:stop|quit) (?:texting|messaging) (?:me|us)|(?:dont|do not|never) (?:text|message) (?:me|us)|(?:pouvez vous |veuillez )?(?:arretez|arrete|arreter|cessez|cesser) de (?:me|nous) (?:texter|ecrire))';
const RELATIVE =
  '(?:mom|mum|mother|dad|father|husband|wife|partner|son|daughter|kids?|child|children|brother|sister|grandmother|grandfather|grandma|grandpa|friend|mere|pere|mari|femme|conjointe?|fils|fille|enfants?|frere|soeur|amie?)';
const OF_A_PART: readonly RegExp[] = [
  // In a language: "arrêtez de m'écrire en anglais".
  new RegExp(`^${SENDING} (?:in (?:french|english)|en (?:anglais|francais))$`),
  // Of somebody else, or of another list.
  new RegExp(
    `^(?:i|we) (?:dont|do not) (?:want|need)(?: (?:any|more|the|your|text))* ${THING} (?:for|about) (?:my|our) ${RELATIVE}(?: any ?more)? only (?:for )?(?:me|mine)$`,
  ),
  new RegExp(`^(?:(?:can|could|would|will) you )?take (?:my|our) ${RELATIVE} off (?:of )?(?:the|your|this) lists?$`),
  /^(?:(?:can|could|would|will|you can) (?:you )?)?take me off (?:of )?(?:the|your|this) list (?:i|we|ive|i have) (?:got in|got (?:an? )?(?:appointment|appt|spot)|found (?:an? |another )?(?:appointment|appt|spot|place))(?: \w+){0,3}$/,
  // Of another way, which is named. "This number", or a phone of theirs that may be this one, is no place: to stop there is an opt-out.
  /^(?:(?:dont|do not) use|stop using) (?:this|my) number for (?:phone )?call(?:s|ing)$/,
  new RegExp(
    `^${SENDING} at (?:my |the )?(?:work|home|office|job|school) (?:text|use|try)(?: me)?(?: (?:at|on))? my (?:\\w+ )?(?:cell\\w*|mobile|phone|number)(?: instead)?$`,
  ),
  /^if you (?:stop|quit) (?:texting|messaging) (?:me|us) (?:ill|i will|well|we will) (?:call|phone)(?: (?:you|u|in|the clinic|instead))?$/,
];
/** Of a language, another person, list or way, and of nothing else: a person reads what is wanted. With anything beside it, it is an opt-out. */
export const isOfAPart = (core: string): boolean => OF_A_PART.some((pattern) => pattern.test(core));

/** A question that demands: "can you stop texting me?", "how do I opt out?". */
export const DEMANDED = new RegExp(
  [
    '\\b(?:can|could|would|will|wont|cant|why dont|why wont) (?:you|u|i|we|someone|somebody)\\b',
    '\\b(?:pouvez|pourriez|voulez) vous\\b|\\bvous (?:pouvez|pourriez|voulez)\\b|\\b(?:peux|pourrais) tu\\b|\\b(?:puis|pourrais) je\\b|\\bpeut on\\b',
    `\\b(?:to|de|comment) ${STOPPING}\\b|\\bhow (?:do|can|could|would) (?:i|we|you)\\b|\\bcomment\\b`,
    '\\brather (?:you|not)\\b|\\b(?:i|we|je|nous)(?: ne)? (?:want|would like|wish|need|dont|do not|no longer|veux|voudrais|souhaite|aimerais)\\b',
    `(?:^|, )(?:(?:hey|and|so|then|ok|et|alors|mais|but) )*(?:${STOPPING}|take|leave|make|arret\\w*|enlevez|retirez|supprimez|effacez|laissez|faites)\\b`,
    '\\bveuillez\\b| (?:ok|okay|alright|understood|got it|compris|daccord)$|(?:^|, )(?:laissez|laisse|fichez|foutez) (?:moi|nous)\\b',
    '\\b(?:dont|do not|never|no more|enough|plus de|assez de|ne (?:me|nous|plus))\\b',
  ].join('|'),
);
