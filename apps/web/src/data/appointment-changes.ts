import type { AppointmentAction, CancelledBy } from '@keel/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useKeepAppointment, useShowNewest, type Appointment, byOneself, asSeen, appointmentQuery } from './appointments.js';
import { answered, api } from './client/api.js';
import { noteTelling, asTold } from './as-told.js';
import { inTurn } from './own-changes.js';
import type { Answer } from './client/problem.js';
import { renew } from './client/renew.js';

// Apart from moving, which is done on the schedule itself: these come with what they are done in.

/** Actions that need nothing but the appointment; the others have a form of their own. */
export type PlainAction = Extract<
  AppointmentAction,
  'confirm' | 'arrive' | 'unarrive' | 'start' | 'complete' | 'reopen' | 'no_show' | 'leave_unseen' | 'restore'
>;

/** To the appointment as it was seen, as a cancellation is: what somebody has changed since may be another appointment to whoever does it. */
export function useAppointmentAction() {
  const keep = useKeepAppointment();
  const onError = useShowNewest();
  return useMutation({
    mutationFn: ({ appointment, action, overbook }: { appointment: Appointment; action: PlainAction; overbook?: boolean }) =>
      byOneself(appointment, (seen) => answered(act(seen, action, overbook))),
    onSuccess: (now) => keep(now),
    onError,
  });
}

function act(appointment: Appointment, action: PlainAction, overbook = false) {
  const params = { path: { id: appointment.id } };
  const headers = asSeen(appointment);
  switch (action) {
    case 'confirm':
      return api.POST('/api/v1/appointments/{id}/confirm', { params, headers, body: {} });
    case 'arrive':
      return api.POST('/api/v1/appointments/{id}/arrive', { params, headers });
    case 'unarrive':
      return api.POST('/api/v1/appointments/{id}/unarrive', { params, headers });
    case 'start':
      return api.POST('/api/v1/appointments/{id}/start', { params, headers });
    case 'complete':
      return api.POST('/api/v1/appointments/{id}/complete', { params, headers });
    case 'reopen':
      return api.POST('/api/v1/appointments/{id}/reopen', { params, headers });
    case 'no_show':
      return api.POST('/api/v1/appointments/{id}/no-show', { params, headers });
    case 'leave_unseen':
      return api.POST('/api/v1/appointments/{id}/leave-unseen', { params, headers });
    case 'restore':
      return api.POST('/api/v1/appointments/{id}/restore', { params, headers, body: { overbook } });
  }
}

/** Cancels the appointment as it was seen: one that somebody has changed since is shown anew first. */
export function useCancelAppointment() {
  const keep = useKeepAppointment();
  const onError = useShowNewest();
  return useMutation({
    mutationFn: ({ appointment, by, reason }: { appointment: Appointment; by: CancelledBy; reason: string }) =>
      byOneself(appointment, (seen) =>
        answered(
          api.POST('/api/v1/appointments/{id}/cancel', {
            params: { path: { id: seen.id } },
            headers: asSeen(seen),
            body: { by, ...(reason && { reason }) },
          }),
        ),
      ),
    onSuccess: (now) => keep(now),
    onError,
  });
}

const TOLD_OF = ['start', 'practitionerId', 'locationId', 'cancelledBy'] as const;

/** Somebody has told the patient, or has not after all; of the appointment as it was seen, and not of a later change. */
export function usePatientTold(action: 'patient-told' | 'patient-not-told') {
  const keep = useKeepAppointment();
  const onError = useShowNewest();
  return useMutation({
    mutationFn: (appointment: Appointment) =>
      inTurn(appointment, async (left) => {
        // Where they have changed what is to be told, this says nothing of that.
        const seen = TOLD_OF.every((key) => left[key] === appointment[key]) ? left : appointment;
        const params = { path: { id: seen.id } };
        const now = await answered(api.POST(`/api/v1/appointments/{id}/${action}`, { params, headers: asSeen(seen) }));
        noteTelling(asTold(seen), now);
        return now;
      }),
    onSuccess: (now) => keep(now),
    onError,
  });
}

export type NewAppointment = Answer<'BookAppointmentDto'>;

/** A try that was answered by nothing is tried again with the same key, so that it books once. */
export function useBook() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ appointment, key }: { appointment: NewAppointment; key: string }) =>
      answered(api.POST('/api/v1/appointments', { body: appointment, headers: { 'Idempotency-Key': key } })),
    onSuccess: (appointment) => {
      queries.setQueryData(appointmentQuery(appointment.id).queryKey, appointment);
      void renew(queries, 'appointments', 'availability', 'timeline');
    },
    onError: () => void renew(queries, 'availability'),
  });
}
