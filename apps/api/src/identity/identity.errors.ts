import { Problem } from '../platform/index.js';
import type { PlaceFact } from './place-dependents.js';

export class SlugTakenError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'SLUG_TAKEN',
      title: 'This address is taken',
      detail: 'Another clinic has this slug. Choose another, for example with the name of your town.',
      errors: [{ pointer: '/slug', detail: 'is taken' }],
    });
  }
}

export class LastLocationError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'LAST_LOCATION',
      title: 'This is the only location in use',
      detail: 'Every appointment is somewhere. Add another location or use one again, and then stop using this one.',
      errors: [{ pointer: '/active', detail: 'is true for no other location' }],
    });
  }
}

export class EmailInUseError extends Problem {
  constructor(pointer: string) {
    super({
      status: 409,
      code: 'EMAIL_IN_USE',
      title: 'This e-mail address has an account with another password',
      detail: 'Send the password of that account, or choose a new one for it by POST /password-resets; the invitation stays open.',
      errors: [{ pointer, detail: 'is not that of the account with this address' }],
    });
  }
}

export class PractitionerLimitError extends Problem {
  constructor(most: number) {
    super({
      status: 409,
      code: 'PRACTITIONER_LIMIT',
      title: 'There are too many active practitioners',
      detail: `A clinic has ${most} at the most. Set one who has left to inactive, or use another clinic for another place.`,
    });
  }
}

/** One answer for an unknown address, a wrong password and a missing one: it does not tell who exists. */
export class SignInRefusedError extends Problem {
  constructor() {
    super({
      status: 401,
      code: 'SIGN_IN_REFUSED',
      title: 'E-mail or password is wrong',
      detail: 'Check both and try again, or ask for a link to set a new password.',
    });
  }
}

/** A second factor, or what steps a session up. The session, open or half open, is as it was. */
export class ProofRefusedError extends Problem {
  constructor() {
    super({
      status: 401,
      code: 'SIGN_IN_REFUSED',
      title: 'This proof is wrong or was used before',
      detail: 'Type the newest code of your app, wait for the next one where it was used already, or use another way.',
    });
  }
}

export class TooManySignInsError extends Problem {
  constructor(retryAfterSeconds: number) {
    super({
      status: 429,
      code: 'RATE_LIMITED',
      title: 'Too many attempts',
      detail: `Wait ${retryAfterSeconds} seconds and try again.`,
      headers: { 'retry-after': String(retryAfterSeconds) },
    });
  }
}

export class NoClinicChosenError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'CLINIC_NOT_CHOSEN',
      title: 'Choose a clinic first',
      detail: 'You belong to several clinics: send PUT /api/v1/session/clinic with the id of one of them.',
    });
  }
}

export class PractitionerEmailTakenError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'PRACTITIONER_EMAIL_TAKEN',
      title: 'A practitioner with this e-mail address is already here',
      detail: 'Find them in GET /practitioners, or use another e-mail address.',
      errors: [{ pointer: '/email', detail: 'belongs to another practitioner of this clinic' }],
    });
  }
}

export class AlreadyPractitionerError extends Problem {
  constructor(practitionerId: string) {
    super({
      status: 409,
      code: 'ALREADY_PRACTITIONER',
      title: 'The person with this e-mail address is a practitioner here already, under another address',
      detail: 'Use that practitioner (practitionerId); PATCH /practitioners/{id} brings them back where they are inactive.',
      errors: [{ pointer: '/email', detail: 'is the address of somebody who is another practitioner of this clinic' }],
      extra: { practitionerId },
    });
  }
}

export class AlreadyJoinedError extends Problem {
  constructor(pointer?: string) {
    super({
      status: 409,
      code: 'ALREADY_JOINED',
      title: 'This practitioner has joined already',
      detail: 'They sign in with their password; a forgotten one is replaced by POST /password-resets.',
      ...(pointer && { errors: [{ pointer, detail: 'is what they sign in with; it stays' }] }),
    });
  }
}

