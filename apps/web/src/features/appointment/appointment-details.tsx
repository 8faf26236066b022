import { useQuery } from '@tanstack/react-query';
import { patientQuery } from '../../data/patients.js';
import { useCan } from '../../session/use-session.js';
import { CancelForm } from './cancel-form.js';
import { LeaveForm } from './leave-form.js';
import { MessagesPart } from './messages-part.js';
import { MoneyPart } from '../../ui/appointments/money-part.js';
import { MoveForm } from './move-form.js';
import { NextAppointmentPart } from './next-appointment-part.js';
import { NotePart } from '../../ui/appointments/note-part.js';
import { nextStep } from '../../data/appointment-steps.js';
import { UndoPart } from './undo-part.js';
import { UntoldPart } from './untold-part.js';
import { useWritesNote } from '../../ui/appointments/use-writes-note.js';
import type { Appointment } from '../../data/appointments.js';
import type { AppointmentForm } from './appointment-menu.js';
import { AppointmentSteps } from '../../ui/appointments/appointment-steps.js';
import { When } from './when.js';
import { Who } from '../../ui/appointments/who.js';

interface Props {
  appointment: Appointment;
  /** What the menu has opened. */
  form: AppointmentForm | undefined;
  onFormClose: () => void;
}

/** All there is to know and do about one appointment, in the order in which it is asked for. */
export function AppointmentDetails({ appointment, form, onFormClose }: Props) {
  const patient = useQuery(patientQuery(appointment.patientId));
  const can = useCan();
  const writes = useWritesNote(appointment);
  const step = nextStep(appointment, can, writes);
  return (
    <>
      <Who patient={patient.data} error={patient.error} onRetry={() => void patient.refetch()} />
      <When appointment={appointment} />
      <UndoPart appointmentId={appointment.id} />
      <UntoldPart appointment={appointment} patient={patient.data} />
      <AppointmentSteps appointment={appointment} step={step} />
      {form === 'cancel' && <CancelForm appointment={appointment} onClose={onFormClose} />}
      {form === 'leave' && <LeaveForm appointment={appointment} onClose={onFormClose} />}
      {form === 'move' && <MoveForm appointment={appointment} onClose={onFormClose} />}
      <NotePart appointment={appointment} writes={writes} primary={step === 'note'} />
      <MoneyPart appointment={appointment} step={step} />
      {can('message:read') && <MessagesPart appointment={appointment} />}
      <NextAppointmentPart appointment={appointment} primary={step === 'rebook'} />
    </>
  );
}
