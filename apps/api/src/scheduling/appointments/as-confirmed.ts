import type { AppointmentDto } from './appointments.dto.js';

/** What a visit's patient is shown of it, in messages and behind links: when it begins and ends, where, and with whom. */
type Shown = Pick<AppointmentDto, 'start' | 'end' | 'locationId' | 'practitionerId'>;

/** Whether it is still the visit that its patient confirmed: what it is for is never shown, and may change. */
export function isAsShown(before: Shown, after: Shown): boolean {
  const { start, end, locationId, practitionerId } = after;
  const sameTime = start === before.start && end === before.end;
  return sameTime && locationId === before.locationId && practitionerId === before.practitionerId;
}
