import { queryOptions } from '@tanstack/react-query';
import { type Answer, answered, api } from '../../api/call.js';

export type Patient = Answer<'PatientDto'>;
export type PatientSummary = Answer<'PatientSummaryDto'>;

export const patientQuery = (id: string) =>
  queryOptions({
    queryKey: ['patients', id],
    queryFn: () => answered(api.GET('/api/v1/patients/{id}', { params: { path: { id } } })),
  });

/** The forgiving search: names in any order, with errors, parts of a phone number, a date of birth. */
export const patientSearchQuery = (q: string, limit = 8) =>
  queryOptions({
    queryKey: ['patients', { q, limit }],
    enabled: q.trim().length > 1,
    queryFn: async () => (await answered(api.GET('/api/v1/patients', { params: { query: { q: q.trim(), limit } } }))).data,
  });
