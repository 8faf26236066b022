import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { useNow } from '../../ui/use-now.js';
import { useCan } from '../../session/use-session.js';
import { nextAppointment } from './next-appointment.js';
import { pageWords } from './page-words.js';
import classes from './patient-page.module.css';
import { balanceQuery } from '../../data/invoices.js';
import { patientAppointmentsQuery } from '../../data/appointment-lists.js';

/** What is owed, and when the patient comes next. */
export function PatientFlags({ patientId }: { patientId: string }) {
  const can = useCan();
  return (
    <Group gap="md" mih={24} align="baseline" className={classes['standing']}>
      {can('appointment:read') && <NextAppointment patientId={patientId} />}
      {can('invoice:read') && <Balance patientId={patientId} />}
    </Group>
  );
}

function NextAppointment({ patientId }: { patientId: string }) {
  const t = useWords(pageWords);
  const format = useFormat();
  const now = useNow();
  const appointments = useQuery(patientAppointmentsQuery(patientId));
  if (!appointments.data) return null;
  const next = nextAppointment(appointments.data, now);
  if (!next) return <Text c="dimmed">{t('noNext')}</Text>;
  return (
    <Text c="dimmed">
      {t('next')}{' '}
      <Anchor renderRoot={(props) => <Link to="." search={(before) => ({ ...before, appointment: next.id })} {...props} />} size="sm">
        {whenOf(format, next).dayTime} ·{' '}
        {t('nextIs', { service: format.called(next.service), practitioner: next.practitioner.displayName })}
      </Anchor>
    </Text>
  );
}

/** Amber while something is owed: somebody should ask for it. */
function Balance({ patientId }: { patientId: string }) {
  const t = useWords(pageWords);
  const format = useFormat();
  const balance = useQuery(balanceQuery(patientId));
  if (!balance.data) return null;
  const owed = balance.data.open.amount > 0;
  return (
    <Anchor component={Link} to={paths.patientTab(patientId, 'billing')} size="sm" className={owed ? classes['owed'] : classes['even']}>
      {owed ? t('owes', { amount: format.money(balance.data.open) }) : t('owesNothing')}
    </Anchor>
  );
}
