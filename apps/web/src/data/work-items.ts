import type { Language } from '@keel/contracts';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, ifMatch } from './client/api.js';
import { renew } from './client/renew.js';

export type WorkItem = Answer<'WorkItemDto'>;
export type Whose = 'me' | 'nobody';

const PAGE = 50;
/** Who was given what, and what failed in the background, is told by no event. */
const LOOK_AGAIN_MS = 60_000;

/** What is to be decided, the most urgent first. */
export const workItemsQuery = (language: Language, whose: Whose | undefined) =>
  infiniteQueryOptions({
    queryKey: ['work-items', { language, whose }],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE, locale: language, ...(whose && { assignee: whose }), ...(pageParam && { cursor: pageParam }) };
      return answered(api.GET('/api/v1/work-items', { params: { query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: LOOK_AGAIN_MS,
  });

/** Gives an item to somebody, or says by when it is to be done. */
export function useGiveWork({ id, version }: WorkItem, onRefused: (error: unknown) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Answer<'UpdateWorkItemDto'>) =>
      answered(api.PATCH('/api/v1/work-items/{id}', { params: { path: { id } }, headers: ifMatch({ version }), body })),
    onError: onRefused,
    // Also where somebody was quicker: the newest state is shown.
    onSettled: () => renew(queries, 'work-items'),
  });
}
