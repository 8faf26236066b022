import { type CivilDate } from '@keel/calendar';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, ifMatch } from './client/api.js';
import { toastProblem } from '../ui/toasts.js';

export type WorkingHours = Answer<'WorkingHoursDto'>;
export type TimeOff = Answer<'TimeOffDto'>;

/** All hours of the clinic's practitioners: past, present and planned ones. */
export const workingHoursQuery = queryOptions({
  queryKey: ['working-hours', 'all'],
  queryFn: async () => (await answered(api.GET('/api/v1/working-hours', { params: { query: {} } }))).data,
});

export function setHours(practitionerId: string, body: Answer<'SetWorkingHoursDto'>, current: WorkingHours | undefined) {
  return answered(
    api.PUT('/api/v1/practitioners/{id}/working-hours', {
      params: { path: { id: practitionerId } },
      ...(current && { headers: ifMatch(current) }),
      body,
    }),
  );
}

export function useRemoveHours(onRemoved: (hours: WorkingHours) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (hours: WorkingHours) => {
      await answered(api.DELETE('/api/v1/working-hours/{id}', { params: { path: { id: hours.id } }, headers: ifMatch(hours) }));
      return hours;
    },
    onSuccess: onRemoved,
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['working-hours'] }),
  });
}

const ALL = 200;

/** Time off of a practitioner that is not over yet. */
export const timeOffQuery = (practitionerId: string, from: CivilDate) =>
  queryOptions({
    queryKey: ['time-off', { practitionerId, from }],
    queryFn: async () => (await answered(api.GET('/api/v1/time-off', { params: { query: { practitionerId, from, limit: ALL } } }))).data,
  });

export const createTimeOff = (body: Answer<'CreateTimeOffDto'>) => answered(api.POST('/api/v1/time-off', { body }));

export function useRemoveTimeOff(onRemoved: (off: TimeOff) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (off: TimeOff) => {
      await answered(api.DELETE('/api/v1/time-off/{id}', { params: { path: { id: off.id } }, headers: ifMatch(off) }));
      return off;
    },
    onSuccess: onRemoved,
    onError: toastProblem,
    onSettled: () => Promise.all(['time-off', 'availability'].map((resource) => queries.invalidateQueries({ queryKey: [resource] }))),
  });
}
