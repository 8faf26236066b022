/* Opt-outs within a sentence, in both languages, as `clausesOf` leaves it. */
import {
  ALONG_TEXTING,
  ALONG_TO_TEXT,
  ANNOYING,
  BETWEEN,
  BY_OTHER_WAYS,
  CALLING,
  END,
  FRENCH_FILL,
  HERE_OR_YOU,
  LIST,
  MAIL,
  MESSAGES,
  NOBODY_SENT,
  NOT_BETWEEN,
  NOT_OF_PAPERS,
  NOT_ONE_OF_THEM,
  NOT_THEY,
  NOT_THE_ADDRESS,
  NOT_TO_OTHERS,
  OF_NOBODY_ELSE,
  OF_OTHER_THINGS,
  OURS,
  PAS_LA_ADRESSE,
  REMIND,
  SENT,
  SENT_IN_FRENCH,
  STOP,
  TEXTING,
  THING,
  TO_CALL,
  TO_TEXT,
  along,
} from './text-parts.js';

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
  new RegExp(
    `\\bhow (?:(?:do|can|could|would) (?:i|we)|to) (?:get|make) (?:(?:the|your|all|these|those|text) )*${THING} (?:to )?stop${END}`,
  ),
  // "Fini les textos", "non aux messages", "no to texts"
  new RegExp(`^(?:finie?s?|fin)(?: (?:de|des|les|avec|vos|ces|tous))* ${MESSAGES}(?: \\w+)?$`),
  new RegExp(
    `^(?:non|no) (?:aux?|a|to)(?: (?:all|any|the|your|these|text|vos|ces|tous|les))* (?:texts|textos|messages|sms|reminders|rappels|notifications)${END}`,
  ),
  new RegExp(`\\b(?:consens|accepte|autorise) (?:pas|plus|pus?)(?: (?:a|aux|au|recevoir|de|des|vos|ces|les|tous|vous))* ${MESSAGES}`),
  // "No need to text me"; "to text me back", or the address, is of one.
  new RegExp(`\\bno need (?:to (?:text|txt|message|msg)|for (?:you to text|texting))(?: (?:me|us))?(?: (?:any ?more|again|ever))?${END}`),
  new RegExp(`\\b(?:pas|plus|aucun) besoin de (?:me |nous )?texter(?: (?:plus|encore|a ce numero))?${END}`),
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
    `\\b(?:veux|voulons|souhaite|desire|voudrais) (?:plus|pas|pus?|jamais) (?:rien )?(?:en )?recevoir(?: (?:ca|cela|ceci|rien))?(?: de (?:vous|votre part))?${END}`,
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
  new RegExp(`\\b(?:veux|voulons|souhaite|desire|voudrais) (?:plus|pas|pus?)(?: (?!${NOT_BETWEEN}\\b)\\w+){0,4} ${MESSAGES}`),
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
];
/** A stop at the very beginning, and why: "stop I moved away". What somebody moved of theirs is another matter. */
export const STOPS_WITH_A_REASON: readonly RegExp[] = [
  /^(?:stop|stopp|stoppez|arret|unsubscribe)(?: (?:it|this|that|all|already|now|everything))*(?: ,)? (?:(?:i|im|ive|id|we|were|weve)\b(?! meant?\b)(?! (?:just |have |had )?(?:moved|hurt|broke|twisted|changed|move) (?:my|the|our|his|her) (?!house|home|address|place|clinic|number))|(?:you|u) (?:have|got|are|keep|guys)\b|youre\b|youve\b|wrong (?:number|person)\b|(?:(?:this is|it is|its) )?not (?:interested|me|my|a|your|the|for)\b)/,
  /^(?:stop|stopp|stoppez|arret|arretez|arrete|cessez)(?: (?:ca|cela|tout|tout ca))*(?: ,)? (?:(?:je|on) (?!moi\b)\w+|nous (?:avons|sommes|ne|ai)\b|vous (?:avez|etes|vous trompez)\b|(?:ce (?:ne )?est|ca) (?:pas|plus)\b|mauvais numero\b|pas (?:moi|interesse)|plus interesse)/,
  /^(?:i|we|ive|weve|je|on|nous)(?: (?:have|just|ai|a|avons))* (?:moved(?: away| out)?|demenage) (?:please )?(?:stop|unsubscribe|arret|arretez|arrete|cessez)$/,
];
const BARE_STOP =
  '^(?:stop|stopp|stoppez|arret|arretez|arrete|cessez|unsubscribe)(?: (?:it|this|that|all|already|now|everything|ca|cela|tout))*(?: ,)?';
