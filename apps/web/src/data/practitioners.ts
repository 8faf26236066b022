import { addDays } from '@keel/calendar';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, ifMatch } from './client/api.js';
import { useFormat } from '../ui/format.js';
import { toastProblem } from '../ui/toasts.js';
import type { Practitioner } from './clinic.js';
import { sessionQuery } from './session.js';

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

/** About three months: the most days that the API counts at once. */
const DAYS_AHEAD = 92;

/** How many appointments somebody has ahead; none where that could not be asked. */
export function useAppointmentsAhead() {
  const { dateOf } = useFormat();
  return async ({ id: practitionerId }: Practitioner): Promise<number> => {
    const from = dateOf(new Date().toISOString());
    const query = { from, to: addDays(from, DAYS_AHEAD), practitionerId };
    const days = await answered(api.GET('/api/v1/appointments/days', { params: { query } })).catch(() => undefined);
    return days?.data.reduce((sum, { appointments }) => sum + appointments, 0) ?? 0;
  };
}

export function useChangePractitioner(onDone: (practitioner: Practitioner, before: Practitioner) => void | Promise<void>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ practitioner, change }: { practitioner: Practitioner; change: PractitionerChange }) =>
      updatePractitioner(practitioner, change),
    onSuccess: (done, { practitioner }) => onDone(done, practitioner),
    onError: toastProblem,
    onSettled: () => {
      // An invitation that ended stands there no more.
      void queries.invalidateQueries({ queryKey: ['staff'] });
      return queries.invalidateQueries({ queryKey: ['practitioners'] });
    },
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
