import type { Session } from './session.js';
import type { Note, NoteHead } from './notes.js';

type Person = Pick<Session, 'user' | 'practitionerId' | 'chartRight' | 'permissions'>;
type Owned = Pick<NoteHead, 'practitionerId' | 'createdBy' | 'confidential' | 'shared'>;

const common = ({ confidential, shared }: Owned): boolean => !confidential || shared;
const owns = (person: Person, note: Owned): boolean =>
  note.createdBy === person.user.id || (person.practitionerId !== null && note.practitionerId === person.practitionerId);

/** A signed note is the person's to add to: their own, or any that all may read where they hold the chart right. A draft is its owner's. The API asks the same. */
const adds = (person: Person, note: Owned): boolean => owns(person, note) || (person.chartRight && common(note));

export const canNote = {
  edit: (person: Person, note: Note): boolean => note.status === 'draft' && person.permissions.includes('note:write') && owns(person, note),
  sign: (person: Person, note: Note): boolean => note.status === 'draft' && person.permissions.includes('note:sign') && owns(person, note),
  amend: (person: Person, note: Note): boolean =>
    (note.status === 'signed' || note.status === 'amended') && person.permissions.includes('note:sign') && adds(person, note),
  enterInError: (person: Person, note: Note): boolean =>
    note.status !== 'entered_in_error' &&
    person.permissions.includes('note:sign') &&
    (note.status === 'draft' ? owns(person, note) : adds(person, note)),
  /** The text of a colleague's draft, or of a counselling note that is not shared, is not shown. */
  read: (person: Person, note: NoteHead): boolean => owns(person, note) || (common(note) && (note.status !== 'draft' || person.chartRight)),
  share: (person: Person, note: Note): boolean => note.confidential && person.permissions.includes('note:write') && owns(person, note),
  invoice: (person: Person, note: Note): boolean =>
    (note.status === 'signed' || note.status === 'amended') && note.appointmentId !== null && person.permissions.includes('invoice:write'),
} as const;

/**
 * The note to go on from: the newest that was signed before this one's appointment, of the same kind or practitioner where there is
 * one, since a colleague of another profession writes of other things. Heads come newest appointment first.
 */
export function lastSigned(
  heads: readonly NoteHead[],
  note: Pick<Note, 'id' | 'notedAt' | 'templateId' | 'practitionerId'>,
  person: Person,
): NoteHead | undefined {
  const signed = ({ status }: NoteHead) => status === 'signed' || status === 'amended';
  const before = heads.filter((head) => head.id !== note.id && signed(head) && head.notedAt <= note.notedAt && canNote.read(person, head));
  return before.find((head) => head.templateId === note.templateId || head.practitionerId === note.practitionerId) ?? before[0];
}

/** The note that an appointment has: the one that counts, not one that was entered in error. */
export function noteOfAppointment(heads: readonly NoteHead[]): NoteHead | undefined {
  const live = heads.filter(({ status }) => status !== 'entered_in_error');
  return live.find(({ status }) => status !== 'draft') ?? live[0];
}
