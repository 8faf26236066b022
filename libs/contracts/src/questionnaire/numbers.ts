import type { Language } from '../locales.js';

export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** What is wrong with a number that is asked for between these, both included. */
export function outside({ min, max }: { min?: number; max?: number }, value: number): string | undefined {
  const fits = (min === undefined || value >= min) && (max === undefined || value <= max);
  return fits ? undefined : `Send a number from ${min ?? 'any'} to ${max ?? 'any'}.`;
}

export const spelt = (value: number, language: Language): string => (language === 'fr' ? String(value).replace('.', ',') : String(value));
