import type { PaymentMethod } from '@keel/contracts';
import { Input } from '@mantine/core';
import { IconCash, IconCreditCard, IconDots, IconFileInvoice, IconTransfer } from '@tabler/icons-react';
import { useId } from 'react';
import { useSession } from '../../session/use-session.js';
import classes from './pay-dialog.module.css';
import { methodsIn } from './pay-fields.js';
import { useMethodName } from './use-method-name.js';

const ICONS: Record<PaymentMethod, typeof IconCash> = {
  cash: IconCash,
  e_transfer: IconTransfer,
  cheque: IconFileInvoice,
  terminal: IconCreditCard,
  other: IconDots,
};

interface Props {
  label: string;
  value: PaymentMethod | undefined;
  error: string | undefined;
  onChange: (method: PaymentMethod) => void;
}

/** Nothing is chosen beforehand: a payment posts to the account of its method. */
export function MethodChoice({ label, value, error, onChange }: Props) {
  const name = useMethodName();
  const { clinic } = useSession();
  const errorId = useId();
  return (
    <fieldset className={classes['methods']} aria-describedby={error && errorId}>
      <legend>{label}</legend>
      <div className={classes['choices']}>
        {methodsIn(clinic.country).map((method) => {
          const Icon = ICONS[method];
          return (
            <label key={method} className={classes['choice']}>
              <input type="radio" name="method" checked={value === method} onChange={() => onChange(method)} />
              <Icon size={20} stroke={1.7} aria-hidden />
              {name(method)}
            </label>
          );
        })}
      </div>
      {error && (
        <Input.Error id={errorId} role="alert" mt={4}>
          {error}
        </Input.Error>
      )}
    </fieldset>
  );
}
