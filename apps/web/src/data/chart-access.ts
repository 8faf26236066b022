import { infiniteQueryOptions, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, ifMatch } from './client/api.js';
import { toastProblem } from '../ui/toasts.js';
import { withdrawUndo } from '../ui/undo.js';

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

export type Review = Answer<'ReviewChartAccessDto'>;

const review = ({ id, version }: ChartAccess, body: Review) =>
  answered(api.POST('/api/v1/chart-access/{id}/review', { params: { path: { id } }, headers: ifMatch({ version }), body }));

/** What is being typed of an opening: kept where its row goes and comes back, or somebody else was faster, until it is said. */
export function useTyped({ id }: ChartAccess): [string, (text: string) => void] {
  const queries = useQueryClient();
  const queryKey = [`${KEY}-typed`, id];
  const { data } = useQuery<string>({ queryKey, queryFn: skipToken });
  return [data ?? '', (text) => void queries.setQueryData(queryKey, text)];
}

/**
 * Says what was found. `onDone` is told where the opening has left the list by then too, and gets the way back from a finding of
 * justified to how it stood before, with what was typed of it.
 */
export function useReview(opening: ChartAccess, onDone: (review: Review, back: () => void) => void) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: [KEY] });
  const [, setTyped] = useTyped(opening);
  return useMutation({
    mutationFn: (body: Review) => review(opening, body),
    onMutate: () => withdrawUndo(opening.id),
    onSuccess: (now, body) => {
      setTyped('');
      onDone(body, () => {
        setTyped(body.comment ?? '');
        void review(now, { outcome: 'withdrawn' }).catch(toastProblem).finally(refresh);
      });
    },
    onError: toastProblem,
    onSettled: refresh,
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
