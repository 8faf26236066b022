import { LOCALES, type Locale } from '@keel/contracts';
import { useSyncExternalStore } from 'react';

const CHOSEN = 'keel-language';
const listeners = new Set<() => void>();
let reading: Locale = 'en';

/** What the visitor chose on this device, if they did. */
export function chosenLocale(): Locale | undefined {
  try {
    const chosen = localStorage.getItem(CHOSEN);
    return LOCALES.find((locale) => locale === chosen);
  } catch {
    // Storage is closed to us in some private windows.
    return undefined;
  }
}

export function chooseLocale(locale: Locale): void {
  try {
    localStorage.setItem(CHOSEN, locale);
  } catch {
    // Then the choice lasts as long as the page.
  }
  readIn(locale);
}

/** The language of whoever the page is for, unless the visitor has chosen one. */
export function suggestLocale(locale: Locale): void {
  if (!chosenLocale()) readIn(locale);
}

/** The language the page is read in now, for outside of components. */
export const currentLocale = (): Locale => reading;

/** The language the page is read in; the component is drawn again where it changes. */
export function useLocale(): Locale {
  return useSyncExternalStore(listen, currentLocale);
}

/** The language of the device, until somebody chooses another. */
export function startI18n(): void {
  readIn(chosenLocale() ?? (navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en'));
}

function readIn(locale: Locale): void {
  reading = locale;
  document.documentElement.lang = `${locale}-CA`;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