/** A link would let somebody in as a practitioner who is none here at the moment. */
export class InviteInactiveError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'INVITE_INACTIVE',
      title: 'This practitioner is inactive',
      detail: 'Bring them back by PATCH /practitioners/{id} (active: true) first, then invite them.',
    });
  }
}

export class AlreadyMemberError extends Problem {
  constructor(id: string) {
    super({
      status: 409,
      code: 'ALREADY_MEMBER',
      title: 'Somebody with this e-mail address works here already',
      detail: 'Give them further roles by PATCH /staff/{id}, or add them as a practitioner by POST /practitioners.',
      errors: [{ pointer: '/email', detail: 'belongs to a member of this clinic' }],
      extra: { id },
    });
  }
}

/** An invitation that gives another role would replace the one by which they sign in as that practitioner. */
export class PractitionerNotJoinedError extends Problem {
  constructor(practitionerId: string) {
    super({
      status: 409,
      code: 'PRACTITIONER_NOT_JOINED',
      title: 'This is the e-mail address of a practitioner without a sign-in',
      detail: 'Invite them by POST /practitioners/{id}/invite, and give further roles by PATCH /staff/{id}.',
      errors: [{ pointer: '/email', detail: 'belongs to a practitioner who has not joined' }],
      extra: { practitionerId },
    });
  }
}

export class ScopeNotYoursError extends Problem {
  constructor(scopes: readonly string[]) {
    super({
      status: 403,
      code: 'SCOPE_NOT_YOURS',
      title: 'A key cannot do more than you may',
      detail: `You do not have ${scopes.join(', ')} yourself. Leave these out, or ask somebody who has them to make the key.`,
    });
  }
}

export class InvitationGoneError extends Problem {
  constructor() {
    super({
      status: 404,
      code: 'INVITATION_GONE',
      title: 'This invitation does not open any more',
      detail: 'It was used, withdrawn or is older than two weeks. Ask your clinic to invite you again.',
    });
  }
}

export class ApiKeyExpiredError extends Problem {
  constructor() {
    super({
      status: 401,
      code: 'API_KEY_EXPIRED',
      title: 'This API key has expired',
      detail: 'Make a new one in the settings, or by POST /api/v1/api-keys, and give it to the program.',
    });
  }
}

export class ApiKeyStoppedError extends Problem {
  constructor() {
    super({
      status: 401,
      code: 'API_KEY_STOPPED',
      title: 'This API key has stopped with the access of whoever made it',
      detail: 'An owner can adopt it in the settings, or by POST /api/v1/api-keys/{id}/adopt; then it goes on.',
    });
  }
}

export class ApiKeyFactorlessError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'API_KEY_FACTORLESS',
      title: 'This API key waits for the second factor of whoever it acts for',
      detail:
        'The clinic demands one of their role. The key goes on once they have added it at their account, or an owner who has one adopts the key.',
    });
  }
}

export class ApiKeyEndedError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'API_KEY_ENDED',
      title: 'This API key has ended for good',
      detail: 'It was revoked, or has expired. Make a new one instead.',
    });
  }
}

export class PlaceInUseError extends Problem {
  constructor(facts: readonly PlaceFact[], dependents: readonly { kind: string; count: number }[]) {
    const named = dependents.map(({ kind, count }) => `${kind} (${count})`).join(' and ');
    super({
      status: 409,
      code: 'PLACE_IN_USE',
      title: 'This can no longer be corrected',
      detail: `What is here depends on it and would mean something else: ${named}. Add a location, or start another clinic, for what comes.`,
      errors: facts.map((fact) => ({ pointer: `/${fact}`, detail: `is depended on by ${named}` })),
      extra: { dependents },
    });
  }
}

export class ClinicsADayError extends Problem {
  constructor(retryAfterSeconds: number) {
    super({
      status: 429,
      code: 'CLINICS_A_DAY',
      title: 'You have started twenty clinics within a day',
      detail: `More can be started in ${retryAfterSeconds} seconds (Retry-After). A practice in several places is one clinic with several locations.`,
      headers: { 'retry-after': String(retryAfterSeconds) },
    });
  }
}
