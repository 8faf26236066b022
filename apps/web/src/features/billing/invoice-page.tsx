import { Box, Group, Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { PageProblem } from '../../ui/page-problem.js';
import { PageTitle } from '../../ui/title.js';
import { type Invoice, invoiceQuery } from '../../data/invoices.js';
import classes from './invoice.module.css';
import { InvoiceActions } from './invoice-actions.js';
import { InvoiceDocument } from './invoice-document.js';
import { InvoiceLinks } from './invoice-links.js';
import { InvoicePayments } from './invoice-payments.js';
import { InvoiceStory } from './invoice-story-list.js';
import { invoiceWords } from './invoice-words.js';

const route = getRouteApi('/staff/invoices/$id');

/** One invoice as a document, with its story and what can be done to it beside it. */
export function InvoicePage() {
  const t = useWords(invoiceWords);
  const { id } = route.useParams();
  const invoice = useQuery(invoiceQuery(id));
  return (
    <div className={classes['page']}>
      <Link to={paths.billing()} className={classes['back']} data-noprint>
        <IconArrowLeft size={16} stroke={1.7} aria-hidden /> {t('back')}
      </Link>
      {!invoice.data && invoice.error && <PageProblem error={invoice.error} onRetry={() => void invoice.refetch()} />}
      {invoice.isPending && <Skeleton height={480} maw={760} />}
      {invoice.data && <Content invoice={invoice.data} />}
    </div>
  );
}

function Content({ invoice }: { invoice: Invoice }) {
  const t = useWords(invoiceWords);
  return (
    <>
      <Group justify="space-between" gap="sm" data-noprint>
        <PageTitle text={invoice.number ? t('title', { number: invoice.number }) : t('draftTitle')} />
        <InvoiceActions invoice={invoice} />
      </Group>
      <div className={classes['columns']}>
        <InvoiceDocument invoice={invoice} />
        <Box component="aside" data-noprint>
          <Stack gap="lg">
            <InvoicePayments invoice={invoice} />
            <InvoiceStory invoice={invoice} />
            <InvoiceLinks invoice={invoice} />
          </Stack>
        </Box>
      </div>
    </>
  );
}
