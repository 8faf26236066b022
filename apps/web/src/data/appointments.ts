import type { AppointmentAction, CancelledBy } from '@keel/contracts';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, ApiProblem } from './client/problem.js';
import { answered, api, ifMatch } from './client/api.js';
import { isId } from '../staff-search.js';
import { asTold, noteTelling } from './as-told.js';
import { noteOwn } from './own-changes.js';

export type Appointment = Answer<'AppointmentDto'>;

/** Days are the clinic's, `to` exclusive. */
export interface AppointmentRange {
  from: string;
  to: string;
  practitionerId?: string | undefined;
}

/** The most that the API gives in one page. */
const PAGE = 200;

/** Every appointment of a range of days, in order of start, read page after page. */
export const appointmentsQuery = ({ from, to, practitionerId }: AppointmentRange) =>
  queryOptions({
    queryKey: ['appointments', { from, to, practitionerId }],
    queryFn: () => everyAppointment({ from, to, ...(practitionerId && { practitionerId }) }),
  });

/** All that are asked for, page after page. */
async function everyAppointment(asked: { from: string; to: string; practitionerId?: string } | { untold: 'true' }): Promise<Appointment[]> {
  const appointments: Appointment[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { ...asked, limit: PAGE, ...(cursor && { cursor }) };
    const page = await answered(api.GET('/api/v1/appointments', { params: { query } }));
    appointments.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor);
  return appointments;
}

export const appointmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['appointments', id],
    queryFn: async () => {
      // An address may say anything.
      if (!isId(id)) throw new ApiProblem(404, 'NOT_FOUND', undefined, undefined);
      return answered(api.GET('/api/v1/appointments/{id}', { params: { path: { id } } }));
    },
  });

/** The latest appointments of one patient, those to come among them, by start. */
export const appointmentsOfPatientQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['appointments', { patientId }],
    queryFn: async () => {
      const query = { patientId, limit: PAGE, sort: '-start' as const };
      return (await answered(api.GET('/api/v1/appointments', { params: { query } }))).data.toReversed();
    },
  });

/** Appointments that the clinic changed and whose patients nobody has told yet, the soonest first. */
export const untoldQuery = queryOptions({
  queryKey: ['untold', 'appointments'],
  queryFn: () => everyAppointment({ untold: 'true' }),
});

/** How many they are: a number only, so it may be asked for on every page. */
export const untoldCountQuery = queryOptions({
  queryKey: ['untold', 'count'],
  queryFn: async () => (await answered(api.GET('/api/v1/appointments/untold'))).count,
});

/** Puts a changed appointment wherever it is shown, at once; lists are then read again. */
export function useKeepAppointment(): (appointment: Appointment) => void {
  const queries = useQueryClient();
  return (appointment) => {
    queries.setQueryData(appointmentQuery(appointment.id).queryKey, appointment);
    queries.setQueriesData<Appointment[]>(
      { queryKey: ['appointments'], predicate: ({ state }) => Array.isArray(state.data) },
      (appointments) => appointments?.map((one) => (one.id === appointment.id ? appointment : one)),
    );
    for (const resource of ['appointments', 'untold', 'availability', 'invoices', 'timeline'])
      void queries.invalidateQueries({ queryKey: [resource] });
  };
}

/** The newest that this window knows of an appointment that was seen a while ago, wherever that is shown. */
export function newestKnown(queries: QueryClient, seen: Appointment): Appointment {
  const known = queries.getQueriesData({ queryKey: ['appointments'] }).flatMap(([, data]) => data as Appointment | Appointment[]);
  return known.reduce((newest, one) => (one?.id === seen.id && one.version > newest.version ? one : newest), seen);
}

/** Actions that need nothing but the appointment; the others have a form of their own. */
export type PlainAction = Extract<
  AppointmentAction,
  'confirm' | 'arrive' | 'unarrive' | 'start' | 'complete' | 'reopen' | 'no_show' | 'leave_unseen' | 'restore'
>;

