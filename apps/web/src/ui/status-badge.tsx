import type { AppointmentStatus } from '@keel/contracts';
import { Badge } from '@mantine/core';
import { useWords } from '../i18n/words.js';
import { appointmentWords } from './appointment-words.js';

/** Colour only where it means something: green is here, amber needs doing, grey is over. */
const COLOURS: Partial<Record<AppointmentStatus, string>> = {
  pending: 'orange',
  confirmed: 'keel',
  arrived: 'keel',
  in_session: 'keel',
  no_show: 'red',
  late_cancelled: 'orange',
};

export function StatusBadge({ status }: { status: AppointmentStatus }) {
  const t = useWords(appointmentWords);
  const filled = status === 'arrived' || status === 'in_session';
  return (
    <Badge variant={filled ? 'filled' : 'light'} color={COLOURS[status] ?? 'gray'} tt="none" fw={600} size="md" miw="max-content">
      {t(`status.${status}`)}
    </Badge>
  );
}
