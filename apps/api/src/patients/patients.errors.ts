import { Problem } from '../platform/index.js';

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
