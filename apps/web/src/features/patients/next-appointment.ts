import { type AppointmentStatus, EXPECTED_STATUSES, nextStatus } from '@keel/contracts';

interface Planned {
  start: string;
  status: AppointmentStatus;
}

const isExpected = ({ status }: Planned): boolean => EXPECTED_STATUSES.includes(status);

/** Whether an appointment is under way: who has arrived can be completed. */
const isHere = ({ status }: Planned): boolean => nextStatus(status, 'complete') !== undefined;

/** The first of these appointments, in order of start, that is still expected from now on. */
export function nextAppointment<T extends Planned>(appointments: readonly T[], now: number): T | undefined {
  return appointments.find((appointment) => isExpected(appointment) && Date.parse(appointment.start) >= now);
}

/**
 * Appointments in order of start, parted into those that today still holds or that are to come, next first, and those that are over
 * or called off, last first. `today` is the instant at which the clinic's day began.
 */
export function partAppointments<T extends Planned>(appointments: readonly T[], today: number): { upcoming: T[]; past: T[] } {
  const open = (appointment: T) => (isExpected(appointment) || isHere(appointment)) && Date.parse(appointment.start) >= today;
  return { upcoming: appointments.filter(open), past: appointments.filter((appointment) => !open(appointment)).toReversed() };
}
