import type { Language } from './locales.js';

/** A number in E.164, its extension and what was noted beside it; a note alone is one that cannot be read as a number. */
export interface NotedPhone {
  phone: string | null;
  phoneExtension: string | null;
  phoneRemark: string | null;
}

const EXTENSION: Readonly<Record<Language, string>> = { en: 'x', fr: 'poste' };

/** The number, its extension and what was noted beside it, as one types them: 514 555-0123 x 45, work. */
export function notedPhone({ phone, phoneExtension, phoneRemark }: Partial<NotedPhone>, locale: Language): string {
  const extension = phoneExtension ? `\u00a0${EXTENSION[locale]}\u00a0${phoneExtension}` : '';
  return [phone && readablePhone(phone) + extension, phoneRemark].filter(Boolean).join(', ');
}

/** A number as people here read it: +14165550123 is 416 555-0123; one of another country keeps its code. */
export function readablePhone(e164: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164) ?? [];
  // The spaces do not break, so that a number stays in one piece.
  return area ? `${area}\u00a0${exchange}-${line}` : e164;
}

/** The phone of the first that has one, such as a location's before its clinic's. */
export function firstPhone(...owners: readonly NotedPhone[]): NotedPhone {
  const owner = owners.find(({ phone, phoneRemark }) => phone ?? phoneRemark);
  return { phone: owner?.phone ?? null, phoneExtension: owner?.phoneExtension ?? null, phoneRemark: owner?.phoneRemark ?? null };
}

/** What a phone dials, with the extension after the call is taken (RFC 3966). */
export const dialled = ({ phone, phoneExtension }: Pick<NotedPhone, 'phone' | 'phoneExtension'>): string =>
  `tel:${phone ?? ''}${phoneExtension ? `;ext=${phoneExtension}` : ''}`;

/** With a country code and an extension. */
const [FEWEST_DIGITS, MOST_DIGITS] = [7, 22];

/** The most characters of a number with its extension and remark. */
export const LONGEST_PHONE = 120;

/** Whether a text can hold a number at all; whether it can be dialled, the API tells. */
export function mayHoldPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
}
