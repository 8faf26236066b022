import { printsAs } from '@keel/contracts';
import { Button, Group } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import type { Invoice } from '../../data/invoices.js';
import classes from './invoice.module.css';
import { DiscardDraft } from './discard-draft.js';
import { invoiceWords } from './invoice-words.js';
import { LazyPayDialog } from '../../ui/invoices/lazy-pay-dialog.js';
import { useObstacleText } from '../../ui/invoices/use-obstacle.js';
import { lazyDrawer } from '../../ui/lazy-drawer.js';

const VoidDialog = lazyDrawer(() => import('./void-dialog.js').then((module) => ({ default: module.VoidDialog })));

/** What can be done to an issued invoice; what cannot says why. A draft's own buttons stand under its lines. */
export function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const t = useWords(invoiceWords);
  const [open, setOpen] = useState<'pay' | 'void'>();
  const cannotPay = useObstacleText('pay', invoice);
  const cannotVoid = useObstacleText('void', invoice);
  const close = () => setOpen(undefined);
  if (invoice.status === 'draft') return invoice.discardedAt ? <DiscardDraft draft={invoice} /> : null;
  const reasons = invoice.status === 'void' ? [] : [...new Set([cannotPay, cannotVoid])].filter(Boolean);
  return (
    <>
      <Group gap="xs">
        {invoice.status !== 'void' && (
          <Button
            variant="subtle"
            color="gray"
            disabled={Boolean(cannotVoid)}
            title={cannotVoid}
            aria-describedby="cannot"
            onClick={() => setOpen('void')}
          >
            {t('void')}
          </Button>
        )}
        <Print invoice={invoice} />
        {invoice.status !== 'void' && (
          <Button disabled={Boolean(cannotPay)} title={cannotPay} aria-describedby="cannot" onClick={() => setOpen('pay')}>
            {t('pay')}
          </Button>
        )}
      </Group>
      <p className={classes['why']} id="cannot" hidden={reasons.length === 0}>
        {reasons.join(' ')}
      </p>
      <LazyPayDialog invoiceId={open === 'pay' ? invoice.id : undefined} onClose={close} />
      <Suspense fallback={null}>{open === 'void' && <VoidDialog invoice={invoice} onClose={close} />}</Suspense>
    </>
  );
}

function Print({ invoice }: { invoice: Invoice }) {
  const t = useWords(invoiceWords);
  return (
    <Button
      component="a"
      href={paths.invoicePdf(invoice.id)}
      target="_blank"
      rel="noopener"
      variant="default"
      leftSection={<IconFileText size={16} stroke={1.7} aria-hidden />}
    >
      {t(`print.${printsAs(invoice.status)}`)}
    </Button>
  );
}
