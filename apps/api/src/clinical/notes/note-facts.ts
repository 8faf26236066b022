import type { NoteStatus } from '@keel/contracts';
import type { NoteFacts } from '../../scheduling/index.js';

/** What an appointment shows of several notes: the furthest of them, and one that is in error only where there is no other. */
const FURTHEST_FIRST: readonly NoteStatus[] = ['amended', 'signed', 'draft', 'entered_in_error'];

/** What the notes of an appointment come to together, in whatever order they were written. */
export function noteFacts(statuses: readonly NoteStatus[]): NoteFacts {
  const noteStatus = FURTHEST_FIRST.find((status) => statuses.includes(status)) ?? null;
  return { documented: noteStatus === 'amended' || noteStatus === 'signed', noteStatus };
}
