import { APPOINTMENT_ACTIONS, type AppointmentStatus, nextStatus, type Slot, stepsToArrive } from '@keel/contracts';
import { Problem } from '../platform/index.js';

/** Without free times where the appointment can take no other. */
export class SlotTakenError extends Problem {
  constructor(alternatives: Slot[] | undefined) {
    super({
      status: 409,
      code: 'SLOT_TAKEN',
      title: 'This time is taken',
      detail: alternatives
        ? 'Another appointment or its buffer is in this time. Choose one of `alternatives`, or send "overbook": true if you mean it.'
        : 'Another appointment or its buffer is in this time. Book a new appointment for another time, or send "overbook": true if you mean it.',
      ...(alternatives && { extra: { alternatives } }),
    });
  }
}

/** As `SlotTakenError`. */
export class PractitionerAwayError extends Problem {
  constructor(alternatives: Slot[] | undefined) {
    super({
      status: 409,
      code: 'PRACTITIONER_AWAY',
      title: 'The practitioner has time off then',
      detail: alternatives
        ? 'Choose one of `alternatives` or another practitioner, or send "overbook": true if you mean it.'
        : 'Book a new appointment for another time or with another practitioner, or send "overbook": true if you mean it.',
      ...(alternatives && { extra: { alternatives } }),
    });
  }
}

export class HoursLimitError extends Problem {
  constructor(most: number) {
    super({
      status: 409,
      code: 'HOURS_LIMIT',
      title: 'There are too many working hours',
      detail: `A practitioner has ${most} at the most, past ones included. Delete some that are long past, then set these.`,
    });
  }
}

export class ServiceNotOfferedError extends Problem {
  constructor() {
    super({
      status: 400,
      code: 'SERVICE_NOT_OFFERED',
      title: 'This practitioner does not offer this service',
      detail: 'A practitioner offers the services of their own profession. Choose a service of that profession, or another practitioner.',
      errors: [{ pointer: '/serviceId', detail: 'is of another profession than the practitioner' }],
    });
  }
}

export class ServiceArchivedError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'SERVICE_ARCHIVED',
      title: 'This service is no longer offered',
      detail: 'Choose another service, or bring this one back by POST /services/{id}/unarchive.',
      errors: [{ pointer: '/serviceId', detail: 'is archived' }],
    });
  }
}

export class PractitionerInactiveError extends Problem {
  /** `back` is refused to an appointment that is off: it cannot be given to another. */
  constructor(placing: 'anew' | 'back' = 'anew') {
    super({
      status: 409,
      code: 'PRACTITIONER_INACTIVE',
      title: 'This practitioner takes no more appointments',
      detail:
        placing === 'back'
          ? 'This appointment was off before they stopped, so it does not come back. Book a new one with another practitioner by POST /appointments, or set this one active again by PATCH /practitioners/{id} {"active": true}, then restore it.'
          : 'Choose another practitioner, or set this one active again by PATCH /practitioners/{id} {"active": true}. What they have may be changed within its time, and an appointment that is called off from now on restored; one that has left them does not come back.',
      errors: [{ pointer: '/practitionerId', detail: 'is not active' }],
    });
  }
}

export class PatientArchivedError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'PATIENT_ARCHIVED',
      title: 'This patient is archived',
      detail:
        'No time is given to somebody who is archived. Bring the patient back by PATCH /patients/{id} {"archived": false}, then book.',
      errors: [{ pointer: '/patientId', detail: 'is archived' }],
    });
  }
}

export class PatientDeceasedError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'PATIENT_DECEASED',
      title: 'This patient has died',
      detail:
        'No appointment to come is booked, and none on a day after the death. If the date of death was entered in error, correct it in the patient’s details.',
      errors: [{ pointer: '/patientId', detail: 'has died' }],
    });
  }
}

export class AppointmentBeforeBirthError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'APPOINTMENT_BEFORE_BIRTH',
      title: 'This appointment is before the patient was born',
      detail: 'Choose a day from the date of birth on. If the date of birth was entered in error, correct it in the patient’s details.',
      errors: [{ pointer: '/start', detail: 'is before the date of birth' }],
    });
  }
}

export class LocationClosedError extends Problem {
  /** As of a practitioner who takes no more appointments. */
  constructor(placing: 'anew' | 'back' = 'anew') {
    super({
      status: 409,
      code: 'LOCATION_CLOSED',
      title: 'Nothing is booked at this location any more',
      detail:
        placing === 'back'
          ? 'This appointment was off before the location closed, so it does not come back. Book a new one at another by POST /appointments, or use this one again by PATCH /locations/{id} {"active": true}, then restore the appointment.'
          : 'It is not in use. Use it again by PATCH /locations/{id} {"active": true}, or book the appointment at another by its locationId. What is there may be changed within its time, and an appointment that is called off from now on restored; one that has left it, or was called off before it closed, does not come back.',
      errors: [{ pointer: '/locationId', detail: 'is not in use' }],
    });
  }
}

