import { type FieldFault, Problem } from '../platform/index.js';

/** What a review found of an opening of the caller's own, told to them alone. */
export interface ChartFinding {
  kind: 'grant' | 'override' | 'own_booking';
  openedAt: Date;
  reviewedAt: Date;
  /** Null where the reviewer is not known here any more. */
  reviewerName: string | null;
}

export class ChartClosedError extends Problem {
  constructor(patientId: string, finding?: ChartFinding) {
    super({
      status: 403,
      code: 'CHART_CLOSED',
      title: finding ? 'A review has closed this chart to you' : 'You have no care relationship with this patient',
      detail:
        (finding
          ? 'An earlier opening of yours was not found to belong to your care; see `finding`. Since then what you book for yourself opens ' +
            'nothing here. Speak with the reviewer, who can take it back, or ask an owner with the chart right to let you in. '
          : 'A chart opens to those who have an appointment with the patient or were given access. ') +
        `Where care demands it now, send POST /api/v1/patients/${patientId}/chart-access with a reason; it is written down and reviewed.`,
      extra: { patientId, ...(finding && { finding }) },
    });
  }
}

export class GrantNotYoursError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'GRANT_NOT_YOURS',
      title: 'You cannot let anybody into this chart',
      detail:
        'A colleague is let in by one who sees the patient or was let in themselves; nobody lets in themselves, and neither an hour’s ' +
        'opening for a reason nor an appointment that you booked for yourself is enough, unless it was reviewed or somebody else received the patient.',
    });
  }
}

export class EmergencyLimitError extends Problem {
  constructor(most: number, retryAfterSeconds: number) {
    super({
      status: 429,
      code: 'EMERGENCY_LIMIT',
      title: 'You have opened too many charts for a reason within an hour',
      detail:
        `One person opens ${most} charts an hour so; the next in ${retryAfterSeconds} seconds (Retry-After). A colleague who cares for the ` +
        'patient, or an owner with the chart right, can let you in meanwhile.',
      headers: { 'retry-after': String(retryAfterSeconds) },
    });
  }
}

export class OwnerLetsInError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'OWNER_LETS_IN',
      title: 'An owner decides about this colleague and this chart',
      detail: 'The clinic has kept the decision for itself. Ask an owner with the chart right to let them in.',
    });
  }
}

export class OwnAccessError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'OWN_ACCESS',
      title: 'Somebody else has to review this',
      detail:
        'You opened this chart, let the person in, or were brought into the clinic by them. Ask another owner or administrator to review it.',
    });
  }
}

export class NoteConfidentialError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'NOTE_CONFIDENTIAL',
      title: 'This note is its author’s alone',
      detail: 'Counselling notes are not part of the common chart. Ask the author to share it.',
    });
  }
}

export class NoteNotYoursError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'NOTE_NOT_YOURS',
      title: 'This is a colleague’s note',
      detail: 'A draft is read, and a note changed, by its practitioner or its author. Ask them, or write a note of your own.',
    });
  }
}

export class AppointmentNotYoursError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'APPOINTMENT_NOT_YOURS',
      title: 'This is a colleague’s appointment',
      detail: 'A note belongs to the practitioner of the appointment. If you took it over, move the appointment to you first.',
      errors: [{ pointer: '/appointmentId', detail: 'is an appointment with another practitioner' }],
    });
  }
}

export class NoteSignedError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'NOTE_SIGNED',
      title: 'A signed note never changes',
      detail: 'Add to it by POST /api/v1/notes/{id}/addenda, or mark it entered in error with a reason.',
    });
  }
}

export class NoteNotSignedError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'NOTE_NOT_SIGNED',
      title: 'This note is not signed yet',
      detail: 'Change the draft itself by PATCH or PUT /api/v1/notes/{id}; addenda are for signed notes.',
    });
  }
}

export class NoteInErrorError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'NOTE_ENTERED_IN_ERROR',
      title: 'This note was entered in error',
      detail: 'It is kept as it is. Write a new note instead.',
    });
  }
}

export class NoteIncompleteError extends Problem {
  constructor(errors: FieldFault[]) {
    super({
      status: 409,
      code: 'NOTE_INCOMPLETE',
      title: 'Some questions must be answered first',
      detail: 'Answer the questions named in errors, save the draft, and sign again.',
      errors,
    });
  }
}

export class NoteTooLargeError extends Problem {
  constructor(mostCharacters: number) {
    super({
      status: 413,
      code: 'NOTE_TOO_LARGE',
      title: 'The note is too large',
      detail: `A note may hold ${mostCharacters} characters in all. Shorten it, or attach the rest as a document.`,
    });
  }
}

export class AddendaLimitError extends Problem {
  constructor(most: number, mostCharacters: number) {
    super({
      status: 409,
      code: 'NOTE_ADDENDA_LIMIT',
      title: 'The note has too many addenda',
      detail: `A note holds ${most} addenda of ${mostCharacters} characters in all. Write a new note for what is to be added.`,
    });
  }
}

/** The stored text is not what was signed: it is not shown as if it were. */
export class NoteIntegrityError extends Problem {
  constructor() {
    super({
      status: 500,
      code: 'NOTE_INTEGRITY',
      title: 'This note is not as it was signed',
      detail: 'Its text does not match the hash taken at signing, so it is not shown. Tell support the requestId at once.',
    });
  }
}

export class ExternalIdTakenError extends Problem {
  constructor(noun: string, id: string | undefined) {
    super({
      status: 409,
      code: 'EXTERNAL_ID_TAKEN',
      title: `This ${noun} is already here`,
      detail: `Another ${noun} has this externalId. Change that one instead of adding it again.`,
      errors: [{ pointer: '/externalId', detail: 'is taken' }],
      extra: { id },
    });
  }
}

export class PhraseTakenError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'PHRASE_TAKEN',
      title: 'Another phrase is called by this word',
      detail: 'Choose another word, or change the phrase that has it.',
      errors: [{ pointer: '/trigger', detail: 'is taken' }],
    });
  }
}

export class PhraseLimitError extends Problem {
  constructor(most: number) {
    super({
      status: 409,
      code: 'PHRASE_LIMIT',
      title: 'There are too many phrases',
      detail: `There is room for ${most}. Remove some that nobody uses, then add this one.`,
    });
  }
}
