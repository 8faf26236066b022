import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { answered, api, ifMatch } from './client/api.js';
import type { Answer } from './client/problem.js';
import { SELDOM } from './client/queries.js';

export type Clinic = Answer<'ClinicDto'>;

/** The clinic's own rules, such as the notice for cancelling. */
export const clinicQuery = (id: string) =>
  queryOptions({
    queryKey: ['clinics', id],
    staleTime: SELDOM,
    queryFn: () => answered(api.GET('/api/v1/clinics/{id}', { params: { path: { id } } })),
  });

export const updateClinic = (clinic: Clinic, body: Answer<'UpdateClinicDto'>) =>
  answered(api.PATCH('/api/v1/clinics/{id}', { params: { path: { id: clinic.id } }, headers: ifMatch(clinic), body }));

/** Puts a changed clinic wherever it is shown. */
export function useKeepClinic(): (clinic: Clinic) => void {
  const queries = useQueryClient();
  return (clinic) => void queries.setQueryData(clinicQuery(clinic.id).queryKey, clinic);
}
