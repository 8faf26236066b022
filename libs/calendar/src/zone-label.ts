import type { FormatLocale } from './spelling.js';
import { type Instant, offsetAt } from './wall-time.js';

/** Whether the clocks of two zones show the same time at an instant; two names may be of one clock. */
export function sameClock(zone: string, other: string, instant: Instant): boolean {
  return zone === other || offsetAt(zone, instant) === offsetAt(other, instant);
}

/** Whose clock a time is by, for where it is not the reader's: "Vancouver time", « heure de Vancouver ». */
export function clockOf(zone: string, locale: FormatLocale): string {
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  if (!locale.startsWith('fr')) return `${city} time`;
  return /^[AEIOUYH]/.test(city) ? `heure d’${city}` : `heure de ${city}`;
}
