import { addDays, type CivilDate } from '@keel/calendar';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../../data/client/api.js';
import { useFormat } from '../../../ui/format.js';
import { useSession } from '../../../session/use-session.js';

const PAST_DAYS = 30;
const COMING_DAYS = 60;

/**
 * Whether the clinic has appointments: of the last month and the next two, counted by day, so that nobody's record is read for it.
 * Once it has had one it is not asked again on this device.
 */
const visitedQuery = (clinicId: string, today: CivilDate) =>
  queryOptions({
    queryKey: ['appointments', 'days', { around: today }],
    initialData: () => isKept(visitedKey(clinicId)) || undefined,
    staleTime: ({ state }) => (state.data ? 'static' : 0),
    queryFn: async () => {
      const query = { from: addDays(today, -PAST_DAYS), to: addDays(today, COMING_DAYS) };
      const { data } = await answered(api.GET('/api/v1/appointments/days', { params: { query } }));
      if (data.length > 0) keep(visitedKey(clinicId));
      return data.length > 0;
    },
  });
const visitedKey = (clinicId: string) => `keel-visited-${clinicId}`;

export function useVisited(enabled: boolean) {
  const { clinic } = useSession();
  const format = useFormat();
  return useQuery({ ...visitedQuery(clinic.id, format.dateOf(new Date().toISOString())), enabled });
}

/** The one thing about the set-up that is not in the clinic's data: that somebody does not want to be reminded of it here. */
export function useDismissed(): [dismissed: boolean, dismiss: () => void] {
  const { clinic } = useSession();
  const key = `keel-set-up-dismissed-${clinic.id}`;
  const [dismissed, setDismissed] = useState(() => isKept(key));
  return [
    dismissed,
    () => {
      keep(key);
      setDismissed(true);
    },
  ];
}

function isKept(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    // Storage is closed to us in some private windows; then it lasts as long as the page.
    return false;
  }
}

function keep(key: string): void {
  try {
    localStorage.setItem(key, 'yes');
  } catch {
    // As above.
  }
}
