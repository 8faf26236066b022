import { type Language, LANGUAGES, type LocalText } from '@keel/contracts';

/** Names in other languages as a form holds them: a text in each language, empty where there is none. */
export type NamesTyped = Record<Language, string>;

export const namesTyped = (names?: LocalText | null): NamesTyped => ({ en: names?.en ?? '', fr: names?.fr ?? '' });

/** What is sent of them: null where none is typed. */
export function namesSent(typed: NamesTyped): LocalText | null {
  const names = LANGUAGES.map((language) => [language, typed[language].trim()] as const).filter(([, name]) => name);
  return names.length > 0 ? Object.fromEntries(names) : null;
}

/** The languages that another name is asked for in: those that the clinic does not write in, and any that has one already. */
export const languagesAsked = (own: Language, typed: NamesTyped): Language[] =>
  LANGUAGES.filter((language) => language !== own || typed[language] !== '');
