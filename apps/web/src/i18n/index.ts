import { LOCALES, type Locale } from '@keel/contracts';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

const CHOSEN = 'keel-language';

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
  void i18next.changeLanguage(locale);
}

/** The language of whoever the page is for, unless the visitor has chosen one. */
export function suggestLocale(locale: Locale): void {
  if (!chosenLocale() && i18next.language !== locale) void i18next.changeLanguage(locale);
}

/** The language the page is read in; the component is drawn again where it changes. */
export function useLocale(): Locale {
  return useTranslation().i18n.language === 'fr' ? 'fr' : 'en';
}

/** Texts come in books, see words.ts. */
export function startI18n(): void {
  i18next.on('languageChanged', (language) => (document.documentElement.lang = `${language}-CA`));
  void i18next.use(initReactI18next).init({
    resources: {},
    lng: chosenLocale() ?? (navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en'),
    fallbackLng: 'en',
    // React escapes by itself.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}
