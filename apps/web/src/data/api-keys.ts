import { queryOptions, useMutation } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { useRenew } from './client/renew.js';
import { answered, api } from './client/api.js';

export type ApiKey = Answer<'ApiKeyDto'>;
export type CreatedKey = Answer<'CreatedApiKeyDto'>;

const NEWEST = 100;

const list = () => answered(api.GET('/api/v1/api-keys', { params: { query: { limit: NEWEST } } }));

export const apiKeysQuery = queryOptions({ queryKey: ['api-keys'], queryFn: async () => (await list()).data });

/** The keys of this clinic that act for the person; for who may manage keys. */
export const ownKeysQuery = (userId: string) =>
  queryOptions({
    queryKey: ['own-keys', userId],
    queryFn: list,
    select: ({ data }) => data.filter(({ maker, status }) => maker?.userId === userId && status === 'active'),
  });

export const useRenewKeys = () => useRenew('api-keys');

export const createKey = (body: Answer<'CreateApiKeyDto'>) => answered(api.POST('/api/v1/api-keys', { body }));

export function useRevoke(onDone: () => void, onRefused: (error: unknown) => void) {
  const renewKeys = useRenewKeys();
  return useMutation({
    mutationFn: ({ id }: ApiKey) => answered(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: onDone,
    onError: onRefused,
    onSettled: renewKeys,
  });
}

/** The key is mine from now on, by a new secret: it goes on where its maker has left. */
export function useAdopt(onDone: (key: CreatedKey) => void, onRefused: (error: unknown) => void) {
  const renewKeys = useRenewKeys();
  return useMutation({
    mutationFn: ({ id }: ApiKey) => answered(api.POST('/api/v1/api-keys/{id}/adopt', { params: { path: { id } } })),
    onSuccess: onDone,
    onError: onRefused,
    onSettled: renewKeys,
  });
}
