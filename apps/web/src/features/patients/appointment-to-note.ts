import { type AppointmentStatus, KEPT_STATUSES, type NoteStatus } from '@keel/contracts';

interface Notable {
  start: string;
  status: AppointmentStatus;
  practitionerId: string;
  noteStatus: NoteStatus | null;
}

const hasBegun = ({ status }: Notable): boolean => KEPT_STATUSES.includes(status);

/** The appointment that a new note is about: the last that has begun and has no note yet, of those whose notes the person writes. */
export function appointmentToNote<T extends Notable>(
  appointments: readonly T[],
  practitionerId: string | null,
  all: boolean,
): T | undefined {
  return appointments.findLast(
    (appointment) => appointment.noteStatus === null && hasBegun(appointment) && (all || appointment.practitionerId === practitionerId),
  );
}
