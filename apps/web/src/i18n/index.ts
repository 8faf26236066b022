import { LOCALES, type Locale } from '@keel/contracts';
import { useSyncExternalStore } from 'react';
import { isHere, untilWordsHere, want } from './shelf.js';

const CHOSEN = 'keel-language';
const listeners = new Set<() => void>();

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

/** The language of the device, until somebody chooses another. */
let reading: Locale = chosenLocale() ?? (navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en');
/** The language that was asked for last, whose words may still be on their way. */
let asked = reading;
want(reading);

/** Where its words cannot be fetched yet, the page changes to it once they can. */
export function chooseLocale(locale: Locale): void {
  try {
    localStorage.setItem(CHOSEN, locale);
  } catch {
    // Then the choice lasts as long as the page.
  }
  void readIn(locale);
}

/** The language of whoever the page is for, unless the visitor has chosen one. */
export function suggestLocale(locale: Locale): void {
  if (!chosenLocale()) void readIn(locale);
}

/** The language the page is read in now, for outside of components. */
export const currentLocale = (): Locale => reading;

/** The language the page is read in; the component is drawn again where it changes. */
export function useLocale(): Locale {
  return useSyncExternalStore(listen, currentLocale);
}

/** Says in which language the page is. @returns once all its words are there */
export function startI18n(): Promise<void> {
  nameLanguage();
  return untilWordsHere();
}

async function readIn(locale: Locale): Promise<void> {
  asked = locale;
  want(locale);
  if (isHere(locale)) change(locale);
  else {
    await untilWordsHere();
    if (asked === locale) change(locale);
  }
}

function change(locale: Locale): void {
  reading = locale;
  nameLanguage();
  for (const listener of listeners) listener();
}

function nameLanguage(): void {
  document.documentElement.lang = `${reading}-CA`;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
