import { infiniteQueryOptions, queryOptions, useMutation } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { useRenew } from './client/renew.js';
import { answered, api } from './client/api.js';

export type Factor = Answer<'FactorDto'>;
export type OwnSession = Answer<'OwnSessionDto'>;

export const factorsQuery = queryOptions({
  queryKey: ['own-factors'],
  queryFn: () => answered(api.GET('/api/v1/session/factors')),
});

export const sessionsQuery = infiniteQueryOptions({
  queryKey: ['own-sessions'],
  queryFn: ({ pageParam }) =>
    answered(api.GET('/api/v1/sessions', { params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } } })),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

/** A change to one's own account: what is told of it is read anew. */
function useOwn<T, R>(work: (value: T) => Promise<R>) {
  return useMutation({ mutationFn: work, onSuccess: useRenew('own-factors', 'own-sessions', 'session') });
}

export const useChangePassword = () =>
  useOwn((body: { currentPassword: string; newPassword: string }) => answered(api.PUT('/api/v1/session/password', { body })));
export const useEndSession = () => useOwn((id: string) => answered(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })));
export const useEndOthers = () => useOwn((_: null) => answered(api.DELETE('/api/v1/sessions')));

export const useBeginFactor = () =>
  useMutation({
    mutationFn: (kind: 'totp' | 'passkey' | 'recovery') => answered(api.POST('/api/v1/session/factors', { body: { kind } })),
  });
export const useConfirmFactor = () =>
  useOwn(({ id, ...body }: { id: string; code?: string; passkey?: Record<string, unknown>; name?: string }) =>
    answered(api.POST('/api/v1/session/factors/{id}/confirm', { params: { path: { id } }, body })),
  );
export const useRemoveFactor = () =>
  useOwn((id: string) => answered(api.DELETE('/api/v1/session/factors/{id}', { params: { path: { id } } })));
