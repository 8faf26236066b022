import { addDays, type CivilDate, toInstant, wallOf } from '@keel/calendar';
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, type Asked } from './client/api.js';

export type AuditEntry = Answer<'AuditEntryDto'>;

export interface AuditFilter {
  actorId: string;
  patientId: string;
  action: NonNullable<Asked<'/api/v1/audit'>['action']> | '';
  what: string;
  /** Days of the clinic, both included; empty for no bound. */
  from: CivilDate;
  to: CivilDate;
}

export const NO_FILTER: AuditFilter = { actorId: '', patientId: '', action: '', what: '', from: '', to: '' };

const PAGE = 50;

/** Newest first, page by page. */
export const auditQuery = (filter: AuditFilter, zone: string) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    // Each look is an entry by itself: what is there is not asked for again behind one's back.
    staleTime: Infinity,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/audit', { params: { query: { limit: PAGE, ...toQuery(filter, zone), ...(pageParam && { cursor: pageParam }) } } }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** Days become the instants at which they begin by the clinic's clock. */
export function toQuery({ actorId, patientId, action, what, from, to }: AuditFilter, zone: string) {
  const begins = (day: CivilDate) => new Date(toInstant(zone, wallOf(day))).toISOString();
  return {
    ...(actorId && { actorId }),
    ...(patientId && { patientId }),
    ...(action && { action }),
    ...(what && { what }),
    ...(from && { from: begins(from) }),
    ...(to && { to: begins(addDays(to, 1)) }),
  };
}
