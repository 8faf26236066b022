import { Stack, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { useCan } from '../../session/use-session.js';
import type { Invoice } from '../../data/invoices.js';
import { invoiceWords } from './invoice-words.js';

/** Where the invoice comes from: whose it is, the appointment, and its note for who may read it. */
export function InvoiceLinks({ invoice: { patientId, patient, appointmentId } }: { invoice: Invoice }) {
  const t = useWords(invoiceWords);
  const can = useCan();
  const format = useFormat();
  return (
    <Stack gap={4} component="section" aria-labelledby="invoice-links">
      <Title order={2} size="h5" id="invoice-links">
        {t('links')}
      </Title>
      <Link to={paths.patient(patientId)}>{format.name(patient)}</Link>
      {appointmentId && (
        <Link to="." search={(now) => ({ ...now, appointment: appointmentId })}>
          {t('appointment')}
        </Link>
      )}
      {appointmentId && can('chart:read') && <Link to={paths.appointmentNote(appointmentId)}>{t('note')}</Link>}
    </Stack>
  );
}
