import { ActionIcon, Skeleton } from '@mantine/core';
import { useFocusTrap, useMediaQuery, useMergedRef } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { LeaveScope, useLeave } from '../../ui/leave-scope.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useShortcut } from '../../ui/shortcuts.js';
import { useFocusBack } from './use-focus-back.js';
import { type Appointment, appointmentQuery, listedAppointment } from '../../data/appointments.js';
import { AppointmentDetails } from './appointment-details.js';
import { type AppointmentForm, AppointmentMenu } from './appointment-menu.js';
import classes from '../../ui/appointments/appointment-panel.module.css';
import { appointmentPanelWords } from '../../ui/appointments/appointment-panel-words.js';

/** From here the panel has a column of its own; the same as in the style sheet. */
const BESIDE = '(min-width: 1200px)';
/** Where Escape belongs to what is in front or typed in. */
const KEEPS_ESCAPE = 'input, textarea, select, [role="menu"]';

interface Props {
  id: string;
  onClose: () => void;
}

/** One appointment: who, what to do next, its note, its money, its messages. Beside the page, or over it where there is no room. */
export function AppointmentPanel(props: Props) {
  return (
    <LeaveScope>
      <Panel {...props} />
    </LeaveScope>
  );
}

function Panel({ id, onClose }: Props) {
  const t = useWords(appointmentPanelWords);
  const leave = useLeave();
  const close = () => leave(onClose);
  const appointment = useAppointment(id);
  const over = !useMediaQuery(BESIDE, undefined, { getInitialValueInEffect: false });
  const title = useRef<HTMLHeadingElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  // A form belongs to the appointment that it was opened on.
  const [form, setForm] = useState<{ of: string; kind: AppointmentForm }>();
  const closeForm = () => {
    setForm(undefined);
    more.current?.focus();
  };
  const status = appointment.data?.status;
  useEffect(() => {
    // The button that was pressed may be gone by what it did.
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, [status, form]);
  const ref = useMergedRef(useFocusTrap(over), useFocusBack(id, title));
  useShortcut(over ? undefined : 'Escape', t('close'), close);
  const hear = (event: KeyboardEvent) => {
    // Over the page it is a dialog, which the page's shortcuts leave alone; a dialog above it has an Escape of its own.
    const at = event.target as Element;
    if (over && event.key === 'Escape' && at.closest('[role="dialog"]') === event.currentTarget && !at.closest(KEEPS_ESCAPE)) close();
  };
  return (
    <>
      <div className={classes['scrim']} onClick={close} aria-hidden />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its role is beside or above the page, as there is room */}
      <div
        ref={ref}
        className={classes['panel']}
        role={over ? 'dialog' : 'complementary'}
        aria-modal={over || undefined}
        aria-label={t('title')}
        tabIndex={-1}
        onKeyDown={hear}
      >
        <div className={classes['head']}>
          <h2 ref={title} tabIndex={-1} data-autofocus>
            {appointment.data ? <PatientLink appointment={appointment.data} /> : t('title')}
          </h2>
          {appointment.data && (
            <AppointmentMenu appointment={appointment.data} onForm={(kind) => leave(() => setForm({ of: id, kind }))} targetRef={more} />
          )}
          <CloseButton onClick={close} />
        </div>
        <div className={classes['body']}>
          {appointment.data && (
            <AppointmentDetails
              key={id}
              appointment={appointment.data}
              form={form?.of === id ? form.kind : undefined}
              onFormClose={closeForm}
            />
          )}
          {!appointment.data && <NotThere appointment={appointment} />}
        </div>
      </div>
    </>
  );
}

function CloseButton({ onClick }: { onClick: () => void }) {
  const t = useWords(appointmentPanelWords);
  return (
    <ActionIcon variant="subtle" color="gray" size={32} onClick={onClick} aria-label={t('close')} title={t('close')}>
      <IconX size={18} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}

function PatientLink({ appointment }: { appointment: Appointment }) {
  return <Link to={paths.patient(appointment.patientId)}>{useFormat().name(appointment.patient)}</Link>;
}

/** The appointment, at once where a list on the page has it already. */
function useAppointment(id: string) {
  const queries = useQueryClient();
  return useQuery({
    ...appointmentQuery(id),
    placeholderData: () => listedAppointment(queries, id),
  });
}

function NotThere({ appointment: { error, refetch } }: { appointment: Pick<UseQueryResult, 'error' | 'refetch'> }) {
  return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Shape />;
}

/** What is coming, while it is fetched. */
function Shape() {
  return (
    <>
      <Skeleton height={20} width="70%" />
      <Skeleton height={64} />
      <Skeleton height={36} />
      <Skeleton height={72} />
      <Skeleton height={72} />
    </>
  );
}
