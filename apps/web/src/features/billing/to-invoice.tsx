import { addDays } from '@keel/calendar';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { listCount } from '../../ui/counted.js';
import { useFormat } from '../../ui/format.js';
import { ListEnd } from '../../ui/list-end.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { toastDone, toastProblem } from '../../ui/toasts.js';
import { PaperGapsOf } from '../../ui/clinic/paper-gaps-notice.js';
import { useCan } from '../../session/use-session.js';
import type { Appointment } from '../../data/appointments.js';
import { toInvoiceQuery } from '../../data/appointment-lists.js';
import { useInvoiceAppointment } from '../../data/invoices.js';
import classes from './billing.module.css';
import { billingWords } from './billing-words.js';

const DAYS = 14;
/** As many as stand above the list without hiding it. */
const SHOWN = 5;

/** Appointments of the last two weeks that took place and that nobody has invoiced: what needs doing first. */
export function ToInvoice() {
  const t = useWords(billingWords);
  const format = useFormat();
  const [all, setAll] = useState(false);
  const today = format.dateOf(new Date().toISOString());
  const list = useInfiniteQuery(toInvoiceQuery(addDays(today, -DAYS), addDays(today, 1)));
  const appointments = list.data?.pages.flatMap(({ data }) => data);
  const can = useCan();
  if (list.error && !appointments) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!appointments?.length) return null;
  const { total } = listCount(list.data?.pages ?? []);
  const shown = all ? appointments : appointments.slice(0, SHOWN);
  const hidden = appointments.length - shown.length;
  return (
    <Paper component="section" withBorder className={classes['toDo'] ?? ''} aria-labelledby="to-invoice">
      <Stack gap={2}>
        <Title order={2} size="h4" id="to-invoice">
          {t('toInvoice.title')} <span className={classes['count']}>{total}</span>
        </Title>
        <Text c="dimmed">{can('invoice:write') ? t('toInvoice.lead') : t('toInvoice.noRight')}</Text>
      </Stack>
      {can('invoice:write') && <PaperGapsOf />}
      <ul className={classes['appointments']}>
        {shown.map((appointment) => (
          <ToInvoiceRow key={appointment.id} appointment={appointment} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('toInvoice.more', { count: hidden, more: `${hidden}${list.hasNextPage ? '+' : ''}` })}
        </Button>
      )}
      {all && list.hasNextPage && <ListEnd list={list} />}
    </Paper>
  );
}

function ToInvoiceRow({ appointment }: { appointment: Appointment }) {
  const t = useWords(billingWords);
  const format = useFormat();
  const can = useCan();
  const invoice = useInvoiceAppointment();
  const navigate = useNavigate();
  const name = format.name(appointment.patient);
  const run = (draft: boolean) =>
    invoice.mutate(
      { appointmentId: appointment.id, draft },
      {
        onSuccess: ({ id, number, total }) => {
          toastDone(number ? t('toInvoice.done', { number, total: format.money(total) }) : t('toInvoice.drafted'));
          // A draft, a new one or the one there was, is there to be changed.
          if (!number) void navigate({ to: paths.invoice(id) });
        },
        onError: toastProblem,
      },
    );
  return (
    <li className={classes['appointment']}>
      <Link to="." search={(now) => ({ ...now, appointment: appointment.id })} className={classes['who']}>
        <bdi>{name}</bdi>
      </Link>
      <Text c="dimmed" className={classes['what'] ?? ''}>
        {format.day(appointment.start)} {format.time(appointment.start)} · <bdi>{format.called(appointment.service)}</bdi> ·{' '}
        <bdi>{appointment.practitioner.displayName}</bdi>
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={!can('invoice:write') || invoice.isPending}
          aria-label={t('toInvoice.draftOf', { name })}
          onClick={() => run(true)}
        >
          {t('toInvoice.draft')}
        </Button>
        <Button
          size="compact-sm"
          variant="light"
          disabled={!can('invoice:write')}
          loading={invoice.isPending}
          aria-label={t('toInvoice.invoiceOf', { name })}
          onClick={() => run(false)}
        >
          {t('toInvoice.invoice')}
        </Button>
      </Group>
    </li>
  );
}
