import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { ToneBadge } from '../../ui/tone-badge.js';
import { locationsQuery } from '../../data/locations.js';
import type { Appointment } from '../../data/appointments.js';
import classes from '../../ui/appointments/appointment-panel.module.css';
import { appointmentPanelWords } from '../../ui/appointments/appointment-panel-words.js';

/** When, what, with whom and where; how the appointment stands. */
export function When({ appointment }: { appointment: Appointment }) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const when = whenOf(format, appointment);
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <div>
          <Text fw={600}>{when.day}</Text>
          <Text fw={600}>{when.span}</Text>
        </div>
        <StatusBadge status={appointment.status} />
      </Group>
      <Text>{format.called(appointment.service)}</Text>
      <Group gap={6} wrap="nowrap">
        <span className={classes['dot']} style={{ background: appointment.practitioner.colour }} aria-hidden />
        <Text>{appointment.practitioner.displayName}</Text>
      </Group>
      <Place locationId={appointment.locationId} />
      {(appointment.newPatient || appointment.owing || appointment.overbook) && (
        <Group gap={6} mt={2}>
          {appointment.newPatient && <ToneBadge tone="green">{t('newPatient')}</ToneBadge>}
          {appointment.owing && <ToneBadge tone="red">{t('owing')}</ToneBadge>}
          {appointment.overbook && <ToneBadge tone="amber">{t('overbook')}</ToneBadge>}
        </Group>
      )}
      {appointment.cancelledBy && <Text c="dimmed">{t(`cancelledBy.${appointment.cancelledBy}`)}</Text>}
      {appointment.cancelReason && <Text c="dimmed">{t('reason', { reason: appointment.cancelReason })}</Text>}
    </Stack>
  );
}

/** Said where there is a choice of places. */
function Place({ locationId }: { locationId: string }) {
  const { data: locations = [] } = useQuery(locationsQuery);
  const place = locations.find(({ id }) => id === locationId);
  return place && locations.length > 1 ? <Text c="dimmed">{place.name}</Text> : null;
}
