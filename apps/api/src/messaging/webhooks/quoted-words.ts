/* Our own texts, as they come back: sent on, quoted, liked, or their line on opting out by itself. */

/** Our own line on how to opt out, as it comes back in a text that is quoted or sent on. */
export const OUR_WAY_OUT =
  /\b(?:STOP to (?:opt[ -]?out|unsubscribe|end|cancel|quit)|(?:STOP|ARR[EÊ]T) pour (?:ne plus [^.!?\n]*|(?:vous |se |te )?(?:d[ée]sabonner|d[ée]sinscrire|arr[êe]ter)))/gu;
/** Ways to send it back: "Reply STOP to opt out" says no more than the line. */
export const LINE_LEAD_INS =
  /^(?:i |we |je )?(?:reply|text|txt|send|type|choose|say|select|answer|write|repondez|reponds|envoyez|envoie|ecris|dis|choisis)(?: with)? (?=stop\b|arret\b)/;
/** What our own texts have beside that line, and so do those that quote them. */
export const OF_OURS =
  /[“”"«»:?\uff1f\d/]|\b(?:repl(?:y|ies)|r[ée]pon|your (?:visit|appointment)|votre (?:rendez|visite)|rdv\b|help\b|aide\b)/iu;
/** How phones tell that a text was liked, laughed at or the like: what it quotes then is what we wrote. */
export const TAPPED =
  /^\W*(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted|removed|a (?:bien )?(?:aim[ée]|ador[ée]|d[ée]test[ée]|ri de|mis en évidence|réagi)|fwd|fw|tr)(?![\p{L}])/iu;
export const QUOTED = /[“"«][^“”"«»]{15,}[”"»]/gu;
/** A line that a program marked as quoted. */
export const MARKED = /^[ \t]*>.*$/gmu;
