import type { Country } from '@keel/contracts';
import { taxMark } from '@keel/money';
import { Text } from '@mantine/core';
import { useLanguage } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import type { Invoice, InvoiceLine } from '../../data/invoices.js';
import classes from './invoice.module.css';
import { invoiceWords } from './invoice-words.js';

/** What was done, and for how much. */
export function InvoiceLines({ invoice: { lines, printed } }: { invoice: Invoice }) {
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
              <TaxMark line={line} country={printed.clinic.country} />
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

/** As on paper: which taxes a line bears, or why it bears none. */
function TaxMark({ line, country }: { line: InvoiceLine; country: Country }) {
  const mark = taxMark(line, useLanguage(), country);
  if (!mark) return null;
  return (
    <Text span c="dimmed" size="xs">
      {` (${mark})`}
    </Text>
  );
}