export class HoursOverlapError extends Problem {
  /** `overlaps` says of each practitioner which two shifts would be worked at once. */
  constructor(overlaps: { practitionerId: string; workingHoursId: string; detail: string }[]) {
    super({
      status: 409,
      code: 'HOURS_OVERLAP',
      title: 'By this time zone somebody would work at two places at once',
      detail: `${overlaps.map(({ detail }) => detail).join(' ')} Change or remove these working hours, then correct the zone, and set them as they are by it.`,
      errors: [{ pointer: '/timeZone', detail: 'makes working hours overlap' }],
      extra: { overlaps },
    });
  }
}

export class TransitionError extends Problem {
  constructor(status: AppointmentStatus) {
    const actions = APPOINTMENT_ACTIONS.filter((action) => nextStatus(status, action));
    super({
      status: 409,
      code: 'INVALID_TRANSITION',
      title: `This cannot be done to an appointment that is ${status.replaceAll('_', ' ')}`,
      detail: actions.length > 0 ? `What can be done now: ${actions.join(', ').replaceAll('_', '-')}.` : 'Nothing more can be done to it.',
      extra: { currentStatus: status, actions },
    });
  }
}

export class AppointmentNotBegunError extends Problem {
  /** @param start RFC 3339, UTC */
  constructor(start: string) {
    super({
      status: 409,
      code: 'APPOINTMENT_NOT_BEGUN',
      title: 'This appointment has not begun yet',
      detail: `Whether somebody comes shows only then: it can be marked as a no-show from ${start} on. If they said that they will not come, cancel it by POST /appointments/{id}/cancel.`,
      extra: { from: start },
    });
  }
}

export class NotMovableError extends Problem {
  constructor(status: AppointmentStatus) {
    super({
      status: 409,
      code: 'NOT_MOVABLE',
      title: 'This appointment can no longer be moved',
      detail: `It is ${status.replaceAll('_', ' ')}. Only an appointment that has not begun can be moved. ${wayToMove(status)}`,
      extra: { currentStatus: status },
    });
  }
}

/** What can be done from here about an appointment that stays where it is. */
function wayToMove(status: AppointmentStatus): string {
  if (nextStatus(status, 'unarrive')) return 'If the arrival was marked in error, un-arrive it first; else book another.';
  if (nextStatus(status, 'reopen')) return 'If it was completed in error, reopen and un-arrive it first; else book another.';
  if (nextStatus(status, 'restore')) return 'Restore it first, or book another.';
  return 'Book another.';
}

export class AppointmentDocumentedError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'APPOINTMENT_DOCUMENTED',
      title: 'This appointment has a signed note',
      detail:
        'What is written up and signed has taken place: it is neither reopened, un-arrived nor left unseen. If the note was signed in error or is of another appointment, ' +
        'mark it as such by POST /notes/{id}/entered-in-error; then do this.',
    });
  }
}

export class PatientKnowsError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'PATIENT_KNOWS',
      title: 'The patient knows by now',
      detail:
        'Since somebody told them, a reminder went out, they answered or came, or the time is past: there is nothing left to tell. If they were not told, call them all the same.',
    });
  }
}

export class AppointmentNotKeptError extends Problem {
  /** `step` is what of a note is refused; a draft that is there already waits. */
  constructor(status: AppointmentStatus, step: 'begin' | 'sign') {
    super({
      status: 409,
      code: 'APPOINTMENT_NOT_KEPT',
      title: 'The patient did not come to this appointment',
      detail: `The appointment is ${status.replaceAll('_', ' ')}, and a signed note says that it took place. ${step === 'sign' ? 'The draft is kept. ' : ''}${wayTo(step, status)}`,
      extra: { currentStatus: status },
    });
  }
}

/** What was signed of an appointment that is off could never be billed. */
function wayTo(step: 'begin' | 'sign', status: AppointmentStatus): string {
  const steps = stepsToArrive(status)?.map((action) => `POST /appointments/{id}/${action}`);
  const came = steps ? `If the patient came, ${steps.join(', then ')}, then ${step} the note. ` : '';
  return `${came}What there is to write of somebody who was not seen goes into a note of the patient without an appointment.`;
}
