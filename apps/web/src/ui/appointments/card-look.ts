import { type AppointmentStatus, EXPECTED_STATUSES, nextStatus } from '@keel/contracts';
import type { Appointment } from '../../data/appointments.js';

/** How a card is filled and which picture it carries: never told apart by colour alone. */
export type Look = 'asked' | 'booked' | 'confirmed' | 'here' | 'going' | 'done' | 'ended';

const LOOKS: Readonly<Record<AppointmentStatus, Look>> = {
  pending: 'asked',
  booked: 'booked',
  confirmed: 'confirmed',
  arrived: 'here',
  in_session: 'going',
  completed: 'done',
  declined: 'ended',
  cancelled: 'ended',
  late_cancelled: 'ended',
  no_show: 'ended',
  left_unseen: 'ended',
};

export const lookOf = (status: AppointmentStatus): Look => LOOKS[status];

/** An appointment that has not begun can have another time. */
export const isMovable = ({ status }: Pick<Appointment, 'status'>): boolean => EXPECTED_STATUSES.includes(status);

/** What else a card tells by a small picture, the most important first. */
export type Flag = 'alert' | 'untold' | 'late' | 'owing' | 'new' | 'signed';

const MINUTE = 60_000;
const PATIENCE = 5 * MINUTE;
/** Whoever has not come by then does not come late. */
const LATE_FOR = 12 * 60 * MINUTE;

export function flagsOf(appointment: Appointment, now: number): Flag[] {
  const waited = now - Date.parse(appointment.start);
  const late = nextStatus(appointment.status, 'arrive') !== undefined && waited > PATIENCE && waited < LATE_FOR;
  return [
    ...((appointment.patientAlerts ?? 0) > 0 ? (['alert'] as const) : []),
    ...(appointment.untold ? (['untold'] as const) : []),
    ...(late ? (['late'] as const) : []),
    ...(appointment.owing ? (['owing'] as const) : []),
    ...(appointment.newPatient ? (['new'] as const) : []),
    ...(appointment.documented ? (['signed'] as const) : []),
  ];
}

/** Black or white: what is read better on a colour, at 4.5:1 at least (WCAG 2.2, relative luminance). */
export function inkOn(colour: string): '#000' | '#fff' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
