import { type ClockTime, MINUTE, minutesOf, toInstant, wallOf } from '@keel/calendar';
import type { Format } from '../../../ui/format.js';

/** A day on which no clock is changed. */
const SOME_DAY = wallOf('2026-01-15');

/** A reading of the clock as the reader writes it: `17:00` is 5:00 p.m., in French 17 h. */
export function clockText(clock: ClockTime, format: Format): string {
  return format.time(new Date(toInstant(format.zone, SOME_DAY + minutesOf(clock) * MINUTE)).toISOString());
}
