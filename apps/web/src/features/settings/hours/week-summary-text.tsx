import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { clockText } from './clock-text.js';
import type { WorkingHours } from '../../../data/working-hours.js';
import { hoursWords } from './hours-words.js';
import { daysAlike } from './week-summary.js';

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Mon to Fri 9:00 a.m. – 5:00 p.m. */
export function WeekSummary({ weekly }: { weekly: WorkingHours['weekly'] }) {
  const t = useWords(hoursWords);
  const format = useFormat();
  const groups = daysAlike(weekly);
  const short = (weekday: number | undefined) => t(`short.d${(weekday ?? 1) as Weekday}`);
  if (groups.length === 0) return <div>{t('off')}</div>;
  return groups.map(({ weekdays, shifts }) => (
    <div key={weekdays[0]}>
      {weekdays.length > 1 ? t('days', { first: short(weekdays[0]), last: short(weekdays.at(-1)) }) : short(weekdays[0])}{' '}
      {shifts.map(({ start, end }) => `${clockText(start, format)} – ${clockText(end, format)}`).join(', ')}
    </div>
  ));
}
