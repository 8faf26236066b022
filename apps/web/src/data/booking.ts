import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api } from './client/api.js';
import { appointmentQuery } from './appointments.js';

export type NewPatient = Answer<'CreatePatientDto'>;
export type NewAppointment = Answer<'BookAppointmentDto'>;

/** A try that was answered by nothing is tried again with the same key, so that it books once. */
export function useBook() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ appointment, key }: { appointment: NewAppointment; key: string }) =>
      answered(api.POST('/api/v1/appointments', { body: appointment, headers: { 'Idempotency-Key': key } })),
    onSuccess: (appointment) => {
      queries.setQueryData(appointmentQuery(appointment.id).queryKey, appointment);
      for (const resource of ['appointments', 'availability', 'timeline']) void queries.invalidateQueries({ queryKey: [resource] });
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['availability'] }),
  });
}

export function useCreatePatient() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ patient, key }: { patient: NewPatient; key: string }) =>
      answered(api.POST('/api/v1/patients', { body: patient, headers: { 'Idempotency-Key': key } })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['patients'] }),
  });
}
