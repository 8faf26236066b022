import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, ApiProblem, newestIn } from './client/problem.js';
import { answered, api, type Asked, everyPage, ifMatch } from './client/api.js';
import { isId } from '../staff-search.js';
import { asTold } from './as-told.js';
import { renew } from './client/renew.js';
import { inTurn, noteOwn } from './own-changes.js';

export type Appointment = Answer<'AppointmentDto'>;

/** Days are the clinic's, `to` exclusive. */
export interface AppointmentRange {
  from: string;
  to: string;
  practitionerId?: string | undefined;
}

/** As the API lists them; each query says which. */
export const listAppointments = (query: Asked<'/api/v1/appointments'>) => answered(api.GET('/api/v1/appointments', { params: { query } }));
/** The most that the API gives in one page. */
const PAGE = 200;
/** All that are asked for, in order of start. */
export const everyAppointment = (asked: Omit<Asked<'/api/v1/appointments'>, 'limit'>) =>
  everyPage((at) => listAppointments({ ...asked, limit: PAGE, ...at }));

/** Every appointment of a range of days. */
export const appointmentsQuery = ({ from, to, practitionerId }: AppointmentRange) =>
  queryOptions({
    queryKey: ['appointments', { from, to, practitionerId }],
    queryFn: () => everyAppointment({ from, to, ...(practitionerId && { practitionerId }) }),
  });

export const appointmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['appointments', id],
    queryFn: async () => {
      // An address may say anything.
      if (!isId(id)) throw new ApiProblem(404, 'NOT_FOUND', undefined, undefined);
      return answered(api.GET('/api/v1/appointments/{id}', { params: { path: { id } } }));
    },
  });

/** How many appointments the clinic changed and whose patients nobody has told yet: a number only, so it may be asked for on every page. */
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
    void renew(queries, 'appointments', 'untold', 'availability', 'invoices', 'timeline');
  };
}

/** An appointment that some list on the page has already; undefined where none has. */
export function listedAppointment(queries: QueryClient, id: string): Appointment | undefined {
  const lists = queries.getQueriesData<Appointment[] | Appointment>({ queryKey: ['appointments'] });
  return lists.flatMap(([, data]) => (Array.isArray(data) ? data : [])).find((appointment) => appointment.id === id);
}

/** The newest that this window knows of an appointment that was seen a while ago, wherever that is shown. */
export function newestKnown(queries: QueryClient, seen: Appointment): Appointment {
  const known = queries.getQueriesData({ queryKey: ['appointments'] }).flatMap(([, data]) => data as Appointment | Appointment[]);
  return known.reduce((newest, one) => (one?.id === seen.id && one.version > newest.version ? one : newest), seen);
}

/** In turn with whatever else they do to it, and noted as theirs before it is shown. */
export const byOneself = (asked: Appointment, send: (seen: Appointment) => Promise<Appointment>): Promise<Appointment> =>
  inTurn(asked, async (seen) => {
    const now = await send(seen);
    noteOwn(seen, now);
    return now;
  });

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
      byOneself(appointment, (seen) =>
        answered(api.PATCH('/api/v1/appointments/{id}', { params: { path: { id: seen.id } }, headers: asSeen(seen), body: to })),
      ),
    onSuccess: (now) => keep(now),
    onError,
  });
}

/** Which version a change is made on. */
export const asSeen = (appointment: Appointment) => ifMatch(asTold(appointment));

/** A refusal because somebody was quicker comes with the appointment as it stands now. */
export const newestOf = (error: unknown): Appointment | undefined => newestIn(error) as Appointment | undefined;

/** After a refusal: the appointment as it stands is shown. */
export function useShowNewest(): (error: unknown) => void {
  const keep = useKeepAppointment();
  const queries = useQueryClient();
  return (error) => {
    const current = newestOf(error);
    if (current) keep(current);
    else void renew(queries, 'appointments');
  };
}
