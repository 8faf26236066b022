import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, type Asked, ifMatch } from './client/api.js';
import { renew } from './client/renew.js';

export type Patient = Answer<'PatientDto'>;
export type PatientSummary = Answer<'PatientSummaryDto'>;
export type NewPatient = Answer<'CreatePatientDto'>;
export type PatientChange = Answer<'UpdatePatientDto'>;

export const patientQuery = (id: string) =>
  queryOptions({
    queryKey: ['patients', id],
    queryFn: () => answered(api.GET('/api/v1/patients/{id}', { params: { path: { id } } })),
  });

const list = (query: Asked<'/api/v1/patients'>) => answered(api.GET('/api/v1/patients', { params: { query } }));

/** The forgiving search: names in any order, with errors, parts of a phone number, a date of birth. */
export const patientSearchQuery = (q: string, limit = 8) =>
  queryOptions({
    queryKey: ['patients', { q, limit }],
    enabled: q.trim().length > 1,
    queryFn: () => list({ q: q.trim(), limit }),
  });

const ROWS = 50;

/** What the list of patients shows. */
export interface PatientsAsked {
  /** What is looked for. */
  q?: string | undefined;
  archived?: true | undefined;
  sort?: '-lastName' | undefined;
  tag?: string | undefined;
}

/** The list, or the best matches of a search, page after page. */
export const patientListQuery = ({ q, archived, sort, tag }: PatientsAsked) =>
  infiniteQueryOptions({
    queryKey: ['patients', 'list', { q, archived, sort, tag }],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const words = q?.trim();
      const query = {
        limit: ROWS,
        ...(words && { q: words }),
        ...(archived && { archived: 'true' as const }),
        // A search has its best hits first, and the address may keep the order of the list meanwhile.
        ...(sort && !words && { sort }),
        ...(tag && { tag }),
        ...(pageParam && { cursor: pageParam }),
      };
      return list(query);
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Puts a changed patient wherever they are shown; lists are then read again. */
function useKeepPatient(): (patient: Patient) => void {
  const queries = useQueryClient();
  return (patient) => {
    queries.setQueryData(patientQuery(patient.id).queryKey, patient);
    void queries.invalidateQueries({ queryKey: ['patients'], predicate: ({ queryKey }) => queryKey[1] !== patient.id });
    void queries.invalidateQueries({ queryKey: ['timeline', patient.id] });
  };
}

const add = (body: NewPatient, key: string) => answered(api.POST('/api/v1/patients', { body, headers: { 'Idempotency-Key': key } }));

/** `key` is made when the form opens, so that a second try adds nobody twice. */
export function useAddPatient(key: string) {
  const keep = useKeepPatient();
  return useMutation({ mutationFn: (body: NewPatient) => add(body, key), onSuccess: keep });
}

/** The same from a form that makes its keys itself and goes on to something else. */
export function useCreatePatient() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ patient, key }: { patient: NewPatient; key: string }) => add(patient, key),
    onSuccess: () => void renew(queries, 'patients'),
  });
}

export function useChangePatient() {
  const keep = useKeepPatient();
  return useMutation({
    mutationFn: ({ patient, change }: { patient: Pick<Patient, 'id' | 'version'>; change: PatientChange }) =>
      answered(api.PATCH('/api/v1/patients/{id}', { params: { path: { id: patient.id } }, headers: ifMatch(patient), body: change })),
    onSuccess: keep,
  });
}
