import { useQueries } from '@tanstack/react-query';
import type { Answer } from '../../data/client/problem.js';
import { nearestAppointmentsQuery } from '../../data/appointment-lists.js';
import { useCan } from '../../session/use-session.js';
import type { PatientSummary } from '../../data/patients.js';

export type NearestAppointments = Answer<'NearestAppointmentsDto'>;

/** What is known of the appointments of a list; undefined for those who may not see any. */
export interface ListedAppointments {
  of: (patientId: string) => NearestAppointments | undefined;
  /** True while they are being read for the first time. */
  pending: boolean;
  error: unknown;
  retry: () => void;
}

/** The appointments beside the patients of a list: read page by page as the list is, and after it, so that names never wait. */
export function useNearestAppointments(pages: readonly { data: PatientSummary[] }[]): ListedAppointments | undefined {
  const may = useCan()('appointment:read');
  const asked = may ? pages.map(({ data }) => data.map(({ id }) => id)).filter(({ length }) => length > 0) : [];
  const answers = useQueries({ queries: asked.map(nearestAppointmentsQuery) });
  if (!may) return undefined;
  const known = new Map(answers.flatMap(({ data }) => data?.data ?? []).map((row) => [row.patientId, row]));
  const failed = answers.filter(({ isError, data }) => isError && !data);
  return {
    of: (patientId) => known.get(patientId),
    pending: answers.some(({ isPending }) => isPending),
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const { refetch } of failed) void refetch();
    },
  };
}
