/* Faces and other pictures that stand beside words, or alone, and what each says. */

const AGREEING = /^[👍👌✅✔☑]+$/u;
const REFUSING = /^[👎❌✖🚫]+$/u;
const HALTING = /^[🛑⛔]+$/u;
/** Beside whatever word, somebody may have to look after whoever sends one. */
const DISTRESS = /[😭😢😞😔😟😣😖😫😩🥺😰😥😓💔🆘☠💀⚰🔪💊🩸😱🤮🤢🤒🤕😷🚑🏥🙁☹😦😧😨😪😿🙀😠😡🤬😤😒🙄😑😐😬🤧🥵🥶🤯😵🥴🫠🫤🩹🩼🚨⚠]/u;
/** Among whatever others. */
const AGAINST = /[👎❌✖❎🚫🛑⛔🙅🚷🔕📵]/u;
/** Whoever sends one does not know. */
const DOUBT = /[🤔🤨🧐🤷😕🤞]/u;
/** Thanks, a smile, or a wish; with whose hand it is. */
const GOODWILL =
  /[👍👌✌🤝👏🙌👋🙏🙋🙇🤗😊🙂😀😁😃😄😆😎😉😌😇🥰😍😘😗😙😚🤩🥳☺😋😺😸😻❤🧡💛💚💙💜🤎🖤🤍🩷🩵💕💖💗💓💞💝💘❣💐🌷🌹🌸🌺🌻🌼☀🌞🌈⭐🌟✨🎉🎊🎈💪🫶💯🍀🎄🎅🎁☕✅✔☑♀♂]/gu;
/** As they are typed: ":(", ":'(", ":/", "D:", "T_T". */
const SAD = />?[:;=]['’´`]?[-^~o]?(?:[([{<|\\]|\/(?!\/))|(?<![\p{L}\p{N}])(?:D[:;=](?!\p{L})|[TQ][._]+[TQ](?!\p{L}))|;[._]+;|>[._]+</gu;
const SMILING = /[:;=]['’]?[-^~o]?[)\]}Dp*](?!\p{L})|\^[_.-]*\^|(?<!\p{L})(?:x{2,}|(?:xo)+x?)(?!\p{L})/giu;
/** "<3", which is no number. */
const HEART = /<3+(?!\d)/g;

/** Faces that are typed, as they would be drawn. */
export const drawn = (text: string): string => text.replace(HEART, '❤').replace(SAD, '🙁').replace(SMILING, '🙂');

export const symbolsOf = (text: string): string => text.replace(/[\p{L}\p{N}\p{P}\p{Z}\p{M}\p{C}\u{1f3fb}-\u{1f3ff}]/gu, '');

export const agrees = (symbols: string): boolean => AGREEING.test(symbols);
export const refuses = (symbols: string): boolean => REFUSING.test(symbols);
export const halts = (symbols: string): boolean => HALTING.test(symbols);

/** Beside a yes: it says something else besides. */
export const doubts = (text: string): boolean => [AGAINST, DOUBT].some((faces) => faces.test(symbolsOf(text)));
export const isSad = (text: string): boolean => DISTRESS.test(symbolsOf(text));

/** Whether there is none, none but these, or another. */
export function goodwillOf(text: string): 'none' | 'only' | 'others' {
  // An accent may stand for an apostrophe.
  const symbols = symbolsOf(text).replace(/\p{Sk}/gu, '');
  if (symbols === '') return 'none';
  return symbols.replace(GOODWILL, '') === '' ? 'only' : 'others';
}
