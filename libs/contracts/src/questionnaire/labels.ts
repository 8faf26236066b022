import { LANGUAGES, type LocalText } from '../locales.js';
import type { QuestionFault } from './question-kind.js';

export function isLocalText(value: unknown): value is LocalText {
  if (typeof value !== 'object' || value === null) return false;
  return LANGUAGES.every((language) => ['string', 'undefined'].includes(typeof (value as Record<string, unknown>)[language]));
}

export function noWords(label: LocalText, pointer: string): QuestionFault[] {
  return LANGUAGES.some((language) => label[language]?.trim()) ? [] : [{ pointer, code: 'noWords' }];
}
