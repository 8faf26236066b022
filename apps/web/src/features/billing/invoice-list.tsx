import { Button, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import { sum } from '@keel/money';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { listCount } from '../../ui/counted.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import classes from './billing.module.css';
import { invoicesQuery, type ListedInvoice } from '../../data/invoices.js';
import type { BillingSearch } from './billing-search.js';
import { billingWords } from './billing-words.js';
import { InvoiceRow } from './invoice-row.js';
import { LazyPayDialog } from '../../ui/invoices/lazy-pay-dialog.js';

const COLUMNS = ['number', 'date', 'patient', 'practitioner', 'total', 'paid', 'open', 'state', 'action'] as const;
const NUMBERS: readonly string[] = ['total', 'paid', 'open'];

/** Page by page, with the sums of what is shown. */
export function InvoiceList({ search }: { search: BillingSearch }) {
  const t = useWords(billingWords);
  const [paying, setPaying] = useState<string>();
  const list = useInfiniteQuery(invoicesQuery(search));
  const invoices = list.data?.pages.flatMap(({ data }) => data);
  if (list.error && !invoices) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!invoices) return <Rows />;
  if (invoices.length === 0) return <Empty search={search} />;
  return (
    <>
      <div className={classes['scroll']}>
        <Table className={classes['table'] ?? ''} aria-label={t('list')} role="table">
          <Table.Thead role="rowgroup">
            <Table.Tr role="row">
              {COLUMNS.map((column) => (
                <Table.Th key={column} role="columnheader" data-number={NUMBERS.includes(column) || undefined}>
                  {t(`column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody role="rowgroup">
            {invoices.map((invoice) => (
              <InvoiceRow key={invoice.id} invoice={invoice} onPay={() => setPaying(invoice.id)} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Sums invoices={invoices} {...listCount(list.data?.pages ?? [])} />
      {list.hasNextPage && (
        <Group>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </Group>
      )}
      <LazyPayDialog invoiceId={paying} onClose={() => setPaying(undefined)} />
    </>
  );
}

/** Over what is shown only: drafts owe nothing yet, void ones nothing any more. */
function Sums({ invoices, shown, total }: { invoices: readonly ListedInvoice[]; shown: number; total: string }) {
  const t = useWords(billingWords);
  const format = useFormat();
  const [first] = invoices;
  if (!first) return null;
  const over = (name: 'total' | 'paid' | 'open') =>
    format.money({
      ...first.total,
      amount: sum(invoices.filter(({ status }) => status !== 'void').map((invoice) => invoice[name].amount)),
    });
  return (
    <Group className={classes['sums'] ?? ''} gap="md" role="status">
      <Text>{String(shown) === total ? t('all', { count: shown }) : t('shown', { shown, total })}</Text>
      {(['total', 'paid', 'open'] as const).map((name) => (
        <Text key={name}>
          <Text span c="dimmed">
            {t(`column.${name}`)}
          </Text>{' '}
          <b>{over(name)}</b>
        </Text>
      ))}
    </Group>
  );
}

function Empty({ search }: { search: BillingSearch }) {
  const t = useWords(billingWords);
  const plain = !search.from && !search.to && !search.patient && (search.state ?? 'open') === 'open';
  return (
    <Stack gap={4} p="xl" align="center" ta="center">
      <Text fw={600}>{t(plain ? 'emptyOpen' : 'empty')}</Text>
      <Text c="dimmed" maw={460}>
        {t(plain ? 'emptyOpenLead' : 'emptyLead')}
      </Text>
    </Stack>
  );
}

const Rows = () => (
  <Stack gap={4}>
    {Array.from({ length: 10 }, (_, row) => (
      <Skeleton key={row} height={34} />
    ))}
  </Stack>
);
