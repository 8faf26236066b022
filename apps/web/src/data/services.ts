import { queryOptions, useMutation } from '@tanstack/react-query';
import { answered, api, type Asked, ifMatch, everyPage } from './client/api.js';
import type { Answer } from './client/problem.js';
import { SELDOM } from './client/queries.js';
import { useRenew } from './client/renew.js';

export type Service = Answer<'ServiceDto'>;
export type NewService = Answer<'CreateServiceDto'>;
export type ServiceChange = Answer<'UpdateServiceDto'>;

const PAGE = 200;
const list = (query: Asked<'/api/v1/services'>) =>
  everyPage((at) => answered(api.GET('/api/v1/services', { params: { query: { limit: PAGE, ...query, ...at } } })));

export const servicesQuery = queryOptions({ queryKey: ['services'], staleTime: SELDOM, queryFn: () => list({}) });

/** The archived ones too. */
export const allServicesQuery = queryOptions({
  queryKey: ['services', 'archived too'],
  queryFn: () => list({ archived: 'true' }),
});

export const useRenewServices = () => useRenew('services');

export const createService = (body: NewService) => answered(api.POST('/api/v1/services', { body }));

export const updateService = (service: Service, body: ServiceChange) =>
  answered(api.PATCH('/api/v1/services/{id}', { params: { path: { id: service.id } }, headers: ifMatch(service), body }));

/** Archiving and taking it back. */
export function useArchive(onDone: (service: Service) => void, onRefused: (error: unknown) => void) {
  const renewServices = useRenewServices();
  return useMutation({
    mutationFn: ({ service, archived }: { service: Service; archived: boolean }) => {
      const options = { params: { path: { id: service.id } } };
      return answered(archived ? api.POST('/api/v1/services/{id}/archive', options) : api.POST('/api/v1/services/{id}/unarchive', options));
    },
    onSuccess: onDone,
    onError: onRefused,
    onSettled: renewServices,
  });
}
