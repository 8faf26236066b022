import type { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Appointment, newestKnown, newestOf } from '../../data/appointments.js';
import { withOwn } from '../../data/own-changes.js';

const shown = ({ status, start, end, practitionerId, locationId, serviceId, cancelledBy, cancelReason }: Appointment): string =>
  [status, start, end, practitionerId, locationId, serviceId, cancelledBy, cancelReason].join();
/** Where somebody moved it there and back, that is what it was moved to. */
const movedTo = (appointment: Appointment): string => [shown(appointment), appointment.timeVersion].join();

/**
 * What is acted on: the appointment as it was looked at, where what is shown of it has changed since. The API then refuses, and says so.
 * @param what is looked at of it
 */
export const asLookedAt = (opened: Appointment, appointment: Appointment, what: typeof shown): Appointment =>
  what(opened) !== what(appointment) ? opened : appointment;

/** The same, and as its own person has made it since: of that nobody has to tell them. */
const asOwn = (opened: Appointment, appointment: Appointment, what: typeof shown): Appointment =>
  asLookedAt(withOwn(opened, what), appointment, what);

/** For a menu, to what that was opened on. */
export const asMenuOpened = (opened: Appointment | undefined, appointment: Appointment): Appointment =>
  opened ? asOwn(opened, appointment, shown) : appointment;

/** For what is asked about, which may be answered after the appointment is shown no more. */
export const asAskedAbout = (queries: QueryClient, asked: Appointment): Appointment => asOwn(asked, newestKnown(queries, asked), shown);

/** For the way back of a move, to the appointment as that left it. */
export const asMoved = (queries: QueryClient, moved: Appointment): Appointment => asOwn(moved, newestKnown(queries, moved), movedTo);

/** For a form, which begins with what it was opened on; once that was refused, with what the refusal showed. */
export function useLookedAt(appointment: Appointment, error: unknown): Appointment {
  const [opened, setOpened] = useState(appointment);
  const newest = newestOf(error);
  if (newest && newest !== opened) setOpened(newest);
  return asOwn(opened, appointment, shown);
}
