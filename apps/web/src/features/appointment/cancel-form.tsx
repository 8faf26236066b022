import { CALLED_OFF_STATUSES, CANCELLED_BY, type CancelledBy } from '@keel/contracts';
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { CancelButton } from '../../ui/cancel-button.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { toastDone } from '../../ui/toasts.js';
import { clinicQuery } from '../../data/clinic.js';
import type { Appointment } from '../../data/appointments.js';
import { useCancelAppointment } from '../../data/appointment-changes.js';
import { useSession } from '../../session/use-session.js';
import { wouldBeLate } from './late.js';
import { useLookedAt } from '../../ui/appointments/looked-at.js';
import { useAppointmentActs } from '../../ui/appointments/use-appointment-acts.js';
import classes from '../../ui/appointments/appointment-panel.module.css';
import { appointmentPanelWords } from '../../ui/appointments/appointment-panel-words.js';

/** Who cancels and why. What was typed stays when it is refused. */
export function CancelForm({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const [by, setBy] = useState<CancelledBy>('patient');
  const [reason, setReason] = useState('');
  const cancel = useCancelAppointment();
  const seen = useLookedAt(appointment, cancel.error);
  const { act } = useAppointmentActs();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const arrived = cancel.isError && isCancelled(appointment, by, reason.trim());
  useEffect(() => {
    // Its answer was lost; the appointment itself now tells.
    if (arrived) onClose();
  }, [arrived, onClose]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = (now: Appointment) => {
      const text = t('did.cancel', { name: format.name(appointment.patient) });
      toastDone(text, { label: text, about: appointment.id, run: () => act(now, 'restore') });
      onClose();
    };
    cancel.mutate({ appointment: seen, by, reason: reason.trim() }, { onSuccess: done });
  };
  return (
    <form className={classes['form']} onSubmit={submit} aria-label={t('cancel.title')}>
      <LeaveGuard unsaved={reason.trim() !== '' && !cancel.isSuccess} beside="appointment" />
      <Stack gap="sm">
        <h3>{t('cancel.title')}</h3>
        <ProblemNotice error={cancel.error} />
        <Radio.Group label={t('cancel.by')} value={by} onChange={(value) => setBy(value as CancelledBy)}>
          <Group mt={6}>
            {CANCELLED_BY.map((who) => (
              <Radio key={who} ref={who === by ? first : undefined} value={who} label={t(`cancel.${who}`)} />
            ))}
          </Group>
        </Radio.Group>
        <LateNotice appointment={appointment} by={by} />
        <Textarea
          label={t('cancel.why')}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" color="red" variant="light" loading={cancel.isPending}>
            {t('cancel.submit')}
          </Button>
          <CancelButton onCancel={onClose}>{t('cancel.keep')}</CancelButton>
        </Group>
      </Stack>
    </form>
  );
}

/** By the same, and for the same reason: whatever else became of it is no cancellation of whoever filled the form in. */
const isCancelled = ({ status, cancelledBy, cancelReason }: Appointment, by: CancelledBy, reason: string): boolean =>
  CALLED_OFF_STATUSES.includes(status) && cancelledBy === by && (cancelReason ?? '') === reason;

function LateNotice({ appointment, by }: { appointment: Appointment; by: CancelledBy }) {
  const t = useWords(appointmentPanelWords);
  const { data: clinic } = useQuery(clinicQuery(useSession().clinic.id));
  if (!clinic || !wouldBeLate(by, appointment.start, Date.now(), clinic.cancellationNoticeHours)) return null;
  return (
    <Text c="light-dark(#8a4300, #ffb566)" role="status">
      {t('cancel.late', { hours: clinic.cancellationNoticeHours })}
    </Text>
  );
}
