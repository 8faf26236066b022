import type { CivilDate } from '@keel/calendar';

/** Below this an age is told in months: a year says too little of a small child. */
const TOLD_IN_MONTHS = 24;

export interface Age {
  unit: 'years' | 'months';
  count: number;
}

/**
 * The age of somebody on a day of the clinic. Who was born on 29 February is a year older on 1 March of a year without one.
 * A birth that is still to come counts as no months.
 */
export function ageOn(day: CivilDate, birth: CivilDate): Age {
  const months = monthsBetween(birth, day);
  return months < TOLD_IN_MONTHS ? { unit: 'months', count: Math.max(0, months) } : { unit: 'years', count: Math.floor(months / 12) };
}

function monthsBetween(from: CivilDate, to: CivilDate): number {
  const [fromYear, fromMonth, fromDay] = partsOf(from);
  const [toYear, toMonth, toDay] = partsOf(to);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

const partsOf = (date: CivilDate) => date.split('-').map(Number) as [number, number, number];
