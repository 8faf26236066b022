import { useState } from 'react';
import { intentKey } from '../../data/client/intent-key.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { toastDone } from '../../ui/toasts.js';
import { type InvoicePayment, useTakeBack } from '../../data/invoices.js';
import { invoiceWords } from './invoice-words.js';
import { ReasonDialog } from './reason-dialog.js';

/** Takes back a payment that was a mistake; load it lazily, since few are. */
export function TakeBackDialog({ payment, onClose }: { payment: InvoicePayment; onClose: () => void }) {
  const t = useWords(invoiceWords);
  const format = useFormat();
  const takingBack = useTakeBack();
  // The same for each try, so that one whose answer was lost is not refused as done already.
  const [key] = useState(intentKey);
  const amount = format.money(payment.amount);
  const words = {
    title: t('takeBack.title', { amount }),
    lead: t('takeBack.lead'),
    reason: t('voidReason'),
    missing: t('voidReasonMissing'),
    yes: t('takeBack.yes'),
    no: t('takeBack.no'),
  };
  const takeBackFor = (reason: string) =>
    takingBack.mutate(
      { id: payment.id, key, reason },
      {
        onSuccess: ({ invoice: { open } }) => {
          toastDone(t('takeBack.done', { amount, open: format.money(open) }));
          onClose();
        },
      },
    );
  return <ReasonDialog words={words} sending={takingBack} onReason={takeBackFor} onClose={onClose} />;
}
