import { addDays } from '@keel/calendar';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { anyAppointmentQuery } from '../../../data/appointment-days.js';
import { useFormat } from '../../../ui/format.js';
import { useSession } from '../../../session/use-session.js';

const PAST_DAYS = 30;
const COMING_DAYS = 60;

/** Whether the clinic has appointments: of the last month and the next two. Once it has had one it is not asked again on this device. */
export function useVisited(enabled: boolean) {
  const { clinic } = useSession();
  const format = useFormat();
  const key = `keel-visited-${clinic.id}`;
  const today = format.dateOf(new Date().toISOString());
  const kept = { read: () => isKept(key), note: () => keep(key) };
  return useQuery({ ...anyAppointmentQuery(today, addDays(today, -PAST_DAYS), addDays(today, COMING_DAYS), kept), enabled });
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
