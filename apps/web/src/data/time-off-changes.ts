import { useMutation } from '@tanstack/react-query';
import { answered, api, ifMatch } from './client/api.js';
import type { Answer } from './client/problem.js';
import { useRenew } from './client/renew.js';
import type { TimeOff } from './time-off.js';

// Apart from reading them, which the schedule's first load does: these are the settings' alone.

/** Whatever follows from time off; what is free does too. */
export const useRenewTimeOff = () => useRenew('time-off', 'availability');

export const createTimeOff = (body: Answer<'CreateTimeOffDto'>) => answered(api.POST('/api/v1/time-off', { body }));

export function useRemoveTimeOff(onRemoved: (off: TimeOff) => void, onRefused: (error: unknown) => void) {
  const renewTimeOff = useRenewTimeOff();
  return useMutation({
    mutationFn: async (off: TimeOff) => {
      await answered(api.DELETE('/api/v1/time-off/{id}', { params: { path: { id: off.id } }, headers: ifMatch(off) }));
      return off;
    },
    onSuccess: onRemoved,
    onError: onRefused,
    onSettled: renewTimeOff,
  });
}
