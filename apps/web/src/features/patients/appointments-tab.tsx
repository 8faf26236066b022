import { startOfDay } from '@keel/calendar';
import { Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useNarrow } from '../../ui/use-narrow.js';
import { useCan } from '../../session/use-session.js';
import type { Appointment } from '../../data/appointments.js';
import { patientAppointmentsQuery } from '../../data/appointment-lists.js';
import cards from './cards.module.css';
import { partAppointments } from './next-appointment.js';
import classes from './record.module.css';
import { appointmentsWords } from './appointments-words.js';

/** Enough of the past for most questions; the rest is one press away. */
const PAST_AT_FIRST = 25;

/** When the patient comes and came; each appointment opens beside the page. */
export function AppointmentsTab({ patientId }: { patientId: string }) {
  const t = useWords(appointmentsWords);
  const format = useFormat();
  const can = useCan();
  const [all, setAll] = useState(false);
  const appointments = useQuery(patientAppointmentsQuery(patientId));
  if (appointments.isPending) return <Loading />;
  if (!appointments.data) return <ProblemNotice error={appointments.error} onRetry={() => void appointments.refetch()} />;
  const today = startOfDay(format.zone, format.dateOf(new Date().toISOString()));
  const { upcoming, past } = partAppointments(appointments.data, today);
  const shown = all ? past : past.slice(0, PAST_AT_FIRST);
  return (
    <Stack gap="lg">
      <Part title={t('upcoming')} none={t('noneUpcoming')} appointments={upcoming}>
        {upcoming.length === 0 && can('appointment:book') && <BookButton patientId={patientId} />}
      </Part>
      <Part title={t('past')} none={t('nonePast')} appointments={shown}>
        {shown.length < past.length && (
          <Button variant="default" w="max-content" onClick={() => setAll(true)}>
            {t('more', { count: past.length })}
          </Button>
        )}
      </Part>
    </Stack>
  );
}

function BookButton({ patientId }: { patientId: string }) {
  const t = useWords(appointmentsWords);
  return (
    <Button
      w="max-content"
      variant="default"
      leftSection={<IconCalendarPlus size={16} stroke={1.7} aria-hidden />}
      renderRoot={(props) => <Link to="." search={(now) => ({ ...now, book: { patientId } })} {...props} />}
    >
      {t('book')}
    </Button>
  );
}

function Part({ title, none, appointments, children }: { title: string; none: string; appointments: Appointment[]; children: ReactNode }) {
  const t = useWords(appointmentsWords);
  const narrow = useNarrow();
  return (
    <Stack component="section" gap="xs" aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      {appointments.length === 0 && <Text c="dimmed">{none}</Text>}
      {appointments.length > 0 && narrow && <Cards appointments={appointments} />}
      {appointments.length > 0 && !narrow && (
        <Table.ScrollContainer minWidth={680} type="native">
          <Table layout="fixed" className={classes['table']}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="26%">{t('column.when')}</Table.Th>
                <Table.Th>{t('column.service')}</Table.Th>
                <Table.Th w="16%">{t('column.practitioner')}</Table.Th>
                <Table.Th w="16%">{t('column.status')}</Table.Th>
                <Table.Th w="10%">{t('column.note')}</Table.Th>
                <Table.Th w="11%">{t('column.invoice')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {appointments.map((appointment) => (
                <Row key={appointment.id} appointment={appointment} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {children}
    </Stack>
  );
}

/** On a phone: one large target an appointment. */
function Cards({ appointments }: { appointments: Appointment[] }) {
  const format = useFormat();
  return (
    <ul className={cards['cards']}>
      {appointments.map((appointment) => (
        <li key={appointment.id}>
          <Link to="." search={(now) => ({ ...now, appointment: appointment.id })} resetScroll={false} className={cards['card']}>
            <Group justify="space-between" gap="xs">
              <Text fw={600}>
                {whenOf(format, appointment).date} · {whenOf(format, appointment).time}
              </Text>
              <StatusBadge status={appointment.status} />
            </Group>
            <Text c="dimmed">
              <bdi>{format.called(appointment.service)}</bdi> · <bdi>{appointment.practitioner.displayName}</bdi>
            </Text>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Row({ appointment }: { appointment: Appointment }) {
  const t = useWords(appointmentsWords);
  const format = useFormat();
  const when = whenOf(format, appointment);
  return (
    <Table.Tr>
      <Table.Td>
        <Link to="." search={(now) => ({ ...now, appointment: appointment.id })} resetScroll={false} className={classes['open']}>
          {when.date} · {when.time}
        </Link>
      </Table.Td>
      <Table.Td>{format.called(appointment.service)}</Table.Td>
      <Table.Td>{appointment.practitioner.displayName}</Table.Td>
      <Table.Td>
        <StatusBadge status={appointment.status} />
      </Table.Td>
      <Table.Td>{appointment.noteStatus && t(`note.${appointment.noteStatus}`)}</Table.Td>
      <Table.Td>{appointment.invoiceStatus && t(`invoice.${appointment.invoiceStatus}`)}</Table.Td>
    </Table.Tr>
  );
}

function Loading() {
  return (
    <Stack gap="xs" aria-hidden>
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} h={34} />
      ))}
    </Stack>
  );
}
