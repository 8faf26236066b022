import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { PageTitle } from '../../ui/title.js';
import { type Invoice, invoiceQuery } from './billing.queries.js';
import { payWords } from './pay-words.js';
import { useObstacleText } from './use-obstacle.js';

const PayDialog = lazy(() => import('./pay-dialog.js').then((module) => ({ default: module.PayDialog })));
const route = getRouteApi('/staff/invoices/$id');

/** One invoice, and what can be done to it. */
export function InvoicePage() {
  const { id } = route.useParams();
  const invoice = useQuery(invoiceQuery(id));
  return (
    <Stack p="md">
      <ProblemNotice error={invoice.error} onRetry={() => void invoice.refetch()} />
      {invoice.data && <Actions invoice={invoice.data} />}
    </Stack>
  );
}

function Actions({ invoice }: { invoice: Invoice }) {
  const t = useWords(payWords);
  const [paying, setPaying] = useState(false);
  const obstacle = useObstacleText('pay', invoice);
  return (
    <>
      <PageTitle text={invoice.number ? t('invoice', { number: invoice.number }) : t('draft')} />
      <Group>
        <Button onClick={() => setPaying(true)} disabled={obstacle !== undefined} title={obstacle}>
          {t('title')}
        </Button>
        {invoice.number && (
          <Button component="a" href={paths.receiptPdf(invoice.id)} target="_blank" variant="default">
            {t('receipt')}
          </Button>
        )}
      </Group>
      <Suspense fallback={null}>{paying && <PayDialog invoiceId={invoice.id} onClose={() => setPaying(false)} />}</Suspense>
    </>
  );
}
