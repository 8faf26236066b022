import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './client/api.js';
import { isLive } from './appointment-steps.js';
import type { Appointment } from './appointments.js';

// What the floors above the schedule keep of one appointment: its invoice; and the appointments that follow it.

/** The appointment's invoice, a draft too; null where there is none that counts. */
export const invoiceOfAppointmentQuery = (appointmentId: string) =>
  queryOptions({
    queryKey: ['invoices', { appointmentId }],
    queryFn: async () => {
      const { data } = await answered(api.GET('/api/v1/invoices', { params: { query: { appointmentId } } }));
      return data.find(({ status }) => status !== 'void') ?? null;
    },
  });

/** Enough to find one that stands behind some that were cancelled. */
const AHEAD = 20;

/** The appointments of a patient that begin after an instant and stand. */
export const comingAppointmentsQuery = (patientId: string, after: string) =>
  queryOptions({
    queryKey: ['appointments', { patientId, from: after }],
    queryFn: async (): Promise<Appointment[]> => {
      const query = { patientId, from: after, limit: AHEAD };
      return (await answered(api.GET('/api/v1/appointments', { params: { query } }))).data.filter(isLive);
    },
  });
