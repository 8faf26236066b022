import { Button, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import classes from './billing.module.css';
import type { ListedInvoice } from '../../data/invoices.js';
import { billingWords } from './billing-words.js';
import { obstacleTo } from '../../data/invoice-state.js';
import { StandingBadge } from './standing-badge.js';
import { useObstacleText } from '../../ui/invoices/use-obstacle.js';

/** The whole row opens the invoice; what is open can be taken from here. */
export function InvoiceRow({ invoice, onPay }: { invoice: ListedInvoice; onPay: () => void }) {
  const t = useWords(billingWords);
  const format = useFormat();
  const { number, serviceDate, patient, practitioner } = invoice;
  const blocked = useObstacleText('pay', invoice);
  return (
    <Table.Tr role="row" className={classes['row'] ?? ''}>
      <Table.Td role="cell" data-cell="number">
        <Link to={paths.invoice(invoice.id)} className={classes['open']}>
          {number ?? t('draftNumber')}
        </Link>
      </Table.Td>
      <Table.Td role="cell" data-cell="date">
        {format.civil(serviceDate)}
      </Table.Td>
      <Table.Td role="cell" data-cell="patient">
        {format.name(patient)}
      </Table.Td>
      <Table.Td role="cell" data-cell="practitioner">
        {practitioner.displayName}
      </Table.Td>
      {(['total', 'paid', 'open'] as const).map((sum) => (
        <Table.Td key={sum} role="cell" data-cell={sum} data-label={t(`column.${sum}`)}>
          {format.money(invoice[sum])}
        </Table.Td>
      ))}
      <Table.Td role="cell" data-cell="state">
        <StandingBadge invoice={invoice} />
      </Table.Td>
      <Table.Td role="cell" data-cell="action">
        {!obstacleTo('pay', invoice) && (
          <Button
            className={classes['act'] ?? ''}
            size="compact-sm"
            variant="default"
            disabled={blocked !== undefined}
            title={blocked}
            aria-label={t('payOf', { number: number ?? '' })}
            onClick={onPay}
          >
            {t('pay')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
