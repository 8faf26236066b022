/** The languages as each calls itself, whatever the page is read in. */
export const LANGUAGE_NAMES = [
  { language: 'en', short: 'EN', name: 'English' },
  { language: 'fr', short: 'FR', name: 'Français' },
] as const;
