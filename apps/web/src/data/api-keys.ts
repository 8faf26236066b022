import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api } from './client/api.js';
import { toastProblem } from '../ui/toasts.js';

export type ApiKey = Answer<'ApiKeyDto'>;
export type CreatedKey = Answer<'CreatedApiKeyDto'>;

const NEWEST = 100;

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async () => (await answered(api.GET('/api/v1/api-keys', { params: { query: { limit: NEWEST } } }))).data,
});

export const createKey = (body: Answer<'CreateApiKeyDto'>) => answered(api.POST('/api/v1/api-keys', { body }));

export function useRevoke(onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: ApiKey) => answered(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: onDone,
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
}

/** The key is mine from now on, by a new secret: it goes on where its maker has left. */
export function useAdopt(onDone: (key: CreatedKey) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: ApiKey) => answered(api.POST('/api/v1/api-keys/{id}/adopt', { params: { path: { id } } })),
    onSuccess: onDone,
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
}
