import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, answered, api, ifMatch } from '../../../api/call.js';

export type ChartAccess = Answer<'ChartAccessDto'>;

const PAGE = 30;
const KEY = 'chart-access';

/** Newest first. */
export const chartAccessQuery = (waiting: boolean) =>
  infiniteQueryOptions({
    queryKey: [KEY, { waiting }],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE, ...(waiting && { unreviewed: 'true' as const }), ...(pageParam && { cursor: pageParam }) };
      return answered(api.GET('/api/v1/chart-access', { params: { query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export function useReview({ id, version }: ChartAccess) {
  const queries = useQueryClient();
  const at = { params: { path: { id } }, headers: ifMatch({ version }) };
  return useMutation({
    mutationFn: (body: Answer<'ReviewChartAccessDto'>) => answered(api.POST('/api/v1/chart-access/{id}/review', { ...at, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}

export function useEnd({ id, version }: ChartAccess) {
  const queries = useQueryClient();
  const at = { params: { path: { id } }, headers: ifMatch({ version }) };
  return useMutation({
    mutationFn: () => answered(api.POST('/api/v1/chart-access/{id}/end', at)),
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}
