import { useEffect, useState } from 'react';
import { ApiProblem } from '../../api/call.js';
import type { Appointment } from './appointment.queries.js';

const shown = ({ status, start, end, practitionerId, locationId, serviceId }: Appointment): string =>
  [status, start, end, practitionerId, locationId, serviceId].join();

/** What is acted on: the appointment as it was looked at, where what is shown of it has changed since. The API then refuses, and says so. */
export const asLookedAt = (opened: Appointment | undefined, appointment: Appointment): Appointment =>
  opened && shown(opened) !== shown(appointment) ? opened : appointment;

/** The same for a form, which begins with what it was opened on; once that was refused, with what is shown then. */
export function useLookedAt(appointment: Appointment, error: unknown): Appointment {
  const [opened, setOpened] = useState(appointment);
  const stale = error instanceof ApiProblem && error.status === 412;
  useEffect(() => {
    if (stale) setOpened(appointment);
  }, [stale, appointment]);
  return stale ? appointment : asLookedAt(opened, appointment);
}
