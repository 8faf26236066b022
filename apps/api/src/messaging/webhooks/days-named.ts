import { addDays, dateIn, DAY, HOUR, toWall, weekdayOf } from '@keel/calendar';
import { plain } from './spelling.js';

type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** A day, a week or a part of a day, as a yes or a courtesy names it. */
export type DayNamed =
  | { day: 'today' | 'tomorrow' | 'next week' }
  /** By ISO: Monday is 1. */
  | { weekday: number; next: boolean }
  | { part: PartOfDay };

/** An appointment as far as a day can be another than its. */
export interface Placed {
  start: Date;
  timeZone: string;
}

const WEEKDAYS: readonly RegExp[] = [
  /^(?:mon|monday|lundi)$/,
  /^(?:tue|tues|tuesday|mardi)$/,
  /^(?:wed|weds|wednesday|mercredi)$/,
  /^(?:thu|thur|thurs|thursday|jeudi)$/,
  /^(?:fri|friday|vendredi)$/,
  /^(?:sat|saturday|samedi)$/,
  /^(?:sun|sunday|dimanche)$/,
];
const WEEKDAY =
  '(?:monday|tues?|tuesday|weds?|wednesday|thu|thurs?|thursday|fri|friday|sat|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?<=\\b(?:you|ya|u|until|till|next|this|on|around|later|again|soon) )(?:mon|sun))';
/** A wish for their day, or a greeting, is of no appointment. */
const WISHED =
  /\b(?:have|enjoy) (?:a|an|the|your)(?: \w+){0,6}? (?:day|morning|afternoon|evening|night|weekend|week|one|holidays?)\b|\bgood (?:day|morning|afternoon|evening|night|weekend)\b|\b(?:bon|bonne|belle|excellente) (?:\w+ (?:de )?)?(?:matin|matinee|journee|soiree|nuit|apres midi|semaine|weekend|week end)\b/g;
const NAMED = new RegExp(
  `\\b(?:(next) )?(${WEEKDAY})\\b(?: (prochain))?|\\b(today|tonight|tomorrow|aujourdhui|aujourd hui|demain|ce soir|ce matin|tantot|tout a le heure)\\b|\\b(next week|semaine prochaine)\\b|\\b(morning|afternoon|evening|matin|apres midi|soir)\\b`,
  'g',
);
const TODAY = /^(?:today|tonight|aujourd ?hui|ce soir|ce matin|tantot|tout a le heure)$/;
const PARTS: readonly (readonly [PartOfDay, RegExp])[] = [
  ['morning', /^(?:morning|matin|ce matin)$/],
  ['afternoon', /^(?:afternoon|apres midi)$/],
  ['evening', /^(?:evening|soir|tonight|ce soir)$/],
];

/** The days that are named in a text which is a yes, thanks or a farewell and nothing else. */
export function daysNamed(text: string): DayNamed[] {
  const said = plain(text).replace(WISHED, ' ');
  return [...said.matchAll(NAMED)].flatMap(([, next, weekday, prochain, day, week, part]) => {
    const named: DayNamed[] = [];
    if (weekday) named.push({ weekday: WEEKDAYS.findIndex((one) => one.test(weekday)) + 1, next: Boolean(next ?? prochain) });
    if (day) named.push({ day: TODAY.test(day) ? 'today' : 'tomorrow' });
    if (week) named.push({ day: 'next week' });
    const hours = PARTS.find(([, words]) => words.test(part ?? day ?? ''))?.[0];
    return hours ? [...named, { part: hours }] : named;
  });
}

const WEEK = 7;

/**
 * Whether the appointment is on all the days that are named. By its name alone a weekday is the one within a week; "next Friday" is that of the
 * week after this one, which some call so: where it may be either, it is not surely named.
 */
export const isNamed = (named: readonly DayNamed[], appointment: Placed, now: Date): boolean =>
  named.every((one) => isOn(one, appointment, now));

function isOn(named: DayNamed, { start, timeZone }: Placed, now: Date): boolean {
  if ('part' in named) return isIn(named.part, (toWall(timeZone, +start) % DAY) / HOUR);
  const [date, today] = [dateIn(timeZone, +start), dateIn(timeZone, +now)];
  const isWithin = (from: string, days: number) => date >= from && date < addDays(from, days);
  if ('weekday' in named) {
    if (weekdayOf(date) !== named.weekday) return false;
    return named.next ? isWithin(mondayAfter(today), WEEK) : isWithin(today, WEEK + 1);
  }
  if (named.day === 'next week') return isWithin(mondayAfter(today), WEEK);
  return date === (named.day === 'today' ? today : addDays(today, 1));
}

/** Noon and what lies between the afternoon and the evening may be called either. */
function isIn(part: PartOfDay, hour: number): boolean {
  if (part === 'morning') return hour < 12;
  return part === 'afternoon' ? hour >= 12 && hour < 18 : hour >= 16;
}

const mondayAfter = (date: string): string => addDays(date, WEEK + 1 - weekdayOf(date));
