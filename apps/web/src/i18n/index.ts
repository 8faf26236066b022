import { type Country, type Language, languageOf, LANGUAGES, type Locale, localeIn, type StatedLocale } from '@keel/contracts';
import { useSyncExternalStore } from 'react';
import { isHere, need, untilWordsHere } from './shelf.js';

const CHOSEN = 'keel-language';
const listeners = new Set<() => void>();

/** What the visitor chose on this device, if they did. */
export function chosenLanguage(): Language | undefined {
  try {
    const chosen = localStorage.getItem(CHOSEN);
    return LANGUAGES.find((language) => language === chosen);
  } catch {
    // Storage is closed to us in some private windows.
    return undefined;
  }
}

/** The language of the device, until somebody chooses another. */
let reading: Language = chosenLanguage() ?? (navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en');
/** The language that was asked for last, whose words may still be on their way. */
let asked = reading;
need(reading);
/** Whom the page is for: what is stated of them and the country of the clinic. Before that is known it is written as in Canada. */
let reader: { stated: StatedLocale; country: Country } = { stated: reading, country: 'CA' };

/** Where its words cannot be fetched yet, the page changes to it once they can. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(CHOSEN, language);
  } catch {
    // Then the choice lasts as long as the page.
  }
  void readIn(language);
}

/** The locale of whoever the page is for: its language, unless the visitor has chosen another, and its formats. */
export function readFor(stated: StatedLocale, country: Country): void {
  const before = currentLocale();
  reader = { stated, country };
  if (currentLocale() !== before) tell();
  if (!chosenLanguage()) void readIn(languageOf(stated));
}

/** The language the page is read in now, for outside of components. */
export const currentLanguage = (): Language => reading;

/** What the formats follow beside the words of that language. */
const currentLocale = (): Locale => localeIn(reading, reader.stated, reader.country);

/** The language the page is read in; the component is drawn again where it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(listen, currentLanguage);
}

/** What the formats of the page follow; the component is drawn again where it changes. */
export function useLocale(): Locale {
  return useSyncExternalStore(listen, currentLocale);
}

/** Says in which language the page is. @returns once all its words are there */
export function startI18n(): Promise<void> {
  nameLocale();
  return untilWordsHere();
}

async function readIn(language: Language): Promise<void> {
  asked = language;
  need(reading, language);
  if (isHere(language)) change(language);
  else {
    await untilWordsHere();
    if (asked === language) change(language);
  }
}

function change(language: Language): void {
  reading = language;
  need(reading);
  tell();
}

function tell(): void {
  nameLocale();
  for (const listener of listeners) listener();
}

function nameLocale(): void {
  document.documentElement.lang = currentLocale();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
