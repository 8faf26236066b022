import { MINUTE } from '@keel/calendar';
import type { Appointment, Move } from '../../data/appointments.js';

/**
 * Takes a move back: the appointment is as it was. Where it was over another one, that may be somebody else by now, so it is asked about;
 * unless it never left that time, where what it is over stays what it was.
 */
export function moveBack(before: Appointment, now: Pick<Appointment, 'locationId' | 'start' | 'practitionerId'>): Move {
  const { start, end, practitionerId, locationId, placeNamed } = before;
  const stayed = before.overbook && now.start === start && now.practitionerId === practitionerId;
  const durationMinutes = (Date.parse(end) - Date.parse(start)) / MINUTE;
  const back = { start, practitionerId, durationMinutes, ...(!stayed && { overbook: false }) };
  // The hours there may have gone since, so the place is said; and that nobody had named it.
  return now.locationId === locationId ? back : { ...back, locationId, placeNamed };
}
