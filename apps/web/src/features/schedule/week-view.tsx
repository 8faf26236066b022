import { addDays } from '@keel/calendar';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import type { Practitioner } from '../../data/practitioners.js';
import { columnsOf } from './grid/columns.js';
import { TimeGrid, useAxis } from './grid/time-grid.js';
import { GridFrame } from './grid-frame.js';
import { scheduleWords } from './schedule-words.js';
import type { Schedule } from './use-schedule.js';
import { useGridFacts } from './use-grid-facts.js';

const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** One practitioner's week. */
export function WeekView({ at, one }: { at: Schedule; one: Practitioner }) {
  const t = useWords(scheduleWords);
  const format = useFormat();
  const axis = useAxis('wall');
  const { from, to, ended } = at;
  const { facts, error, again } = useGridFacts({ from, to, practitionerId: one.id });
  const columns = useMemo(() => {
    const wanted = DAYS.map((day) => ({ date: addDays(from, day), practitioner: one }));
    return facts && columnsOf(axis, wanted, facts, ended);
  }, [axis, from, one, facts, ended]);
  return (
    <GridFrame columns={columns} expected={DAYS.length} error={error} onRetry={again}>
      {(ready) => (
        <TimeGrid
          axis={axis}
          columns={ready}
          today={at.today}
          head={({ date, cards }) => (
            <>
              <b data-today={date === at.today || undefined}>
                <Link
                  to="."
                  search={(now: object) => ({ ...now, view: undefined, date })}
                  title={t('openDay', { day: format.civil(date, 'longDate') })}
                >
                  {format.civil(date, 'weekday')}
                </Link>
              </b>
              <small>{t('appointments', { count: cards.length })}</small>
            </>
          )}
        />
      )}
    </GridFrame>
  );
}
