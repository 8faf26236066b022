import { Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../format.js';
import { FormModal } from '../form-modal.js';
import { ProblemNotice } from '../problem-notice.js';
import { type Invoice, invoiceQuery } from '../../data/invoices.js';
import classes from './pay-dialog.module.css';
import { PayForm } from './pay-form.js';
import { payWords } from './pay-words.js';

/** Money at the desk for one invoice; load it lazily, when somebody first takes a payment. */
export function PayDialog({ invoiceId, onClose }: { invoiceId: string; onClose: () => void }) {
  const t = useWords(payWords);
  // What is open is asked for anew at each opening: a payment may have come in since.
  const invoice = useQuery({ ...invoiceQuery(invoiceId), refetchOnMount: 'always' });
  const fresh = invoice.isFetchedAfterMount ? invoice.data : undefined;
  return (
    <FormModal onClose={onClose} title={t('title')}>
      <Stack gap="md">
        {!fresh && <ProblemNotice error={invoice.error} onRetry={() => void invoice.refetch()} />}
        {!fresh && !invoice.error && <Skeleton height={330} />}
        {fresh && <Sums invoice={fresh} />}
        {fresh && <PayForm invoice={fresh} onClose={onClose} />}
      </Stack>
    </FormModal>
  );
}

function Sums({ invoice }: { invoice: Invoice }) {
  const t = useWords(payWords);
  const format = useFormat();
  return (
    <div>
      <Text mb={4}>{invoice.number ? t('invoice', { number: invoice.number }) : t('draft')}</Text>
      <dl className={classes['sums']}>
        {(['total', 'paid', 'open'] as const).map((sum) => (
          <div key={sum}>
            <dt>{t(sum)}</dt>
            <dd>{format.money(invoice[sum])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
