import { Button, Stack, Text, Title } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { lazyDrawer } from '../../ui/lazy-drawer.js';
import { useCan } from '../../session/use-session.js';
import type { Invoice, InvoicePayment } from '../../data/invoices.js';
import classes from './invoice.module.css';
import { mayTakeBack } from '../../data/invoice-state.js';
import { invoiceWords } from './invoice-words.js';
import { moneyWords } from '../../ui/invoices/money-words.js';
import { useMethodName } from '../../ui/invoices/use-method-name.js';

const TakeBackDialog = lazyDrawer(() => import('./take-back-dialog.js').then((module) => ({ default: module.TakeBackDialog })));

/** Each payment that was taken, those taken back too, and the way to take back one that was a mistake. */
export function InvoicePayments({ invoice: { payments } }: { invoice: Invoice }) {
  const t = useWords(invoiceWords);
  const money = useWords(moneyWords);
  const can = useCan();
  const [taking, setTaking] = useState<InvoicePayment>();
  if (payments.length === 0) return null;
  const right = can('payment:write') ? undefined : money('obstacle.right');
  const over = payments.some((payment) => !payment.reversal && !mayTakeBack(payment, Date.now()));
  return (
    <Stack gap={4} component="section" aria-labelledby="invoice-payments">
      <Title order={2} size="h5" id="invoice-payments">
        {t('payments')}
      </Title>
      <ul className={classes['payments']}>
        {payments.map((payment) => (
          <Row key={payment.id} payment={payment} right={right} onTakeBack={() => setTaking(payment)} />
        ))}
      </ul>
      {(right ?? over) && (
        <Text size="xs" c="dimmed">
          {right ?? t('takeBack.dayOver')}
        </Text>
      )}
      <Suspense fallback={null}>{taking && <TakeBackDialog payment={taking} onClose={() => setTaking(undefined)} />}</Suspense>
    </Stack>
  );
}

interface RowProps {
  payment: InvoicePayment;
  /** Why nobody without the right may take it back. */
  right: string | undefined;
  onTakeBack: () => void;
}

function Row({ payment, right, onTakeBack }: RowProps) {
  const t = useWords(invoiceWords);
  const methodName = useMethodName();
  const format = useFormat();
  const { amount, method, reference, receivedAt, reversal } = payment;
  const what = `${format.money(amount)} · ${methodName(method)}`;
  const when = [format.dayTime(receivedAt), reference].filter(Boolean).join(' · ');
  const cannot = right ?? (mayTakeBack(payment, Date.now()) ? undefined : t('takeBack.dayOver'));
  return (
    <li>
      <div>
        <Text component="div">{reversal ? <del>{what}</del> : what}</Text>
        <Text component="div" size="xs" c="dimmed">
          {when}
        </Text>
        {reversal && (
          <Text component="div" size="xs">
            {t(reversal.byName ? 'takeBack.wasBy' : 'takeBack.was', { at: format.dayTime(reversal.at), name: reversal.byName ?? '' })}{' '}
            <bdi>{reversal.reason}</bdi>
          </Text>
        )}
      </div>
      {!reversal && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={cannot !== undefined}
          title={cannot}
          aria-label={t('takeBack.of', { payment: what })}
          onClick={onTakeBack}
        >
          {t('takeBack.yes')}
        </Button>
      )}
    </li>
  );
}
