import { LOCALES, type LocalText } from '../types.js';
import type { QuestionFault } from './question-kind.js';

export function isLocalText(value: unknown): value is LocalText {
  if (typeof value !== 'object' || value === null) return false;
  return LOCALES.every((locale) => ['string', 'undefined'].includes(typeof (value as Record<string, unknown>)[locale]));
}

export function noWords(label: LocalText, pointer: string): QuestionFault[] {
  return LOCALES.some((locale) => label[locale]?.trim()) ? [] : [{ pointer, code: 'noWords' }];
}
