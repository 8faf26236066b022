import { addDays, type CivilDate } from '@keel/calendar';
import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { useNarrow } from '../../../ui/use-narrow.js';
import type { Practitioner } from '../../../data/practitioners.js';
import { type DayCount, dayCountsQuery } from '../../../data/appointment-days.js';
import { GridLoading } from '../grid-loading.js';
import { scheduleWords } from '../schedule-words.js';
import type { Schedule } from '../use-schedule.js';
import { fullness } from './fullness.js';
import classes from './month.module.css';
import { monthWords } from './month-words.js';

/** How full each day of a month is; a day opens by a click. */
export function MonthView({ at, practitioners }: { at: Schedule; practitioners: readonly Practitioner[] }) {
  const format = useFormat();
  const { data, error, refetch } = useQuery(dayCountsQuery(at.from, at.to));
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <GridLoading columns={7} />;
  const days = daysOf(at.from, at.to);
  const counts = fullness(data, practitioners);
  return (
    <div className={classes['month']}>
      <div className={classes['weekdays']} aria-hidden>
        {days.slice(0, 7).map((day) => (
          <span key={day}>{format.civil(day, 'weekday').replace(/\s*\d+\s*/, '')}</span>
        ))}
      </div>
      <ol className={classes['days']}>
        {days.map((day) => (
          <Day key={day} day={day} at={at} counts={counts.get(day) ?? []} practitioners={practitioners} />
        ))}
      </ol>
    </div>
  );
}

interface DayProps {
  day: CivilDate;
  at: Schedule;
  counts: readonly DayCount[];
  practitioners: readonly Practitioner[];
}

/** An hour booked is this much of a bar: a full day of eight fills it. */
const FULL_MINUTES = 8 * 60;

function Day({ day, at, counts, practitioners }: DayProps) {
  const t = useWords(scheduleWords);
  const format = useFormat();
  const short = useWords(monthWords);
  const narrow = useNarrow();
  const appointments = counts.reduce((sum, one) => sum + one.appointments, 0);
  const of = (id: string) => counts.find(({ practitionerId }) => practitionerId === id);
  return (
    <li
      className={classes['day']}
      data-other={day.slice(0, 7) !== at.date.slice(0, 7) || undefined}
      data-today={day === at.today || undefined}
    >
      <Link to="." search={(now: object) => ({ ...now, view: undefined, date: day })}>
        <VisuallyHidden>{`${format.civil(day, 'longDate')}, ${t('appointments', { count: appointments })}`}</VisuallyHidden>
        <span className={classes['number']} aria-hidden>
          {Number(day.slice(8))}
        </span>
        {appointments > 0 && (
          <span className={classes['count']} aria-hidden>
            {narrow ? short('appointments', { count: appointments }) : t('appointments', { count: appointments })}
          </span>
        )}
        <span className={classes['bars']} aria-hidden>
          {practitioners.map(({ id, colour, displayName }) => {
            const count = of(id);
            const share = Math.min(1, (count?.bookedMinutes ?? 0) / FULL_MINUTES);
            return (
              <span
                key={id}
                className={classes['bar']}
                title={`${displayName} · ${t('appointments', { count: count?.appointments ?? 0 })}`}
              >
                <span style={{ inlineSize: `${share * 100}%`, background: colour }} />
              </span>
            );
          })}
        </span>
      </Link>
    </li>
  );
}

function daysOf(from: CivilDate, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) days.push(day);
  return days;
}
