import { useMutation } from '@tanstack/react-query';
import { answered, api, ifMatch } from './client/api.js';
import type { Answer } from './client/problem.js';
import { useRenew } from './client/renew.js';
import type { WorkingHours } from './working-hours.js';

// Apart from reading them, which the schedule's first load does: these are the settings' alone.

/** Whatever follows from hours; what is free does too. */
export const useRenewHours = () => useRenew('working-hours', 'availability');

export function setHours(practitionerId: string, body: Answer<'SetWorkingHoursDto'>, current: WorkingHours | undefined) {
  return answered(
    api.PUT('/api/v1/practitioners/{id}/working-hours', {
      params: { path: { id: practitionerId } },
      ...(current && { headers: ifMatch(current) }),
      body,
    }),
  );
}

export function useRemoveHours(onRemoved: (hours: WorkingHours) => void, onRefused: (error: unknown) => void) {
  const renewHours = useRenew('working-hours');
  return useMutation({
    mutationFn: async (hours: WorkingHours) => {
      await answered(api.DELETE('/api/v1/working-hours/{id}', { params: { path: { id: hours.id } }, headers: ifMatch(hours) }));
      return hours;
    },
    onSuccess: onRemoved,
    onError: onRefused,
    onSettled: renewHours,
  });
}
