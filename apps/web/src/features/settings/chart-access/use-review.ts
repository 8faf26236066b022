import { useMutation } from '@tanstack/react-query';
import { type ChartAccess, type Review, reviewOpening, useRenewOpenings, useTyped } from '../../../data/chart-access.js';
import { toastProblem } from '../../../ui/toasts.js';
import { withdrawUndo } from '../../../ui/undo.js';

/**
 * Says what was found. `onDone` is told where the opening has left the list by then too, and gets the way back from a finding of
 * justified to how it stood before, with what was typed of it.
 */
export function useReview(opening: ChartAccess, onDone: (review: Review, back: () => void) => void) {
  const refresh = useRenewOpenings();
  const [, setTyped] = useTyped(opening);
  return useMutation({
    mutationFn: (body: Review) => reviewOpening(opening, body),
    onMutate: () => withdrawUndo(opening.id),
    onSuccess: (now, body) => {
      setTyped('');
      onDone(body, () => {
        setTyped(body.comment ?? '');
        void reviewOpening(now, { outcome: 'withdrawn' }).catch(toastProblem).finally(refresh);
      });
    },
    onError: toastProblem,
    onSettled: refresh,
  });
}
