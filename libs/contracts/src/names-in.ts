import { LANGUAGES, type Language, type LocalText } from './locales.js';
import { isVisible } from './text.js';

/** Something that a clinic has named: `name` is how it is called in every language that `nameIn` has no name in. */
export interface Named {
  name: string;
  nameIn?: LocalText | null | undefined;
}

/** What it is called in a language. */
export function nameFor(language: Language, { name, nameIn }: Named): string {
  return nameIn?.[language] || name;
}

/**
 * Names in other languages as they are kept: none that is blank, and none that says what is said without it, since that is to follow
 * the name when it changes. Null where none is left.
 * @param without what it is called in a language where there is no other name
 */
export function keptNames(names: LocalText | null | undefined, without: (language: Language) => string): LocalText | null {
  const kept = LANGUAGES.flatMap((language) => {
    const name = names?.[language]?.trim() ?? '';
    return isVisible(name) && name !== without(language).trim() ? [[language, name] as const] : [];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}
