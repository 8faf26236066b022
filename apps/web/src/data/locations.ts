import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, ifMatch } from './client/api.js';
import { toastProblem } from '../ui/toasts.js';
import type { Location } from './clinic.js';

type LocationChange = Answer<'UpdateLocationDto'>;

export const createLocation = (body: Answer<'CreateLocationDto'>) => answered(api.POST('/api/v1/locations', { body }));

export const updateLocation = (location: Location, body: LocationChange) =>
  answered(api.PATCH('/api/v1/locations/{id}', { params: { path: { id: location.id } }, headers: ifMatch(location), body }));

export function useUseLocation(onDone: (location: Location) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ location, active }: { location: Location; active: boolean }) => updateLocation(location, { active }),
    onSuccess: onDone,
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['locations'] }),
  });
}
