import { useState } from 'react';
import { newestOf, type Appointment } from './appointment.queries.js';

const shown = ({ status, start, end, practitionerId, locationId, serviceId }: Appointment): string =>
  [status, start, end, practitionerId, locationId, serviceId].join();

/**
 * What is acted on: the appointment as it was looked at, where what is shown of it has changed since. The API then refuses, and says so.
 * @param what is looked at, where that is less than all that is shown
 */
export const asLookedAt = (opened: Appointment | undefined, appointment: Appointment, what = shown): Appointment =>
  opened && what(opened) !== what(appointment) ? opened : appointment;

/** The same for a form, which begins with what it was opened on; once that was refused, with what the refusal showed. */
export function useLookedAt(appointment: Appointment, error: unknown): Appointment {
  const [opened, setOpened] = useState(appointment);
  const newest = newestOf(error);
  if (newest && newest !== opened) setOpened(newest);
  return asLookedAt(opened, appointment);
}
