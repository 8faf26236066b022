import type { NotedPhone } from '@keel/contracts';
import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/max';

interface ReadPhone {
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

/** What is stored of a phone that was typed and checked; the extension and the remark may be sent apart. What was not sent stays. */
export function phoneColumns({ phone, phoneExtension, phoneRemark }: Partial<NotedPhone>): Partial<NotedPhone> {
  return {
    ...(phone !== undefined && columnsOf(phone === null ? undefined : readPhone(phone))),
    ...(phoneExtension !== undefined && { phoneExtension }),
    ...(phoneRemark !== undefined && { phoneRemark }),
  };
}

/** What is stored of a phone from before numbers were checked: what cannot be read as one stays as it was written, as a remark. */
export function olderPhone(written: string): NotedPhone {
  const read = readPhone(written);
  return read ? columnsOf(read) : { phone: null, phoneExtension: null, phoneRemark: written.trim() || null };
}

function columnsOf(read: ReadPhone | undefined): NotedPhone {
  return { phone: read?.number ?? null, phoneExtension: read?.extension ?? null, phoneRemark: read?.remark ?? null };
}
