import { infiniteQueryOptions, queryOptions, useMutation } from '@tanstack/react-query';
import { answered, api } from './client/api.js';
import type { Answer } from './client/problem.js';
import { useRenew } from './client/renew.js';

export type Failure = Answer<'DeadLetterDto'>;
const PAGE = 50;

/** What a listener could not do, newest first, page by page. */
export const failuresQuery = infiniteQueryOptions({
  queryKey: ['dead-letters'],
  initialPageParam: '',
  queryFn: ({ pageParam }) => {
    const query = { limit: PAGE, ...(pageParam && { cursor: pageParam }) };
    return answered(api.GET('/api/v1/dead-letters', { params: { query } }));
  },
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

export function useReplay({ id }: Failure, onDone: () => void, onRefused: (error: unknown) => void) {
  const renewFailures = useRenew('dead-letters', 'work-items');
  return useMutation({
    mutationFn: () => answered(api.POST('/api/v1/dead-letters/{id}/replay', { params: { path: { id } } })),
    onSuccess: onDone,
    onError: onRefused,
    onSettled: renewFailures,
  });
}

const LOOK_AGAIN_MS = 30_000;

/** What this installation must be told of now. */
export const alarmsQuery = queryOptions({
  queryKey: ['alarms'],
  queryFn: async () => (await answered(api.GET('/api/v1/alarms'))).data,
  refetchInterval: LOOK_AGAIN_MS,
});
