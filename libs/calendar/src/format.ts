import { type FormatLocale, type FormatStyle, spell } from './spelling.js';
import { type Instant, toWall } from './wall-time.js';

/**
 * A time as a person in `zone` reads it. Intl's own zone data is out of date on most machines, so the wall time is worked
 * out here and Intl only spells it, as if it were UTC.
 */
export function formatInZone(instant: Instant | Date, zone: string, locale: FormatLocale, style: FormatStyle = 'longDateTime'): string {
  return spell(toWall(zone, Number(instant)), locale, style);
}
