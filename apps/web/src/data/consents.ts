import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api } from './client/api.js';

export type Consent = Answer<'ConsentDto'>;
type NewConsent = Answer<'RecordConsentDto'>;

export const consentsQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['patients', patientId, 'consents'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/patients/{id}/contact-consents', { params: { path: { id: patientId }, query: { limit: 200 } } })))
        .data,
  });

/** `key` is made when the form opens: a second try records nothing twice. */
export function useRecordConsent(patientId: string, key: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewConsent) =>
      answered(
        api.POST('/api/v1/patients/{id}/contact-consents', {
          params: { path: { id: patientId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    onSuccess: () => void queries.invalidateQueries({ queryKey: consentsQuery(patientId).queryKey }),
  });
}
