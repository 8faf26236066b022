import { Problem } from '../../platform/index.js';

export class AppointmentAfterDeathError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'APPOINTMENT_AFTER_DEATH',
      title: 'This appointment is on a day after the patient’s death',
      detail:
        'Nobody comes to it. Cancel it by POST /appointments/{id}/cancel; or, if the date of death was entered in error, correct it in ' +
        'the patient’s details. An appointment of before, or of the day itself, is marked and written up as ever.',
    });
  }
}

/** The day is the appointment's, `YYYY-MM-DD` where it took place. */
export class SeenBeforeBirthError extends Problem {
  constructor(date: string) {
    super({
      status: 409,
      code: 'SEEN_BEFORE_BIRTH',
      title: 'The patient was seen before this date of birth',
      detail: `Nothing was saved. The patient came to an appointment on ${date}. Give an earlier date of birth, or un-arrive that appointment if its day is wrong.`,
      errors: [{ pointer: '/dateOfBirth', detail: `is after an appointment that took place on ${date}` }],
      extra: { date },
    });
  }
}

/** The day is the appointment's, `YYYY-MM-DD` where it took place. */
export class SeenAfterDeathError extends Problem {
  constructor(date: string) {
    super({
      status: 409,
      code: 'SEEN_AFTER_DEATH',
      title: 'The patient was seen after this date of death',
      detail: `Nothing was saved. The patient came to an appointment on ${date}. Give that day or a later one, or un-arrive that appointment if it did not take place.`,
      errors: [{ pointer: '/deceasedOn', detail: `is before an appointment that took place on ${date}` }],
      extra: { date },
    });
  }
}
