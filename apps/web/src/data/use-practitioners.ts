import type { CivilDate } from '@keel/calendar';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { practitionersQuery } from './practitioners.js';
import { dayCountsQuery } from './appointment-days.js';
import { whoIsSeen } from './who-is-seen.js';

/**
 * Who takes bookings, and who no longer does but has appointments in these days (`to` exclusive), or is asked for: appointments stay where
 * they were booked, and patients come to them. `ended` counts what was cancelled or missed, where that is shown.
 */
export function usePractitioners(from: CivilDate, to: CivilDate, asked: readonly (string | null | undefined)[], ended: boolean) {
  const people = useQuery(practitionersQuery);
  const counts = useQuery({ ...dayCountsQuery(from, to, ended), enabled: people.data?.some(({ active }) => !active) ?? false });
  const key = asked.join();
  const practitioners = useMemo(
    () => people.data && whoIsSeen(people.data, counts.isError ? undefined : (counts.data ?? []), key.split(',')),
    [people.data, counts.isError, counts.data, key],
  );
  return { practitioners, error: people.error, refetch: people.refetch };
}
