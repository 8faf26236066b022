import { type LocalText, wordsIn } from '@keel/contracts';
import { useLanguage } from './index.js';

/** Words of a template in the reader's language, or in the one that the clinic wrote them in. */
export function useLocalText(): (text: LocalText) => string {
  const language = useLanguage();
  return (text) => wordsIn(text, language);
}
