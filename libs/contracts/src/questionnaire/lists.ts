import { isText } from './texts.js';

const MOST_CHOICES = 100;
const MOST_NAMED = 60;

export const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

/** What is wrong with a choice of several among these. */
export function wrongList(value: unknown, known: readonly string[]): string | undefined {
  if (!Array.isArray(value)) return 'Send a list of texts.';
  if (value.length > MOST_CHOICES || new Set(value).size !== value.length) return 'Send each choice once.';
  const strange = value.some((one) => !isText(one) || !known.includes(one));
  return strange ? `Send a list of ${known.slice(0, MOST_NAMED).join(', ')}.` : undefined;
}
