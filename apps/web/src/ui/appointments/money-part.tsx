import { Anchor, Button, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../format.js';
import { ProblemNotice } from '../problem-notice.js';
import { ToneBadge } from '../tone-badge.js';
import { toastDone, toastProblem } from '../toasts.js';
import { invoiceOfAppointmentQuery, type ListedInvoice, useInvoiceAppointment } from '../../data/invoices.js';
import type { Appointment } from '../../data/appointments.js';
import { obstacleTo } from '../../data/invoice-state.js';
import { moneyWords } from '../invoices/money-words.js';
import { PaperGapsOf } from '../clinic/paper-gaps-notice.js';
import { useCan } from '../../session/use-session.js';
import { Part, Row } from './part.js';
import { hasCome, isLive, type NextStep } from '../../data/appointment-steps.js';
import { appointmentPanelWords } from './appointment-panel-words.js';
import { lazyDrawer } from '../lazy-drawer.js';

const PayDialog = lazyDrawer(() => import('../invoices/pay-dialog.js').then((module) => ({ default: module.PayDialog })));

interface Props {
  appointment: Appointment;
  step: NextStep | undefined;
}

/** What the appointment costs and what is still owed for it. */
export function MoneyPart({ appointment, step }: Props) {
  const t = useWords(appointmentPanelWords);
  const invoice = useQuery(invoiceOfAppointmentQuery(appointment.id));
  if (!useCan()('invoice:read')) return null;
  return (
    <Part title={t('money.title')}>
      {invoice.error && !invoice.data && <ProblemNotice error={invoice.error} onRetry={() => void invoice.refetch()} />}
      {!invoice.error && invoice.data === undefined && <Skeleton height={32} />}
      {invoice.data === null && <NoInvoice appointment={appointment} primary={step === 'invoice'} />}
      {invoice.data && <InvoiceRow invoice={invoice.data} primary={step === 'pay' || step === 'invoice'} />}
    </Part>
  );
}

function NoInvoice({ appointment, primary }: { appointment: Appointment; primary: boolean }) {
  const t = useWords(appointmentPanelWords);
  const can = useCan();
  const { mutateAsync, isPending } = useInvoiceAppointment();
  const why = !can('invoice:write')
    ? t('money.mayNot')
    : hasCome(appointment)
      ? undefined
      : isLive(appointment)
        ? t('money.notHere')
        : t('obstacle.gone');
  const invoice = () =>
    void mutateAsync({ appointmentId: appointment.id }).then(({ number }) => number && toastDone(t('money.did', { number })), toastProblem);
  return (
    <Stack gap="xs">
      <Row>
        <Text>
          {t('money.none')}
          {why && (
            <Text size="xs" c="dimmed" span display="block">
              {why}
            </Text>
          )}
        </Text>
        <Button variant={primary ? 'filled' : 'default'} disabled={Boolean(why)} loading={isPending} onClick={invoice}>
          {t('money.invoice')}
        </Button>
      </Row>
      {!why && <PaperGapsOf about={appointment} />}
    </Stack>
  );
}

function InvoiceRow({ invoice, primary }: { invoice: ListedInvoice; primary: boolean }) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const money = useWords(moneyWords);
  const { id, number, status, open, total } = invoice;
  const held = status === 'draft' ? obstacleTo('issue', invoice) : undefined;
  return (
    <Row>
      <div>
        <Anchor component={Link} to={paths.invoice(id)} size="sm">
          {number ? t('money.number', { number }) : t('money.draftInvoice')}
        </Anchor>
        <Text component="div">
          {status === 'issued' && <ToneBadge tone="red">{t('money.open', { amount: format.money(open) })}</ToneBadge>}
          {status === 'paid' && `${t('money.paid')} · ${format.money(total)}`}
          {status === 'draft' && format.money(total)}
        </Text>
        {held && (
          <Text size="xs" c="dimmed">
            {money(`obstacle.${held}`)}
          </Text>
        )}
      </div>
      <NextOfInvoice invoice={invoice} primary={primary} />
    </Row>
  );
}

function NextOfInvoice({ invoice, primary }: { invoice: ListedInvoice; primary: boolean }) {
  const t = useWords(appointmentPanelWords);
  const can = useCan();
  const [paying, setPaying] = useState(false);
  if (invoice.status === 'draft') {
    return (
      <Button component={Link} to={paths.invoice(invoice.id)} variant={primary ? 'filled' : 'default'}>
        {t('money.openDraft')}
      </Button>
    );
  }
  const why = can('payment:write') ? undefined : t('money.mayNotPay');
  // The dialog stays while its own payment turns the invoice into a paid one: it closes by itself.
  if (invoice.status === 'paid' && !paying) return null;
  return (
    <>
      <Button
        variant={primary ? 'filled' : 'default'}
        disabled={Boolean(why)}
        title={why}
        aria-description={why}
        onClick={() => setPaying(true)}
      >
        {t('money.pay')}
      </Button>
      <Suspense fallback={null}>{paying && <PayDialog invoiceId={invoice.id} onClose={() => setPaying(false)} />}</Suspense>
    </>
  );
}
