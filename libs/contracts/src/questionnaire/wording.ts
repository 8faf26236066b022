import type { Language, LocalText } from '../locales.js';

/** Words of a clinic in the reader's language, or in the one that it wrote them in. */
export function wordsIn(text: LocalText, language: Language): string {
  return text[language] || text.en || text.fr || '';
}

/** What answers are told with beside what they hold. */
export const ANSWER_WORDS = {
  en: { yes: 'Yes', no: 'No', none: 'No answer', of: 'of', stroke: 'stroke', strokes: 'strokes' },
  fr: { yes: 'Oui', no: 'Non', none: 'Sans réponse', of: 'sur', stroke: 'trait', strokes: 'traits' },
} as const satisfies Record<Language, Record<string, string>>;
