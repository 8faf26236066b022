import { type AppointmentStatus, LIVE_STATUSES, nextStatus, type NoteStatus } from '@keel/contracts';

interface Notable {
  start: string;
  status: AppointmentStatus;
  practitionerId: string;
  noteStatus: NoteStatus | null;
}

/** Who came: the visit holds its time, and nobody waits for an arrival any more. */
const hasBegun = ({ status }: Notable): boolean =>
  LIVE_STATUSES.includes(status) && !nextStatus(status, 'arrive') && !nextStatus(status, 'approve');

/** The visit that a new note is about: the last that has begun and has no note yet, of those whose notes the person writes. */
export function visitToNote<T extends Notable>(visits: readonly T[], practitionerId: string | null, all: boolean): T | undefined {
  return visits.findLast((visit) => visit.noteStatus === null && hasBegun(visit) && (all || visit.practitionerId === practitionerId));
}
