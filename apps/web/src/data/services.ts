import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, ifMatch } from './client/api.js';
import type { Service } from './clinic.js';
import { toastProblem } from '../ui/toasts.js';

export type NewService = Answer<'CreateServiceDto'>;
export type ServiceChange = Answer<'UpdateServiceDto'>;

const ALL = 200;

/** The archived ones too. */
export const allServicesQuery = queryOptions({
  queryKey: ['services', 'archived too'],
  queryFn: async () => (await answered(api.GET('/api/v1/services', { params: { query: { limit: ALL, archived: 'true' } } }))).data,
});

export const createService = (body: NewService) => answered(api.POST('/api/v1/services', { body }));

export const updateService = (service: Service, body: ServiceChange) =>
  answered(api.PATCH('/api/v1/services/{id}', { params: { path: { id: service.id } }, headers: ifMatch(service), body }));

/** Archiving and taking it back. */
export function useArchive(onDone: (service: Service) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ service, archived }: { service: Service; archived: boolean }) => {
      const options = { params: { path: { id: service.id } } };
      return answered(archived ? api.POST('/api/v1/services/{id}/archive', options) : api.POST('/api/v1/services/{id}/unarchive', options));
    },
    onSuccess: onDone,
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['services'] }),
  });
}
