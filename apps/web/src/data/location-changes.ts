import { useMutation } from '@tanstack/react-query';
import { answered, api, ifMatch } from './client/api.js';
import type { Answer } from './client/problem.js';
import { useRenew } from './client/renew.js';
import type { Location } from './locations.js';

// Apart from reading them, which the schedule's first load does: these are the settings' alone.

type LocationChange = Answer<'UpdateLocationDto'>;

export const useRenewLocations = () => useRenew('locations');

export const createLocation = (body: Answer<'CreateLocationDto'>) => answered(api.POST('/api/v1/locations', { body }));

export const updateLocation = (location: Location, body: LocationChange) =>
  answered(api.PATCH('/api/v1/locations/{id}', { params: { path: { id: location.id } }, headers: ifMatch(location), body }));

export function useUseLocation(onDone: (location: Location) => void, onRefused: (error: unknown) => void) {
  const renewLocations = useRenewLocations();
  return useMutation({
    mutationFn: ({ location, active }: { location: Location; active: boolean }) => updateLocation(location, { active }),
    onSuccess: onDone,
    onError: onRefused,
    onSettled: renewLocations,
  });
}
