import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api, ifMatch } from './client/api.js';
import type { Answer } from './client/problem.js';
import { renew } from './client/renew.js';
import type { Practitioner } from './practitioners.js';

// Apart from reading them, which the schedule's first load does: these are the settings' alone.

export type NewPractitioner = Answer<'AddPractitionerDto'>;
type PractitionerChange = Answer<'UpdatePractitionerDto'>;

export const addPractitioner = (body: NewPractitioner) => answered(api.POST('/api/v1/practitioners', { body }));

export const updatePractitioner = (practitioner: Practitioner, body: PractitionerChange) =>
  answered(api.PATCH('/api/v1/practitioners/{id}', { params: { path: { id: practitioner.id } }, headers: ifMatch(practitioner), body }));

/** After somebody became a practitioner: whoever it is may have rights now that they had not before. */
export function useRenewPeople() {
  const queries = useQueryClient();
  return async () => {
    void renew(queries, 'practitioners', 'staff');
    await renew(queries, 'session');
  };
}

export function useChangePractitioner(
  onDone: (practitioner: Practitioner, before: Practitioner) => void | Promise<void>,
  onRefused: (error: unknown) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ practitioner, change }: { practitioner: Practitioner; change: PractitionerChange }) =>
      updatePractitioner(practitioner, change),
    onSuccess: (done, { practitioner }) => onDone(done, practitioner),
    onError: onRefused,
    onSettled: () => {
      // An invitation that ended stands there no more.
      void renew(queries, 'staff');
      return renew(queries, 'practitioners');
    },
  });
}

export function useInvitePractitioner(onDone: (practitioner: Practitioner) => void, onRefused: (error: unknown) => void) {
  const renewPeople = useRenewPeople();
  return useMutation({
    mutationFn: ({ id }: Practitioner) => answered(api.POST('/api/v1/practitioners/{id}/invite', { params: { path: { id } } })),
    onSuccess: onDone,
    onError: onRefused,
    // It may have been one's own.
    onSettled: renewPeople,
  });
}
