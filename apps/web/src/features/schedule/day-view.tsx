import { useMemo } from 'react';
import { useWords } from '../../i18n/words.js';
import type { Practitioner } from '../../data/practitioners.js';
import { useSession } from '../../session/use-session.js';
import { columnsOf } from './grid/columns.js';
import { TimeGrid, useAxis } from './grid/time-grid.js';
import { GridFrame } from './grid-frame.js';
import { scheduleWords } from './schedule-words.js';
import type { Schedule } from './use-schedule.js';
import { useGridFacts } from './use-grid-facts.js';

interface Props {
  at: Schedule;
  practitioners: readonly Practitioner[] | undefined;
  narrow: boolean;
}

/** A column a practitioner; what is in them is asked for while it is still asked who they are. */
export function DayView({ at, practitioners, narrow }: Props) {
  const t = useWords(scheduleWords);
  const { country } = useSession().clinic;
  // As useProfessions says it, in words that come with the schedule: a first load fetches no file for them.
  const field = ({ profession }: Practitioner) =>
    country === 'US' && (profession === 'physiotherapist' || profession === 'counsellor')
      ? t(`us.${profession}`)
      : t(`profession.${profession}`);
  const axis = useAxis('elapsed');
  const { facts, error, again } = useGridFacts({ from: at.from, to: at.to });
  const { date, ended } = at;
  const columns = useMemo(() => {
    const wanted = practitioners?.map((practitioner) => ({ date, practitioner }));
    return facts && wanted && columnsOf(axis, wanted, facts, ended);
  }, [axis, practitioners, date, facts, ended]);
  return (
    <GridFrame columns={columns} expected={practitioners?.length ?? (narrow ? 1 : 6)} error={error} onRetry={again}>
      {(ready) => (
        <TimeGrid
          axis={axis}
          columns={ready}
          today={at.today}
          head={({ practitioner }) => (
            <>
              <b>{practitioner.displayName}</b>
              <small>{practitioner.active ? field(practitioner) : t('inactive')}</small>
            </>
          )}
        />
      )}
    </GridFrame>
  );
}
