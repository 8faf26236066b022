import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, answered, api, ifMatch } from '../../../api/call.js';
import { toastProblem } from '../../../ui/toasts.js';
import type { Practitioner } from '../../clinic/clinic.queries.js';
import { sessionQuery } from '../../session/session.queries.js';

export type NewPractitioner = Answer<'AddPractitionerDto'>;
type PractitionerChange = Answer<'UpdatePractitionerDto'>;

export const addPractitioner = (body: NewPractitioner) => answered(api.POST('/api/v1/practitioners', { body }));

export const updatePractitioner = (practitioner: Practitioner, body: PractitionerChange) =>
  answered(api.PATCH('/api/v1/practitioners/{id}', { params: { path: { id: practitioner.id } }, headers: ifMatch(practitioner), body }));

/** After somebody became a practitioner: whoever it is may have rights now that they had not before. */
export function useReadAgain() {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: ['practitioners'] });
    void queries.invalidateQueries({ queryKey: ['staff'] });
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
}

export function useChangePractitioner(onDone: (practitioner: Practitioner) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ practitioner, change }: { practitioner: Practitioner; change: PractitionerChange }) =>
      updatePractitioner(practitioner, change),
    onSuccess: onDone,
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['practitioners'] }),
  });
}

export function useInvitePractitioner(onDone: (practitioner: Practitioner) => void) {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: ({ id }: Practitioner) => answered(api.POST('/api/v1/practitioners/{id}/invite', { params: { path: { id } } })),
    onSuccess: onDone,
    onError: toastProblem,
    // It may have been one's own.
    onSettled: readAgain,
  });
}
