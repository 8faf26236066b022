import type { AppointmentDto } from './appointments.dto.js';

/** What an appointment's patient is shown of it, in messages and behind links: when it begins and ends, where, and with whom. */
type Shown = Pick<AppointmentDto, 'start' | 'end' | 'locationId' | 'practitionerId'>;

/** Whether what was written of it still holds: when it begins, where, and with whom. Its length is shown, and written nowhere. */
export function isAsTold(before: Omit<Shown, 'end'>, after: Omit<Shown, 'end'>): boolean {
  const { start, locationId, practitionerId } = after;
  return start === before.start && locationId === before.locationId && practitionerId === before.practitionerId;
}

/** Whether it is still the appointment that its patient confirmed: what it is for is never shown, and may change. */
export function isAsShown(before: Shown, after: Shown): boolean {
  return isAsTold(before, after) && after.end === before.end;
}

/**
 * Whether an answer to the appointment at one of its versions still applies: since then nothing that is shown has changed, and it was not
 * called off and brought back. A change that was undone counts as a change. The appointment's state is not asked: that decides what can
 * be done, not which appointment is meant.
 */
export function isStillShown({ shownVersion, version }: Pick<AppointmentDto, 'shownVersion' | 'version'>, answered: number): boolean {
  return shownVersion <= answered && answered <= version;
}