/** What follows such a stop in case it does not, or why it is said. Of a pain, or a choice, it is another matter: "stop or continue?" */
export const STOPS_WITH_A_THREAT: readonly RegExp[] = [
  new RegExp(
    `${BARE_STOP} (?:or else|or (?:(?:i|we) (?!(?:should|continue|keep|go|do|can|could|must|get|take|just|have)\\b)\\w+|ill|im|well|were|youll|you will|my lawyer|the police)|otherwise)\\b`,
  ),
  new RegExp(`${BARE_STOP} before (?:i|we) (?:call|report|sue|block|file|contact|complain)\\b`),
  new RegExp(
    `${BARE_STOP} (?:because|cause|cuz|coz|bc|since|as) (?:i|im|ive|we|weve|this|that|it|its|my number|he|hes|she|shes|they|you|youre|youve|not|wrong)\\b`,
  ),
  new RegExp(`${BARE_STOP} (?:this )?(?:number|phone|cell\\w*|line) (?:is|isnt|was|belongs|has|doesnt|no longer)\\b`),
  new RegExp(`${BARE_STOP} (?:is )?no longer\\b`),
  new RegExp(
    `${BARE_STOP} (?:sinon|ou (?:bien )?(?:je|on|nous) (?!(?:continue|dois|peux|peut|fais|prends|vais bien)\\b)\\w+|ou (?:bien )?(?:sinon|ca va)|(?:car|parce que|puisque|vu que) (?!.*\\b(?:malade|enceinte|bless\\w+|travail|operee?)\\b)\\w+)\\b`,
  ),
  new RegExp(`${BARE_STOP} pas (?:mon numero|a moi|pour moi|(?:le bon|la bonne) \\w+)\\b`),
];
/** The number that texts: "my work number", "my wife's number" and "the number at home" may be others, so a person reads it. */
const THE_NUMBER = '(?:(?:phone|cell|cellphone|mobile|telephone|tel|contact|text|texting) )*number';
const LE_NUMERO = `numero(?=${END}| de (?:telephone|tel|cell\\w*|mobile)\\b| de (?:votre|vos|cette|la|ce|ces|toutes?|tous) (?:\\w+ )?${LIST}\\b| (?:du|des) ${LIST}\\b| (?:je|on|et|car|ce (?:est|ne))\\b)`;
/** The same of a number; not where it is said which one to use instead, for that is the one that texts. */
export const NUMBER_REMOVED: readonly RegExp[] = [
  new RegExp(
    `\\b(?:remove|delete|erase|lose|forget) (?:my|this) ${THE_NUMBER}\\b(?! (?:to|at|of|for (?!good|ever|now)|from (?!(?:(?:your|this|the|all) )?(?:list|system|phone|texts?|sms|reminders?|records?|files?|database)))\\b)`,
  ),
  new RegExp(
    `(?<!\\b(?:(?<!\\b(?:can|could|may|do) )i|we|ill|(?:i|we) will) )\\btake (?:my|this) ${THE_NUMBER} (?:off|out of)\\b(?! (?:of )?(?:the|my|a|that) (?!(?:\\w+ ){0,2}${OURS}\\b))`,
  ),
  /\b(?:(?:dont|do not|never) use|stop using) (?:this|my) number\b|\bne utilisez plus (?:ce|mon) numero\b/,
  new RegExp(
    `\\b(?:enlevez|retirez|supprimez|effacez|otez|rayez|enlever|retirer|supprimer|effacer|oter|rayer|enleve|retire|supprime|efface) (?:mon|ce) ${LE_NUMERO}`,
  ),
];
export const USE_THIS_ONE =
  /(?<!\b(?:dont|do not|never) )\b(?:use|text|keep|take|put|add|have|save) this (?:new )?(?:one|number|phone|cell|instead)\b(?! (?:off|out)\b)|\bthis is my new (?:number|cell|phone|one)\b|(?<!\b(?:dont|do not|never) )\b(?:use|keep|text) my (?:\w+ )?(?:number|cell\w*|mobile|phone|one)\b|\b(?:gardez|utilisez) mon\b|\b(?:utilisez|prenez|gardez|notez|mettez|ajoutez)(?: plutot)? (?:celui ci|celle ci|ce numero|ce nouveau)\b|\best mon nouveau (?:numero|cell\w*)\b/;
