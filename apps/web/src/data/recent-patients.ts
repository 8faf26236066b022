import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Patient, PatientSummary } from './patients.js';

const MOST = 8;

/**
 * Whom this person opened last, newest first. Kept beside what was asked of the API: in the memory of this tab only, and gone
 * with everything else at sign-out.
 */
const recentQuery = queryOptions({
  queryKey: ['recent-patients'],
  queryFn: (): PatientSummary[] => [],
  initialData: [],
  staleTime: Infinity,
  gcTime: Infinity,
});

export function useRecentPatients(): PatientSummary[] {
  return useQuery(recentQuery).data;
}

/** Remembers whose page is open. */
export function useRemember(patient: Patient | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (patient) remember(queries, patient);
  }, [queries, patient]);
}

function remember(queries: QueryClient, patient: PatientSummary): void {
  // Without it the list would be forgotten five minutes after it was last looked at.
  queries.setQueryDefaults(recentQuery.queryKey, { gcTime: Infinity });
  queries.setQueryData(recentQuery.queryKey, (now: PatientSummary[] = []) =>
    [patient, ...now.filter(({ id }) => id !== patient.id)].slice(0, MOST),
  );
}
