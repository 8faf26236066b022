import { Problem } from '../platform/index.js';

export class DiedBeforeBirthError extends Problem {
  constructor() {
    super({
      status: 400,
      code: 'DIED_BEFORE_BIRTH',
      title: 'The date of death is before the date of birth',
      detail: 'Nothing was saved. Correct one of the two dates.',
      errors: [{ pointer: '/deceasedOn', detail: 'is before the date of birth' }],
    });
  }
}

export class ExternalIdTakenError extends Problem {
  constructor(patientId: string | undefined) {
    super({
      status: 409,
      code: 'EXTERNAL_ID_TAKEN',
      title: 'This person is already here',
      detail: 'A patient with this externalId exists; see patientId. Change that record instead of adding another.',
      errors: [{ pointer: '/externalId', detail: 'belongs to another patient' }],
      ...(patientId ? { extra: { patientId } } : {}),
    });
  }
}
