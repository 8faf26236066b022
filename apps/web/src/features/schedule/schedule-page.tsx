import { part } from '../../i18n/shelf.js';
import { Text } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../../i18n/words.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useNarrow } from '../../ui/use-narrow.js';
import type { Practitioner } from '../../data/practitioners.js';
import { useCan, useSession } from '../../session/use-session.js';
import { DayView } from './day-view.js';
import { GridLoading } from './grid-loading.js';
import { scheduleWords } from './schedule-words.js';
import classes from './schedule.module.css';
import { Toolbar } from './toolbar.js';
import { type Schedule, useSchedule } from './use-schedule.js';
import { usePractitioners } from '../../data/use-practitioners.js';
import { useAppointmentDay } from './use-appointment-day.js';

const WeekView = lazy(() => part(() => import('./week-view.js')).then((module) => ({ default: module.WeekView })));
const MonthView = lazy(() => part(() => import('./month/month-view.js')).then((module) => ({ default: module.MonthView })));

/** Who sees whom when, and free time to book. `above`: what is said there to whoever manages the clinic. */
export function SchedulePage({ above }: { above: ReactNode }) {
  const t = useWords(scheduleWords);
  const at = useSchedule();
  useAppointmentDay(at);
  const narrow = useNarrow();
  const { practitionerId } = useSession();
  const can = useCan();
  const single = at.view === 'week' || (at.view === 'day' && narrow);
  const { practitioners, error, refetch } = usePractitioners(at.from, at.to, single ? [at.one, practitionerId] : (at.who ?? []), at.ended);
  const find = (id: string | null | undefined) => practitioners?.find((one) => one.id === id);
  // A practitioner's own unless somebody else's is asked for.
  const one = find(at.one) ?? find(at.who?.[0]) ?? find(practitionerId) ?? practitioners?.[0];
  return (
    <div className={classes['page']}>
      <Toolbar at={at} practitioners={practitioners ?? []} one={single ? one : undefined} />
      {can('clinic:manage') && above}
      {error && !practitioners ? (
        <div className={classes['note']}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : practitioners && !one ? (
        <Text className={classes['note']}>{t('nobody')}</Text>
      ) : (
        <View at={at} practitioners={practitioners && shownOf(at, practitioners)} one={one} narrow={narrow} />
      )}
    </div>
  );
}

interface ViewProps {
  at: Schedule;
  /** Undefined until they are there: the appointments of a day are asked for at the same time. */
  practitioners: readonly Practitioner[] | undefined;
  one: Practitioner | undefined;
  narrow: boolean;
}

function View({ at, practitioners, one, narrow }: ViewProps) {
  if (at.view === 'day') return <DayView at={at} practitioners={narrow ? one && [one] : practitioners} narrow={narrow} />;
  if (!practitioners || !one) return <GridLoading columns={7} />;
  return (
    <Suspense fallback={<GridLoading columns={7} />}>
      {at.view === 'week' ? <WeekView at={at} one={one} /> : <MonthView at={at} practitioners={practitioners} />}
    </Suspense>
  );
}

function shownOf({ who }: Schedule, practitioners: readonly Practitioner[]): readonly Practitioner[] {
  const shown = who ? practitioners.filter(({ id }) => who.includes(id)) : practitioners;
  return shown.length > 0 ? shown : practitioners;
}
