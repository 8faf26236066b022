import { localeOf, type StatedLocale } from '@keel/contracts';
import { taxName } from '@keel/money';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import type { Invoice } from '../../data/invoices.js';
import classes from './invoice.module.css';
import { counted } from '../../data/invoice-state.js';
import { invoiceWords } from './invoice-words.js';
import { useMethodName } from '../../ui/invoices/use-method-name.js';

interface Props {
  invoice: Invoice;
  /** The invoice's own, or those of a draft as it is being edited. */
  sums: Pick<Invoice, 'subtotal' | 'taxes' | 'total'>;
}

/** Subtotal, each tax by its name and rate, total, each payment, and what is still owed. */
export function InvoiceSums({ invoice, sums }: Props) {
  const t = useWords(invoiceWords);
  const methodName = useMethodName();
  const format = useFormat();
  return (
    <dl className={classes['sums']} aria-live={invoice.status === 'draft' ? 'polite' : undefined}>
      <div>
        <dt>{t('subtotal')}</dt>
        <dd>{format.money(sums.subtotal)}</dd>
      </div>
      {sums.taxes.map(({ name, rate, amount }) => (
        <div key={`${name} ${rate}`}>
          <dt>
            {taxName(name, format.language)} {percent(rate, format.locale)}
          </dt>
          <dd>{format.money(amount)}</dd>
        </div>
      ))}
      <div data-strong>
        <dt>{t('total')}</dt>
        <dd>{format.money(sums.total)}</dd>
      </div>
      {counted(invoice.payments).map(({ id, amount, method, receivedAt, reference }) => (
        <div key={id}>
          <dt>
            {t('paidOn', { method: methodName(method), date: format.date(receivedAt) })}
            {reference && ` · ${reference}`}
          </dt>
          <dd>{format.money({ ...amount, amount: -amount.amount })}</dd>
        </div>
      ))}
      {(invoice.status === 'issued' || invoice.status === 'paid') && (
        <div data-strong data-open={invoice.open.amount > 0 || undefined}>
          <dt>{t('balance')}</dt>
          <dd>{format.money(invoice.open)}</dd>
        </div>
      )}
    </dl>
  );
}

/** `13 %` of 13000 thousandths of a percent. */
function percent(rate: number, locale: StatedLocale): string {
  const options = { style: 'percent', maximumFractionDigits: 3 } as const;
  return new Intl.NumberFormat(localeOf(locale, 'CA'), options).format(rate / 100_000);
}
