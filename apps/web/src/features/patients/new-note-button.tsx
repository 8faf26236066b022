import { Button, VisuallyHidden } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useStartFreeNote } from '../../data/notes.js';
import { patientAppointmentsQuery } from '../../data/appointment-lists.js';
import { intentKey } from '../../data/client/intent-key.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { toastProblem } from '../../ui/toasts.js';
import { useSession } from '../../session/use-session.js';
import { closedChartOf } from '../../ui/charts/chart-problem.js';
import { pageWords } from './page-words.js';
import { appointmentToNote } from './appointment-to-note.js';

const icon = <IconFilePlus size={16} stroke={1.7} aria-hidden />;

/** On the appointment that waits for its note; without one, a practitioner's note of its own. */
export function NewNoteButton({ patientId }: { patientId: string }) {
  const t = useWords(pageWords);
  const format = useFormat();
  const { practitionerId, chartRight } = useSession();
  const appointments = useQuery(patientAppointmentsQuery(patientId));
  const appointment = appointments.data && appointmentToNote(appointments.data, practitionerId, chartRight);
  if (appointment) {
    return (
      <Button
        component={Link}
        to={paths.appointmentNote(appointment.id)}
        variant="default"
        leftSection={icon}
        title={t('noteFor', { day: format.day(appointment.start) })}
      >
        {t('note')}
      </Button>
    );
  }
  if (practitionerId) return <FreeNoteButton patientId={patientId} />;
  return <NoNoteButton />;
}

function FreeNoteButton({ patientId }: { patientId: string }) {
  const t = useWords(pageWords);
  const navigate = useNavigate();
  const [key] = useState(intentKey);
  const start = useStartFreeNote();
  // Behind a closed chart the way on is the chart's own page, where it is opened with a reason.
  const onError = (error: unknown) =>
    closedChartOf(error) ? void navigate({ to: paths.patientTab(patientId, 'chart') }) : toastProblem(error);
  const run = () => start.mutate({ patientId, key }, { onSuccess: ({ id }) => void navigate({ to: paths.note(id) }), onError });
  return (
    <Button variant="default" leftSection={icon} loading={start.isPending} onClick={run}>
      {t('note')}
    </Button>
  );
}

function NoNoteButton() {
  const t = useWords(pageWords);
  const reason = useId();
  return (
    <>
      <Button variant="default" leftSection={icon} disabled title={t('noteWhyNot')} aria-describedby={reason}>
        {t('note')}
      </Button>
      <VisuallyHidden id={reason}>{t('noteWhyNot')}</VisuallyHidden>
    </>
  );
}
