import { Button } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { toastDone, toastProblem } from '../../ui/toasts.js';
import { type Invoice, useDiscard } from '../../data/invoices.js';
import { invoiceWords } from './invoice-words.js';
import { useObstacleText } from '../../ui/invoices/use-obstacle.js';

/** Puts a draft out of the way or brings it back; either can be taken back at once. What is typed and not saved is not lost by it. */
export function DiscardDraft({ draft, unsaved = false }: { draft: Invoice; unsaved?: boolean }) {
  const t = useWords(invoiceWords);
  const format = useFormat();
  const discard = useDiscard();
  const isDiscarded = draft.discardedAt !== null;
  // Whoever may discard may bring back.
  const right = useObstacleText('discard', { ...draft, discardedAt: null });
  const cannot = right ?? (unsaved ? t('discardFirst') : undefined);
  // Promises rather than callbacks: taking it back may be wanted when this page is left already.
  const set = async (from: Invoice, discarded: boolean, undoable: boolean): Promise<void> => {
    const now = await discard.mutateAsync({ draft: from, discarded });
    const text = t(discarded ? 'discardDone' : 'restoreDone', { name: format.name(now.patient) });
    const undo = { label: t('undoDiscard'), about: now.id, run: () => void set(now, false, false).catch(toastProblem) };
    toastDone(text, undoable ? undo : undefined);
  };
  return (
    <Button
      variant={isDiscarded ? 'default' : 'subtle'}
      color="gray"
      loading={discard.isPending}
      disabled={cannot !== undefined}
      title={cannot}
      onClick={() => void set(draft, !isDiscarded, !isDiscarded).catch(toastProblem)}
    >
      {t(isDiscarded ? 'restore' : 'discard')}
    </Button>
  );
}
