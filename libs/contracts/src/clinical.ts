/** What a phrase is called by after `/`: small letters of any language, digits, - and _. */
export const PHRASE_TRIGGER = /^[\p{Ll}\p{N}][\p{Ll}\p{N}_-]{0,29}$/u;
