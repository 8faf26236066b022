import { useWords } from '../../i18n/words.js';
import { toastDone } from '../../ui/toasts.js';
import { type Invoice, useVoid } from '../../data/invoices.js';
import { invoiceWords } from './invoice-words.js';
import { ReasonDialog } from './reason-dialog.js';

/** A void cannot be taken back; the number stays taken, and the appointment can be invoiced again. */
export function VoidDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useWords(invoiceWords);
  const voiding = useVoid();
  const number = invoice.number ?? '';
  const words = {
    title: t('voidTitle', { number }),
    lead: t('voidLead'),
    reason: t('voidReason'),
    missing: t('voidReasonMissing'),
    yes: t('voidYes'),
    no: t('voidNo'),
  };
  const voidFor = (reason: string) => {
    const onSuccess = () => {
      toastDone(t('voidDone', { number }));
      onClose();
    };
    voiding.mutate({ id: invoice.id, reason }, { onSuccess });
  };
  return <ReasonDialog words={words} sending={voiding} onReason={voidFor} onClose={onClose} />;
}
