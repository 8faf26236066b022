import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { TAX_CODES, type TaxCode } from '@keel/contracts';
import { IconTrash } from '@tabler/icons-react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import type { Invoice } from '../../data/invoices.js';
import { faultsOfLine, type LineFault, MOST, type TypedLine } from './draft-lines.js';
import classes from './invoice.module.css';
import { invoiceWords } from './invoice-words.js';
import { parseMoney } from '../../ui/typed-money.js';

interface Props {
  line: TypedLine;
  number: number;
  currency: Invoice['total']['currency'];
  /** Whether faults are shown: not before somebody has tried to save. */
  shown: boolean;
  onChange: (change: Partial<TypedLine>) => void;
  /** Undefined where it is the only line. */
  onRemove: (() => void) | undefined;
}

export function DraftLineFields({ line, number, currency, shown, onChange, onRemove }: Props) {
  const t = useWords(invoiceWords);
  const format = useFormat();
  const faults = shown ? faultsOfLine(line, format.locale) : [];
  const fault = (field: LineFault) => faults.includes(field) && t(`fault.${field}`);
  const net = (Number(line.quantity) || 0) * (parseMoney(line.price, format.locale) ?? 0);
  return (
    <div className={classes['edit']} role="group" aria-label={t('lineNumber', { number })}>
      <TextInput
        className={classes['description'] ?? ''}
        label={t('description')}
        maxLength={MOST.description}
        value={line.description}
        error={fault('description')}
        onChange={({ currentTarget }) => onChange({ description: currentTarget.value })}
      />
      <TextInput
        label={t('quantity')}
        inputMode="numeric"
        value={line.quantity}
        error={fault('quantity')}
        onChange={({ currentTarget }) => onChange({ quantity: currentTarget.value })}
      />
      <TextInput
        label={t('price')}
        inputMode="decimal"
        value={line.price}
        error={fault('price')}
        onChange={({ currentTarget }) => onChange({ price: currentTarget.value })}
      />
      <NativeSelect
        label={t('taxCodeLabel')}
        value={line.taxCode}
        data={TAX_CODES.map((value) => ({ value, label: t(`taxCode.${value}`) }))}
        onChange={({ currentTarget }) => onChange({ taxCode: currentTarget.value as TaxCode })}
      />
      <span className={classes['net']}>{format.money({ amount: net, currency })}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t('remove', { number })}
        title={onRemove ? t('remove', { number }) : t('lastLine')}
        disabled={!onRemove}
        onClick={onRemove}
      >
        <IconTrash size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
    </div>
  );
}
