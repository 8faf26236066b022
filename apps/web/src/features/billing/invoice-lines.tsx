import { Text } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import type { Invoice } from './billing.queries.js';
import classes from './invoice.module.css';
import { invoiceWords } from './invoice-words.js';

/** What was done, and for how much. */
export function InvoiceLines({ invoice: { lines } }: { invoice: Invoice }) {
  const t = useWords(invoiceWords);
  const format = useFormat();
  return (
    <table className={classes['lines']}>
      <thead>
        <tr>
          <th>{t('line')}</th>
          <th>{t('quantity')}</th>
          <th>{t('price')}</th>
          <th>{t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              <bdi>{line.description}</bdi>
              {line.taxCode !== 'taxable' && (
                <Text span c="dimmed" size="xs">
                  {' '}
                  ({t(`taxCode.${line.taxCode}`)})
                </Text>
              )}
            </td>
            <td>{line.quantity}</td>
            <td>{format.money(line.unitPrice)}</td>
            <td>{format.money(line.net)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
