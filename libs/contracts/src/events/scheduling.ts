import type { CancelledBy } from '../enums.js';
import { event, timelineEvent } from './definition.js';

export interface AppointmentRef {
  appointmentId: string;
  patientId: string;
  practitionerId: string;
}
export interface AppointmentTime extends AppointmentRef {
  serviceId: string;
  locationId: string;
  /** Instants, RFC 3339 in UTC. */
  start: string;
  end: string;
  /** Bumped by another time, place or practitioner, and by nothing else; a reminder belongs to one timeVersion. */
  timeVersion: number;
}
/** Each as it was before. */
export interface Previously {
  previousStart: string;
  previousEnd: string;
  previousPractitionerId: string;
  previousLocationId: string;
  previousServiceId: string;
  /** Where its place is elsewhere than was said: the place is the same, and its address another. */
  newAddress?: boolean;
}

const step = <Payload extends AppointmentRef = AppointmentRef>() => timelineEvent<Payload>({ version: 1, reader: 'appointment:read' });

export const SCHEDULING_EVENTS = {
  'service.changed': event<{ serviceId: string }>({ version: 1, reader: 'clinic:read', external: true }),
  'working_hours.changed': event<{ practitionerId: string }>({ version: 1, reader: 'appointment:read', external: true }),
  'time_off.changed': event<{ practitionerId: string }>({ version: 1, reader: 'appointment:read', external: true }),
  /** A place is elsewhere than was said, and this portion of the appointments there of which somebody was told is still to be told of that. */
  'address_news.due': event<{ locationId: string; portion: string }>({ version: 1, reader: 'appointment:read' }),
  'appointment.booked': step<AppointmentTime>(),
  /** Another time, length, practitioner, place or service. */
  'appointment.moved': step<AppointmentTime & Previously>(),
  'appointment.confirmed': step<AppointmentRef & { by: CancelledBy }>(),
  'appointment.arrived': step(),
  'appointment.unarrived': step(),
  'appointment.started': step(),
  'appointment.completed': step(),
  /** What was marked as completed was not over: the patient is here, or, after `unarrived`, still to come. */
  'appointment.reopened': step(),
  'appointment.cancelled': step<AppointmentRef & { by: CancelledBy; late: boolean; start: string }>(),
  'appointment.no_show': step(),
  'appointment.left_unseen': step(),
  'appointment.restored': step<AppointmentTime>(),
  /** Staff told the patient what the clinic had changed. */
  'appointment.patient_told': step(),
  /** That was a slip: they are still to be told. */
  'appointment.patient_untold': step(),
  /** What was taken for the patient's own answer came by an address that is not theirs: it counts for nothing. */
  'appointment.answer_withdrawn': step(),
};
