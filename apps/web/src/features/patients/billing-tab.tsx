import { printsAs } from '@keel/contracts';
import { Anchor, Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useNarrow } from '../../ui/use-narrow.js';
import { invoicesOfPatientQuery, type ListedInvoice } from '../../data/invoices.js';
import { obstacleTo, standingOf } from '../../data/invoice-state.js';
import { moneyWords } from '../../ui/invoices/money-words.js';
import { useCan } from '../../session/use-session.js';
import cards from './cards.module.css';
import { billingWords } from './billing-words.js';
import classes from './record.module.css';
import { lazyDrawer } from '../../ui/lazy-drawer.js';

const PayDialog = lazyDrawer(() => import('../../ui/invoices/pay-dialog.js').then((module) => ({ default: module.PayDialog })));

/** What the patient was invoiced, how each invoice stands, and the way to take money for it. */
export function BillingTab({ patientId }: { patientId: string }) {
  const narrow = useNarrow();
  const [paying, setPaying] = useState<string>();
  const invoices = useQuery(invoicesOfPatientQuery(patientId));
  if (invoices.isPending) return <Loading />;
  if (!invoices.data) return <ProblemNotice error={invoices.error} onRetry={() => void invoices.refetch()} />;
  if (invoices.data.length === 0) return <NoInvoices />;
  const List = narrow ? InvoiceCards : InvoiceTable;
  return (
    <>
      <List invoices={invoices.data} onPay={setPaying} />
      <Suspense fallback={null}>{paying && <PayDialog invoiceId={paying} onClose={() => setPaying(undefined)} />}</Suspense>
    </>
  );
}

interface ListProps {
  invoices: ListedInvoice[];
  onPay: (id: string) => void;
}

function InvoiceTable({ invoices, onPay }: ListProps) {
  const t = useWords(billingWords);
  return (
    <Table className={classes['table']} aria-label={t('title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.number')}</Table.Th>
          <Table.Th>{t('column.date')}</Table.Th>
          <Table.Th>{t('column.state')}</Table.Th>
          <Table.Th className={classes['number']}>{t('column.total')}</Table.Th>
          <Table.Th className={classes['number']}>{t('column.open')}</Table.Th>
          <Table.Th>{t('column.actions')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {invoices.map((invoice) => (
          <Row key={invoice.id} invoice={invoice} onPay={() => onPay(invoice.id)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** On a phone: what was invoiced, how it stands and what to do, one under another. */
function InvoiceCards({ invoices, onPay }: ListProps) {
  const t = useWords(billingWords);
  const format = useFormat();
  return (
    <ul className={cards['cards']} aria-label={t('title')}>
      {invoices.map((invoice) => (
        <li key={invoice.id} className={cards['card']}>
          <Group justify="space-between" gap="xs">
            <NumberLink invoice={invoice} />
            <Standing invoice={invoice} />
          </Group>
          <Text c="dimmed">
            {format.civil(invoice.serviceDate)} · {t('column.total')} {format.money(invoice.total)}
            {invoice.open.amount > 0 && ` · ${t('column.open')} ${format.money(invoice.open)}`}
          </Text>
          <Actions invoice={invoice} onPay={() => onPay(invoice.id)} />
        </li>
      ))}
    </ul>
  );
}

function NumberLink({ invoice }: { invoice: ListedInvoice }) {
  const t = useWords(billingWords);
  return (
    <Link to={paths.invoice(invoice.id)} className={classes['open']}>
      {invoice.number ?? t('draft')}
    </Link>
  );
}

/** Amber while money is still to come. */
function Standing({ invoice }: { invoice: ListedInvoice }) {
  const money = useWords(moneyWords);
  const standing = standingOf(invoice);
  const owed = standing === 'open' || standing === 'partly';
  return (
    <Text span fw={owed ? 600 : 400} className={owed ? classes['owed'] : undefined}>
      {money(`standing.${standing}`)}
    </Text>
  );
}

function Row({ invoice, onPay }: { invoice: ListedInvoice; onPay: () => void }) {
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td>
        <NumberLink invoice={invoice} />
      </Table.Td>
      <Table.Td>{format.civil(invoice.serviceDate)}</Table.Td>
      <Table.Td>
        <Standing invoice={invoice} />
      </Table.Td>
      <Table.Td className={classes['number']}>{format.money(invoice.total)}</Table.Td>
      <Table.Td className={classes['number']}>{format.money(invoice.open)}</Table.Td>
      <Table.Td>
        <Actions invoice={invoice} onPay={onPay} />
      </Table.Td>
    </Table.Tr>
  );
}

/** What can be done to this invoice; what cannot is not offered in a list. */
function Actions({ invoice, onPay }: { invoice: ListedInvoice; onPay: () => void }) {
  const t = useWords(billingWords);
  const can = useCan();
  const number = invoice.number ?? '';
  const paper = printsAs(invoice.status);
  return (
    <Group gap="xs" wrap="nowrap">
      {!obstacleTo('pay', invoice) && can('payment:write') && (
        <Button size="compact-sm" variant="light" onClick={onPay} aria-label={t('payFor', { number })}>
          {t('pay')}
        </Button>
      )}
      {!obstacleTo('print', invoice) && (
        <Anchor href={paths.invoicePdf(invoice.id)} size="sm" className={classes['line']} aria-label={t(`printFor.${paper}`, { number })}>
          {t(`print.${paper}`)}
        </Anchor>
      )}
    </Group>
  );
}

function NoInvoices() {
  const t = useWords(billingWords);
  return (
    <Stack gap={4} maw={560}>
      <Title order={2} size="h4">
        {t('none')}
      </Title>
      <Text>{t('noneLead')}</Text>
    </Stack>
  );
}

function Loading() {
  return (
    <Stack gap="xs" aria-hidden>
      {Array.from({ length: 6 }, (_, row) => (
        <Skeleton key={row} h={34} />
      ))}
    </Stack>
  );
}
