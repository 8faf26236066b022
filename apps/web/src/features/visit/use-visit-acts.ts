import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { toastDone, toastProblem } from '../../ui/toasts.js';
import { withdrawUndo } from '../../ui/undo.js';
import { askEarly, isEarly } from './early-arrival.js';
import { type PlainAction, useVisitAction, type Visit } from './visit.queries.js';
import { visitPanelWords } from './visit-panel-words.js';

/** What takes an action back, where something does. */
const UNDONE_BY: Partial<Record<PlainAction, PlainAction>> = {
  arrive: 'unarrive',
  complete: 'reopen',
  no_show: 'restore',
  leave_unseen: 'restore',
};

/** Does something to a visit and says so, with a way back where there is one; a refusal is said too. */
export function useVisitActs() {
  const t = useWords(visitPanelWords);
  const format = useFormat();
  const { mutateAsync, isPending, variables } = useVisitAction();
  const act = async (visit: Visit, action: PlainAction): Promise<void> => {
    if (action === 'arrive' && isEarly(visit, Date.now()) && !(await askEarly(visit))) return;
    // The promise outlives the panel, so that an undo is answered for even after it is closed.
    withdrawUndo(visit.id);
    try {
      const now = await mutateAsync({ visit, action });
      const text = t(`did.${action}`, { name: format.name(visit.patient) });
      const back = UNDONE_BY[action];
      toastDone(text, back && { label: text, about: visit.id, run: () => void act(now, back) });
    } catch (error) {
      toastProblem(error);
    }
  };
  return {
    act: (visit: Visit, action: PlainAction) => void act(visit, action),
    /** What is under way. */
    acting: isPending ? variables?.action : undefined,
  };
}
