import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/words.js';
import { useLookedAt } from '../../ui/appointments/looked-at.js';
import { useAppointmentActs } from '../../ui/appointments/use-appointment-acts.js';
import type { Appointment } from '../../data/appointments.js';
import classes from '../../ui/appointments/appointment-panel.module.css';
import { appointmentPanelWords } from '../../ui/appointments/appointment-panel-words.js';

/** Asked first, since the time is anybody’s from then on, and an unpaid invoice goes with it. */
export function LeaveForm({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const t = useWords(appointmentPanelWords);
  const { act, acting } = useAppointmentActs();
  const seen = useLookedAt(appointment, null);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const leave = () => {
    act(seen, 'leave_unseen');
    onClose();
  };
  return (
    <section className={classes['form']} aria-label={t('leave.title')}>
      <Stack gap="xs">
        <h3>{t('leave.title')}</h3>
        <Text>{t('leave.lead')}</Text>
        <Group gap="xs">
          <Button color="red" variant="light" loading={acting !== undefined} onClick={leave}>
            {t('leave.submit')}
          </Button>
          <Button ref={keep} variant="default" onClick={onClose}>
            {t('leave.keep')}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
