import { infiniteQueryOptions, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, ifMatch } from './client/api.js';
import { useRenew } from './client/renew.js';

export type ChartAccess = Answer<'ChartAccessDto'>;

const PAGE = 30;

/** Newest first. */
export const chartAccessQuery = (waiting: boolean) =>
  infiniteQueryOptions({
    queryKey: ['chart-access', { waiting }],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE, ...(waiting && { unreviewed: 'true' as const }), ...(pageParam && { cursor: pageParam }) };
      return answered(api.GET('/api/v1/chart-access', { params: { query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export type Review = Answer<'ReviewChartAccessDto'>;

export const useRenewOpenings = () => useRenew('chart-access', 'work-items');

export const reviewOpening = ({ id, version }: ChartAccess, body: Review) =>
  answered(api.POST('/api/v1/chart-access/{id}/review', { params: { path: { id } }, headers: ifMatch({ version }), body }));

/** What is being typed of an opening: kept where its row goes and comes back, or somebody else was faster, until it is said. */
export function useTyped({ id }: ChartAccess): [string, (text: string) => void] {
  const queries = useQueryClient();
  const queryKey = ['chart-access-typed', id];
  const { data } = useQuery<string>({ queryKey, queryFn: skipToken });
  return [data ?? '', (text) => void queries.setQueryData(queryKey, text)];
}

export function useEnd({ id, version }: ChartAccess) {
  const renewOpenings = useRenewOpenings();
  const at = { params: { path: { id } }, headers: ifMatch({ version }) };
  return useMutation({
    mutationFn: () => answered(api.POST('/api/v1/chart-access/{id}/end', at)),
    onSettled: renewOpenings,
  });
}
