import { Suspense, useMemo } from 'react';
import { lazyBeside } from '../../ui/lazy-beside.js';
import type { Practitioner } from '../clinic/clinic.queries.js';
import { columnsOf } from './grid/columns.js';
import { TimeGrid, useAxis } from './grid/time-grid.js';
import { GridFrame } from './grid-frame.js';
import type { Schedule } from './use-schedule.js';
import { useGridFacts } from './use-grid-facts.js';

// The schedule does not wait for these words.
const ProfessionField = lazyBeside(() => import('../clinic/use-professions.js').then((module) => ({ default: module.ProfessionField })));

interface Props {
  at: Schedule;
  practitioners: readonly Practitioner[] | undefined;
  narrow: boolean;
}

/** A column a practitioner; what is in them is asked for while it is still asked who they are. */
export function DayView({ at, practitioners, narrow }: Props) {
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
              <small>
                <Suspense fallback={'\u00a0'}>
                  <ProfessionField of={practitioner.profession} />
                </Suspense>
              </small>
            </>
          )}
        />
      )}
    </GridFrame>
  );
}
