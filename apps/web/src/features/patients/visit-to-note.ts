import { type AppointmentStatus, KEPT_STATUSES, type NoteStatus } from '@keel/contracts';

interface Notable {
  start: string;
  status: AppointmentStatus;
  practitionerId: string;
  noteStatus: NoteStatus | null;
}

const hasBegun = ({ status }: Notable): boolean => KEPT_STATUSES.includes(status);

/** The visit that a new note is about: the last that has begun and has no note yet, of those whose notes the person writes. */
export function visitToNote<T extends Notable>(visits: readonly T[], practitionerId: string | null, all: boolean): T | undefined {
  return visits.findLast((visit) => visit.noteStatus === null && hasBegun(visit) && (all || visit.practitionerId === practitionerId));
}
