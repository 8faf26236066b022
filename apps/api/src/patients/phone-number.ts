import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/max';

export interface ReadPhone {
  /** E.164. */
  number: string;
  extension: string | null;
  /** What was typed beside the number, such as "work, ask for Jean". */
  remark: string | null;
}

const AT_HOME = 'CA';
/** What stands around a remark and is no part of it. */
const EDGES = /^[\s(),;:/–—-]+|[\s(),;:/–—-]+$/gu;

/**
 * A number as people type it, with its extension and what they noted beside it; undefined unless there can be such a number.
 * Without a country code it is North American.
 */
export function readPhone(typed: string): ReadPhone | undefined {
  // "poste 23" is how an extension is said in French.
  const text = typed.replace(/\bpostes?\b\.?\s*(?=\d)/giu, 'ext. ');
  const whole = parsePhoneNumberFromString(text, { defaultCountry: AT_HOME, extract: false });
  if (whole?.isValid()) return { number: whole.number, extension: whole.ext ?? null, remark: null };
  const found = findPhoneNumbersInText(text, AT_HOME)[0];
  if (!found?.number.isValid()) return undefined;
  const beside = [text.slice(0, found.startsAt), text.slice(found.endsAt)].map((part) => part.replace(EDGES, ''));
  return { number: found.number.number, extension: found.number.ext ?? null, remark: beside.filter(Boolean).join(', ') || null };
}

/** E.164 of a number as people type it, or undefined. */
export function toE164(text: string): string | undefined {
  return readPhone(text)?.number;
}
