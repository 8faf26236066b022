import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, answered, api, ifMatch } from '../../../api/call.js';
import { toastProblem } from '../../../ui/toasts.js';
import { withdrawUndo } from '../../../ui/undo.js';

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

/**
 * Says what was found. `onDone` is told where the opening has left the list by then too, and gets the way back to how it stood
 * before.
 */
export function useReview(opening: ChartAccess, onDone: (review: Review, back: () => void) => void) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: [KEY] });
  const { reviewOutcome, reviewComment } = opening;
  const before: Review = reviewOutcome ? { outcome: reviewOutcome, comment: reviewComment } : { outcome: 'withdrawn' };
  return useMutation({
    mutationFn: (body: Review) => review(opening, body),
    onMutate: () => withdrawUndo(opening.id),
    onSuccess: (now, body) => onDone(body, () => void review(now, before).catch(toastProblem).finally(refresh)),
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
