import { EXPECTED_STATUSES } from '@keel/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { isLive } from './appointment-steps.js';
import { everyAppointment, listAppointments } from './appointments.js';
import { answered, api } from './client/api.js';

// Apart from the schedule's own, which the first load needs: these are of pages that come later.

/** The most that the API gives in one page. */
const PAGE = 200;

/** The latest of a patient, those to come among them, by start. */
const latestOf = async (patientId: string, limit: number) =>
  (await listAppointments({ patientId, limit, sort: '-start' })).data.toReversed();

export const appointmentsOfPatientQuery = (patientId: string) =>
  queryOptions({ queryKey: ['appointments', { patientId }], queryFn: () => latestOf(patientId, PAGE) });

/** The most that the API gives in one page of a patient's: nobody comes that often. */
const ALL_OF_PATIENT = 2000;

/** Every appointment of a patient, by start. */
export const patientAppointmentsQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['appointments', { patientId, limit: ALL_OF_PATIENT }],
    queryFn: () => latestOf(patientId, ALL_OF_PATIENT),
  });

/** Enough to find one that stands behind some that were cancelled. */
const AHEAD = 20;

/** The appointments of a patient that begin after an instant and stand. */
export const comingAppointmentsQuery = (patientId: string, after: string) =>
  queryOptions({
    queryKey: ['appointments', { patientId, from: after }],
    queryFn: async () => (await listAppointments({ patientId, from: after, limit: AHEAD })).data.filter(isLive),
  });

/** When each of these patients came last and comes next; a page of the list at most. */
export const nearestAppointmentsQuery = (patientIds: string[]) =>
  queryOptions({
    queryKey: ['appointments', 'nearest', patientIds],
    queryFn: () => answered(api.GET('/api/v1/appointments/nearest', { params: { query: { patientIds } } })),
  });

/** What is booked at a location from now on. */
export const bookedThereQuery = (locationId: string, from: string) =>
  queryOptions({
    queryKey: ['appointments', 'at', locationId],
    queryFn: async () => (await everyAppointment({ locationId, from })).filter(({ status }) => EXPECTED_STATUSES.includes(status)),
  });

const LIST_PAGE = 50;

/** Appointments of these days that took place and have no invoice yet, oldest first, page by page. */
export const toInvoiceQuery = (from: string, to: string) =>
  infiniteQueryOptions({
    queryKey: ['appointments', { from, to, invoiced: false }],
    initialPageParam: '',
    queryFn: ({ pageParam: cursor }) => listAppointments({ from, to, invoiced: 'false', limit: LIST_PAGE, ...(cursor && { cursor }) }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Appointments that the clinic changed and whose patients nobody has told yet, the soonest first. */
export const untoldQuery = queryOptions({ queryKey: ['untold', 'appointments'], queryFn: () => everyAppointment({ untold: 'true' }) });
