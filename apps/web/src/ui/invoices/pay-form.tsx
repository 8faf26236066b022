import { type PaymentMethod, printsAs } from '@keel/contracts';
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../data/client/problem.js';
import { intentKey } from '../../data/client/intent-key.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { type Format, useFormat } from '../format.js';
import { CancelButton } from '../cancel-button.js';
import { LeaveGuard } from '../leave-guard.js';
import { ProblemNotice } from '../problem-notice.js';
import { toastDone } from '../toasts.js';
import { type Invoice, type Payment, usePay } from '../../data/invoices.js';
import { MethodChoice } from './method-choice.js';
import { faultsOf, type PayFields } from './pay-fields.js';
import { payWords } from './pay-words.js';
import { parseMoney, typedMoney } from '../typed-money.js';
import { paymentKey } from '../../data/unanswered.js';
import { useObstacleText } from './use-obstacle.js';

/** What was typed stays through every refusal; the open amount is proposed. */
export function PayForm({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useWords(payWords);
  const format = useFormat();
  const payment = usePayment(invoice, format, onClose);
  const { fields, change, faults, pay, blocked } = payment;
  const cents = parseMoney(fields.amount, format.locale);
  return (
    <form onSubmit={payment.submit} noValidate>
      <LeaveGuard unsaved={payment.unsaved} />
      <Stack gap="md">
        {blocked && <Alert color="gray">{blocked}</Alert>}
        {payment.arrived ? (
          <Alert color="orange" role="alert">
            {t('arrived')}
          </Alert>
        ) : (
          <ProblemNotice error={payment.overpaid || blocked ? null : pay.error} />
        )}
        <TextInput
          label={t('amount')}
          size="md"
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          value={fields.amount}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget }) => change({ amount: currentTarget.value })}
          error={faults.amount && t(faults.amount, { open: format.money(invoice.open) })}
        />
        <MethodChoice
          label={t('method')}
          value={fields.method}
          error={faults.method && t(faults.method)}
          onChange={(method) => change({ method })}
        />
        <Reference method={fields.method} value={fields.reference} onChange={(reference) => change({ reference })} />
        <Group justify="flex-end" gap="xs">
          <CancelButton onCancel={onClose} />
          <Button type="submit" loading={pay.isPending} disabled={blocked !== undefined} title={blocked}>
            {cents ? t('submit', { amount: format.money({ ...invoice.open, amount: cents }) }) : t('submitPlain')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Reference({ method, value, onChange }: { method?: PaymentMethod | undefined; value: string; onChange: (value: string) => void }) {
  const t = useWords(payWords);
  const label = (
    <>
      {t('reference')}{' '}
      <Text span c="dimmed">
        ({t('optional')})
      </Text>
    </>
  );
  return (
    <TextInput
      label={label}
      placeholder={method && t(`hint.${method}`)}
      maxLength={100}
      autoComplete="off"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

const PAY_FIELDS = ['amount', 'method', 'reference'] as const;

function usePayment(invoice: Invoice, format: Format, onClose: () => void) {
  const t = useWords(payWords);
  const blocked = useObstacleText('pay', invoice);
  const pay = usePay();
  const [key, setKey] = useState(() => paymentKey(invoice.id));
  const [shown, setShown] = useState(false);
  const [begun] = useState<PayFields>({ amount: typedMoney(invoice.open.amount, format.locale), method: undefined, reference: '' });
  const [fields, setFields] = useState(begun);
  const code = pay.error instanceof ApiProblem ? pay.error.code : undefined;
  const faults = faultsOf(fields, invoice.open.amount, format.locale);
  const done = ({ amount, invoice: { open, status } }: Payment) => {
    const values = { amount: format.money(amount), number: invoice.number ?? '', open: format.money(open) };
    toastDone(t(open.amount > 0 ? 'doneOpen' : 'done', values), {
      label: t(`print.${printsAs(status)}`),
      href: paths.invoicePdf(invoice.id),
    });
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    const amount = parseMoney(fields.amount, format.locale);
    if (blocked || pay.isPending || Object.keys(faults).length > 0 || amount === undefined || !fields.method) return;
    const intent = { invoiceId: invoice.id, key, amount: { ...invoice.open, amount }, method: fields.method };
    pay.mutate(
      { ...intent, reference: fields.reference.trim() },
      {
        onSuccess: done,
        // The first try is known to have arrived, so the next one is another payment.
        onError: (error) => error instanceof ApiProblem && error.code === 'IDEMPOTENCY_KEY_REUSED' && setKey(intentKey()),
      },
    );
  };
  return {
    fields,
    change: (some: Partial<PayFields>) => setFields((now) => ({ ...now, ...some })),
    // What is blocked says why; nothing else is then asked for.
    faults: shown && !blocked ? faults : {},
    pay,
    blocked,
    submit,
    unsaved: !pay.isSuccess && PAY_FIELDS.some((field) => fields[field] !== begun[field]),
    overpaid: code === 'OVERPAYMENT' && faults.amount === 'tooMuch',
    arrived: code === 'IDEMPOTENCY_KEY_REUSED',
  };
}
