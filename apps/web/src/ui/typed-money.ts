import { type Language, languageOf, type StatedLocale } from '@keel/contracts';

/** The most that the API takes in one amount, in cents. */
export const MOST_CENTS = 100_000_000;

const SIGN = /^(?:CA|US)?\$|\$$/g;
/** Thousands apart by a space of any width or, in English, by a comma; or no thousands at all. */
const WHOLE: Record<Language, string> = { en: '\\d{1,3}(?:[\\s,]\\d{3})+|\\d*', fr: '\\d{1,3}(?:\\s\\d{3})+|\\d*' };
const AMOUNT = {
  en: new RegExp(`^(${WHOLE.en})(?:[.,](\\d{0,2}))?$`),
  fr: new RegExp(`^(${WHOLE.fr})(?:[.,](\\d{0,2}))?$`),
};

/**
 * Whole cents of an amount as somebody types it in either language, `120,50`, `120.50`, `1 234,5` or `$1,234`; undefined where
 * it is no amount, has a fraction of a cent, is below zero or more than the API takes.
 */
export function parseMoney(text: string, locale: StatedLocale): number | undefined {
  const match = AMOUNT[languageOf(locale)].exec(text.trim().replace(SIGN, '').trim());
  const whole = match?.[1]?.replaceAll(/\D/g, '') ?? '';
  const part = match?.[2] ?? '';
  if (!whole && !part) return undefined;
  const cents = Number(whole || '0') * 100 + Number(part.padEnd(2, '0'));
  return cents <= MOST_CENTS ? cents : undefined;
}

/** An amount as somebody would type it: `120.50`, in French `120,50`. */
export function typedMoney(cents: number, locale: StatedLocale): string {
  return `${Math.trunc(cents / 100)}${languageOf(locale) === 'fr' ? ',' : '.'}${String(cents % 100).padStart(2, '0')}`;
}