function keepOwn(keep: (appointment: Appointment) => void, before: Appointment, now: Appointment): void {
  noteOwn(before, now);
  keep(now);
}

/** To the appointment as it was seen, as a cancellation is: what somebody has changed since may be another appointment to whoever does it. */
export function useAppointmentAction() {
  const keep = useKeepAppointment();
  const onError = useShowNewest();
  return useMutation({
    mutationFn: ({ appointment, action, overbook }: { appointment: Appointment; action: PlainAction; overbook?: boolean }) =>
      answered(act(appointment, action, overbook)),
    onSuccess: (now, { appointment }) => keepOwn(keep, appointment, now),
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
      answered(
        api.POST('/api/v1/appointments/{id}/cancel', {
          params: { path: { id: appointment.id } },
          headers: asSeen(appointment),
          body: { by, ...(reason && { reason }) },
        }),
      ),
    onSuccess: (now, { appointment }) => keepOwn(keep, appointment, now),
    onError,
  });
}

/** Somebody has told the patient, or has not after all; of the appointment as it was seen, and not of a later change. */
export function usePatientTold(action: 'patient-told' | 'patient-not-told') {
  const keep = useKeepAppointment();
  const onError = useShowNewest();
  return useMutation({
    mutationFn: (appointment: Appointment) =>
      answered(api.POST(`/api/v1/appointments/{id}/${action}`, { params: { path: { id: appointment.id } }, headers: asSeen(appointment) })),
    onSuccess: (now, seen) => {
      noteTelling(asTold(seen), now);
      keep(now);
    },
    onError,
  });
}

/** Another time, practitioner, service, place or length; what is left out stays. */
export interface Move {
  start?: string;
  practitionerId?: string;
  serviceId?: string;
  locationId?: string;
  placeNamed?: boolean;
  durationMinutes?: number;
  /** Deliberately over another appointment or over time off. */
  overbook?: boolean;
}

export function useMoveAppointment() {
  const keep = useKeepAppointment();
  const onError = useShowNewest();
  return useMutation({
    mutationFn: ({ appointment, to }: { appointment: Appointment; to: Move }) =>
      answered(
        api.PATCH('/api/v1/appointments/{id}', { params: { path: { id: appointment.id } }, headers: asSeen(appointment), body: to }),
      ),
    onSuccess: (now, { appointment }) => keepOwn(keep, appointment, now),
    onError,
  });
}

/** Which version a change is made on. */
const asSeen = (appointment: Appointment) => ifMatch(asTold(appointment));

/** A refusal because somebody was quicker comes with the appointment as it stands now; always the same object of one refusal. */
export function newestOf(error: unknown): Appointment | undefined {
  return error instanceof ApiProblem && error.code === 'STALE_VERSION' ? (error.body['current'] as Appointment | undefined) : undefined;
}

function useShowNewest(): (error: unknown) => void {
  const keep = useKeepAppointment();
  const queries = useQueryClient();
  return (error) => {
    const current = newestOf(error);
    if (current) keep(current);
    else void queries.invalidateQueries({ queryKey: ['appointments'] });
  };
}

export interface FreeTimesOf {
  serviceId: string;
  practitionerId?: string | undefined;
  /** Days of the clinic, `to` exclusive. */
  from: string;
  to: string;
}

/** What can be booked, by start. */
export const freeTimesQuery = ({ serviceId, practitionerId, from, to }: FreeTimesOf) =>
  queryOptions({
    queryKey: ['availability', { serviceId, practitionerId, from, to }],
    queryFn: async () => {
      const slots: Answer<'SlotDto'>[] = [];
      // Very many come in parts; a day without its times would look full.
      for (let cursor: string | null | undefined; cursor !== null;) {
        const query = { serviceId, from, to, ...(practitionerId && { practitionerId }), ...(cursor && { cursor }) };
        const page = await answered(api.GET('/api/v1/availability', { params: { query } }));
        slots.push(...page.data);
        cursor = page.nextCursor;
      }
      return slots;
    },
  });
