import type { CivilDate } from '@keel/calendar';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useFormat } from '../../ui/format.js';
import { useNow } from '../../ui/use-now.js';
import { rangeOf, readScheduleSearch, type ScheduleSearch, type ScheduleView } from './schedule-search.js';

export interface Schedule {
  view: ScheduleView;
  date: CivilDate;
  today: CivilDate;
  /** True where the address has a day: otherwise it is today. */
  asked: boolean;
  /** The days shown, `to` exclusive. */
  from: CivilDate;
  to: CivilDate;
  who: readonly string[] | undefined;
  one: string | undefined;
  ended: boolean;
  /** Looks at something else; what is not named stays. */
  look: (at: ScheduleSearch) => void;
}

/** What the address says of the schedule, with the usual where it says nothing. */
export function useSchedule(): Schedule {
  const { view = 'day', date: asked, who: shown, one, ended = false } = readScheduleSearch({ ...useSearch({ from: '/staff/schedule' }) });
  const who = useStable(shown);
  const navigate = useNavigate();
  const today = useFormat().dateOf(new Date(useNow()).toISOString());
  const date = asked ?? today;
  return useMemo(() => {
    // The usual is left out of the address; one look after another is one step back.
    const usual = (at: ScheduleSearch): ScheduleSearch => ({
      ...at,
      ...(at.view === 'day' && { view: undefined }),
      ...(at.date === today && { date: undefined }),
      ...(at.ended === false && { ended: undefined }),
    });
    const look = (at: ScheduleSearch) => void navigate({ to: '.', search: (now: object) => ({ ...now, ...usual(at) }), replace: true });
    return { view, date, today, asked: asked !== undefined, ...rangeOf(view, date), who, one, ended, look };
  }, [view, date, today, asked, who, one, ended, navigate]);
}

/** The same list for as long as it says the same, so that what depends on it is not made anew. */
function useStable(ids: string[] | undefined): string[] | undefined {
  const key = ids?.join();
  return useMemo(() => key?.split(','), [key]);
}
